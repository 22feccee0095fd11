"""The year of disclosure: figure → value, its unit."""

YEAR = {
    "disclosure.items": (431, "条"),
    "disclosure.items.both_channels": (71, "条"),
    "disclosure.postings": (502, "条次"),
    "disclosure.postings.portal": (359, "条次"),
    "disclosure.postings.wechat": (143, "条次"),
    "disclosure.requests.carried_in": (1, "件"),
    "disclosure.requests.new": (5, "件"),
    "disclosure.requests.handled": (5, "件"),
    "disclosure.requests.carried_out": (1, "件"),
    "disclosure.consulted": (1, "件"),
    "disclosure.consulted.on_time": (1, "件"),
    "disclosure.withheld": (3, "件"),
    "disclosure.withheld.reviews": (3, "次"),
    "disclosure.withheld.reviews.opened": (1, "次"),
}
