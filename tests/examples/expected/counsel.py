"""The year of counsel: figure → value, its unit."""

YEAR = {
    "counsel.opinions": (24, "件"),
    "counsel.opinions.norm": (4, "件"),
    "counsel.opinions.decision": (2, "件"),
    "counsel.opinions.on_time": (23, "件"),
    "counsel.handled": (24, "件"),
    "counsel.handled.adopted": (21, "件"),
    "counsel.handled.partly": (2, "件"),
    "counsel.handled.not": (1, "件"),
    "counsel.contracts": (11, "份"),
    "counsel.engagements": (1, "家"),
    "counsel.government_lawyers": (2, "名"),
}
