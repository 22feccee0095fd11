"""The year of emergencies and safety: figure → value, its unit; and the rule once not kept."""

YEAR = {
    "emergency.plans": (5, "件"),
    "emergency.plans.start": (3, "件"),
    "emergency.plans.issued": (2, "件"),
    "emergency.plans.filed": (2, "件"),
    "emergency.plans.filed.on_time": (2, "件"),
    "emergency.plans.evaluated": (2, "件"),
    "emergency.plans.drilled": (4, "件"),
    "emergency.drills": (9, "次"),
    "emergency.drills.fire": (4, "次"),
    "emergency.drills.people": (465, "人次"),
    "emergency.drills.evaluated": (8, "次"),
    "emergency.inspections": (6, "次"),
    "emergency.inspections.led": (5, "次"),
    "emergency.hazards": (14, "处"),
    "emergency.hazards.major": (1, "处"),
    "emergency.hazards.closed": (13, "处"),
    "emergency.hazards.open": (1, "处"),
    "emergency.hazards.overdue": (1, "处"),
    "emergency.hazards.same_person": (1, "处"),
}
BROKEN = {"emergency.recheck_apart": 1}
