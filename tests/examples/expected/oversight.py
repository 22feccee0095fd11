"""The year of oversight: figure → value, its unit."""

YEAR = {
    "oversight.suggestions": (3, "件"),
    "oversight.suggestions.lead": (1, "件"),
    "oversight.suggestions.co": (2, "件"),
    "oversight.suggestions.separate": (0, "件"),
    "oversight.proposals": (26, "件"),
    "oversight.proposals.lead": (8, "件"),
    "oversight.proposals.co": (18, "件"),
    "oversight.proposals.separate": (0, "件"),
    "oversight.satisfied": (8, "件"),
    "oversight.basically_satisfied": (1, "件"),
    "oversight.contacts": (11, "次"),
    "oversight.reports": (1, "份"),
    "oversight.reports.on_time": (1, "份"),
}
