"""The list of duties: how much of it was done, in time, and with something to show."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Rate, exists, met_on_time
from zhunsheng.regimes.outreach.models import Event, ListItem, OnlineItem

_RULE = "outreach.list"
_SHOWN = Q(exists(Event, "list_item")) | Q(exists(OnlineItem, "list_item"))
_NOTE = ("按清单印发日期计。", "By the day the list was issued.")


def _items(key: str, zh: str, en: str, where: Q | None = None, rule: str = _RULE) -> Figure:
    return Figure(
        key, zh, en, "项", of=ListItem, dated_by="listed_on", where=where, rule=rule,
        note_zh=_NOTE[0], note_en=_NOTE[1],
    )  # fmt: skip


FIGURES = (
    _items("outreach.list_items", "普法责任清单事项", "items of the list of duties"),
    _items(
        "outreach.list_items.published", "已向社会公布的清单事项", "items published",
        Q(published_on__isnull=False), "outreach.list_published",
    ),
    _items(
        "outreach.list_items.unpublished",
        "没有向社会公布的清单事项",
        "items not published",
        Q(published_on__isnull=True),
        "outreach.list_published",
    ),
    _items(
        "outreach.list_items.done", "已完成的清单事项", "items done", Q(done_on__isnull=False)
    ),
    _items(
        "outreach.list_items.on_time", "按期完成的清单事项", "items done on time",
        Q(met_on_time("outreach.list_item")),
    ),
    _items(
        "outreach.list_items.idle", "没有对应普法活动的清单事项", "items nothing was done for",
        ~_SHOWN,
    ),
    Figure(
        "outreach.list_items.rate", "清单事项完成率", "share of items done", "%",
        measure=Rate("outreach.list_items.done", "outreach.list_items"), rule=_RULE,
    ),
)  # fmt: skip
