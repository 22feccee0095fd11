"""Items and postings: one item on two channels is one item and two postings."""

from django.db.models import F, OuterRef, Q
from django.db.models.functions import ExtractYear

from zhunsheng.kernel.declare import (
    Figure,
    Identity,
    Rate,
    by,
    exists,
    met_on_time,
)
from zhunsheng.regimes.disclosure.models import Posting, Publication

#: The fifteen items of article 20.
_CATEGORIES = (
    ("norms", "法规规章和规范性文件", "regulations and normative documents"),
    ("organisation", "机构职能", "organisation and duties"),
    ("planning", "规划和相关政策", "plans and their policies"),
    ("statistics", "统计信息", "statistics"),
    ("services", "行政许可和对外管理服务", "permits and services"),
    ("penalties", "行政处罚和行政强制", "penalties and coercion"),
    ("budget", "财政预算决算", "budget and final accounts"),
    ("fees", "行政事业性收费", "administrative fees"),
    ("procurement", "政府集中采购", "central procurement"),
    ("projects", "重大建设项目", "major construction projects"),
    ("welfare", "民生政策措施", "welfare policies and measures"),
    ("emergency", "突发公共事件应对", "emergencies"),
    ("inspection", "监督检查情况", "supervision and inspection"),
    ("recruitment", "公务员招考", "recruitment of civil servants"),
    ("other", "其他应当公开的信息", "other information to be opened"),
)


def _on(channel: str) -> Q:
    """Items posted on the channel in the year they were first posted.

    A posting of a later year must not change a year that is reported.
    """
    year = ExtractYear(OuterRef("published_on"))
    return Q(exists(Posting, "publication", Q(channel=channel, posted_on__year=year)))


_FIRST_POSTED_THEN = Q(exists(Posting, "publication", Q(posted_on=OuterRef("published_on")))) & ~Q(
    exists(Posting, "publication", Q(posted_on__lt=OuterRef("published_on")))
)


def _items(key: str, zh: str, en: str, where: Q) -> Figure:
    return Figure(
        key, zh, en, "条", of=Publication, dated_by="published_on", where=where,
        note_zh="按首次公开日期计；同一信息发布在两个渠道的只计一条。",
        note_en="By first posting; an item on two channels is one item.",
    )  # fmt: skip


FIGURES = (
    Figure(
        "disclosure.items", "主动公开政府信息", "items published", "条", of=Publication,
        dated_by="published_on", parts=by("category", *_CATEGORIES), rule="disclosure.categories",
        note_zh="按首次公开日期计；同一信息发布在两个渠道的只计一条。",
        note_en="By first posting; an item on two channels is one item.",
    ),
    _items(
        "disclosure.items.on_portal", "门户网站公开信息", "items on the portal", _on("portal")
    ),
    _items(
        "disclosure.items.on_wechat", "微信公众号公开信息", "items on WeChat", _on("wechat")
    ),
    _items(
        "disclosure.items.both_channels", "两个渠道同时公开信息", "items on both channels",
        _on("portal") & _on("wechat"),
    ),
    _items(
        "disclosure.items.dated_alike", "首次公开日期与最早发布日期一致的信息",
        "items first posted on the day they are said to be published", _FIRST_POSTED_THEN,
    ),
    Figure(
        "disclosure.postings", "发布政府信息", "postings", "条次", of=Posting,
        dated_by="posted_on",
        parts=by(
            "channel", ("portal", "门户网站", "portal"), ("wechat", "微信公众号", "WeChat")
        ),
        note_zh="按各渠道发布日期计，同一信息在两个渠道各计一条次。",
        note_en="By the day of each posting; an item on two channels is two postings.",
    ),
    _items(
        "disclosure.items.on_time", "按期公开政府信息", "items published on time",
        Q(met_on_time("disclosure.publish")),
    ),
    Figure(
        "disclosure.items.rate", "按期公开率", "share published on time", "%",
        measure=Rate("disclosure.items.on_time", "disclosure.items"),
        rule="disclosure.publish_term",
    ),
    _items(
        "disclosure.items.cleared", "公开前经保密审查的信息",
        "items cleared for secrecy before publication",
        Q(secrecy_on__lte=F("published_on")),
    ),
    Figure(
        "disclosure.items.cleared.rate", "保密审查率", "share cleared for secrecy", "%",
        measure=Rate("disclosure.items.cleared", "disclosure.items"),
        rule="disclosure.secrecy_review",
    ),
    Figure(
        "disclosure.leaks", "发现泄密的公开信息", "items in which a leak was found", "条",
        of=Publication, dated_by="leak_found_on", rule="disclosure.withdraw_report",
    ),
    Figure(
        "disclosure.leaks.reported_on_time", "发现泄密后按期报告的信息",
        "leaks reported on time", "条", of=Publication, dated_by="leak_found_on",
        where=Q(met_on_time("disclosure.leak_report")),
        rule="disclosure.withdraw_report",
        note_zh="登记了时刻的按时刻计，没有登记的按日计。",
        note_en="To the hour where both times are recorded, else to the day.",
    ),
    Figure(
        "disclosure.withdrawn", "撤下政府信息", "items withdrawn", "条", of=Publication,
        dated_by="withdrawn_on",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="disclosure.items.channels",
        zh="公开信息条数等于门户条数加微信条数，减去两个渠道同时公开的条数",
        en="items = on the portal + on WeChat − on both",
        left=("disclosure.items",),
        right=("disclosure.items.on_portal", "disclosure.items.on_wechat"),
        right_minus=("disclosure.items.both_channels",),
    ),
    Identity(
        key="disclosure.items.dated_alike",
        zh="每条信息的首次公开日期与其最早一次发布日期一致",
        en="each item was first posted on the day it is said to be published",
        left=("disclosure.items",),
        right=("disclosure.items.dated_alike",),
    ),
)
