"""The year of norms: figure → value, its unit."""

YEAR = {
    "norms.in_force.start": (17, "件"),
    "norms.made": (2, "件"),
    "norms.repealed": (1, "件"),
    "norms.declared_invalid": (6, "件"),
    "norms.expired": (0, "件"),
    "norms.in_force.end": (12, "件"),
    "norms.cleanup.scope": (19, "件"),
    "norms.cleanup.kept": (12, "件"),
    "norms.cleanup.amended": (0, "件"),
    "norms.cleanup.repealed": (1, "件"),
    "norms.cleanup.declared_invalid": (6, "件"),
    "norms.filed": (2, "件"),
    "norms.filed.on_time": (1, "件"),
    "norms.interpretations": (3, "篇"),
    "norms.interpreted": (2, "件"),
    "norms.interpreted.same_time": (1, "件"),
    "norms.incidental": (2, "次"),
    "norms.incidental.on_time": (1, "次"),
    "norms.incidental.found": (1, "次"),
}
