"""The year of services: figure → value, its unit."""

YEAR = {
    "services.items": (27, "项"),
    "services.items.changes": (3, "项次"),
    "services.carried_in": (9, "件"),
    "services.received": (746, "件"),
    "services.decided": (734, "件"),
    "services.decided.refused": (6, "件"),
    "services.withdrawn": (7, "件"),
    "services.not_accepted": (3, "件"),
    "services.carried_out": (11, "件"),
    "services.statutory.decided": (734, "件"),
    "services.promised.decided": (734, "件"),
    "services.poor": (2, "件"),
    "services.poor.called_back": (2, "件"),
    "services.guided": (1046, "人次"),
}
