"""The year of decisions: figure → value, its unit."""

YEAR = {
    "decisions.matters": (32, "项"),
    "decisions.major": (2, "项"),
    "decisions.major.own": (1, "项"),
    "decisions.major.city_government": (1, "项"),
    "decisions.key_matters": (31, "项"),
    "decisions.both": (1, "项"),
    "decisions.participation.done": (2, "项"),
    "decisions.competition.done": (1, "项"),
    "decisions.competition.not_applicable": (1, "项"),
    "decisions.legality.done": (2, "项"),
    "decisions.meetings": (22, "次"),
    "decisions.meetings.team_present": (20, "次"),
}
