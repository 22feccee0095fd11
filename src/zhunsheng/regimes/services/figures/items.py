"""Items of the two lists, by level; visits and online depth over the catalogue."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, START, Figure, Identity, Rate, Stock, by
from zhunsheng.regimes.services.models import ItemChange, ServiceItem

_KEPT = Stock(since="added_on", until="removed_on")
_LISTED = Q(in_catalogue=True)
_LEVELS = by(
    "level",
    ("main", "主项", "main items"),
    ("sub", "子项", "sub-items"),
    ("handled", "业务办理项", "items as handled"),
)
_RULE = "services.catalogue"


def _items(key: str, zh: str, en: str, where: Q) -> Figure:
    return Figure(
        key, zh, en, "项", of=ServiceItem, measure=_KEPT, at=END, where=_LISTED & where, rule=_RULE
    )


def _share(key: str, zh: str, en: str, numerator: str) -> Figure:
    return Figure(key, zh, en, "%", measure=Rate(numerator, "services.items"), rule=_RULE)


FIGURES = (
    Figure(
        "services.items", "政务服务事项", "items of the service catalogue", "项",
        of=ServiceItem, measure=_KEPT, at=END, where=_LISTED, parts=_LEVELS, rule=_RULE,
        note_zh="每一最末级事项计一项。", note_en="Each lowest level of a branch counts once.",
    ),
    Figure(
        "services.items.start", "年初政务服务事项", "items at the start of the year", "项",
        of=ServiceItem, measure=_KEPT, at=START, where=_LISTED,
    ),
    Figure(
        "services.items.added", "新增政务服务事项", "items added", "项",
        of=ServiceItem, dated_by="added_on", where=_LISTED,
    ),
    Figure(
        "services.items.removed", "取消政务服务事项", "items removed", "项",
        of=ServiceItem, dated_by="removed_on", where=_LISTED,
    ),
    Figure(
        "services.items.changes", "调整政务服务事项要素", "changes of items", "项次",
        of=ItemChange, dated_by="changed_on",
    ),
    Figure(
        "services.powers", "权责清单事项", "items of the powers list", "项",
        of=ServiceItem, measure=_KEPT, at=END, where=Q(in_powers=True), parts=_LEVELS,
    ),
    _items("services.items.no_visit", "零跑动事项", "items without a visit", Q(visits=0)),
    _items("services.items.one_visit", "最多跑一次事项", "items with one visit at most",
           Q(visits__lte=1)),
    _items("services.items.online", "可网上办理事项", "items done online",
           Q(depth__in=("3", "4"))),
    _share("services.items.no_visit.rate", "零跑动事项比例", "share without a visit",
           "services.items.no_visit"),
    _share("services.items.one_visit.rate", "最多跑一次事项比例", "share with one visit at most",
           "services.items.one_visit"),
    _share("services.items.online.rate", "网上可办率", "share done online",
           "services.items.online"),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="services.items",
        zh="年末政务服务事项等于年初加新增减取消",
        en="items at the end = at the start + added − removed",
        left=("services.items",),
        right=("services.items.start", "services.items.added"),
        right_minus=("services.items.removed",),
    ),
)
