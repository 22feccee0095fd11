"""The year of outreach: figure → value, its unit."""

YEAR = {
    "outreach.list_items": (9, "项"),
    "outreach.list_items.published": (9, "项"),
    "outreach.list_items.done": (8, "项"),
    "outreach.list_items.on_time": (7, "项"),
    "outreach.list_items.idle": (1, "项"),
    "outreach.online": (23, "条"),
    "outreach.online.both": (7, "条"),
    "outreach.events": (22, "场"),
    "outreach.events.marked": (15, "场"),
    "outreach.events.people": (3012, "人次"),
    "outreach.events.people.signed": (1352, "人次"),
    "outreach.events.people.estimated": (1660, "人次"),
    "outreach.enterprises": (97, "家"),
    "outreach.visits": (100, "家次"),
    "outreach.visits.doubtful": (0, "家次"),
    "outreach.copies.bought": (50, "册"),
    "outreach.copies.printed": (1000, "册"),
    "outreach.copies.handed_out": (920, "册"),
    "outreach.venues": (5, "处"),
    "outreach.venues.opened": (2, "处"),
}
