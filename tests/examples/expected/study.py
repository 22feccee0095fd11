"""The year of study: figure → value, its unit."""

YEAR = {
    "study.sessions": (11, "次"),
    "study.thought_sessions": (8, "次"),
    "study.party_group_legal": (6, "次"),
    "study.sessions.overlap": (3, "次"),
    "study.activities": (13, "次"),
    "study.activities.centre_group": (4, "次"),
    "study.activities.first_topic": (2, "次"),
    "study.activities.before_meeting": (1, "次"),
    "study.activities.all_staff": (3, "次"),
    "study.activities.training": (1, "次"),
    "study.activities.court_hearing": (1, "次"),
    "study.activities.exam": (1, "次"),
    "study.quarters": (4, "个"),
    "study.quarters.on_time": (4, "个"),
    "study.list": (8, "项"),
    "study.list.studied": (7, "项"),
    "study.list.open": (1, "项"),
    "study.list.on_time": (7, "项"),
}
