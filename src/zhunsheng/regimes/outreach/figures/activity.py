"""Items online; events and who came, by how that is known."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Sum, by
from zhunsheng.regimes.outreach.models import Event, OnlineItem
from zhunsheng.regimes.outreach.models.duty_list import MARKED_DAYS

FIGURES = (
    Figure(
        "outreach.online", "网络普法", "items online", "条", of=OnlineItem, dated_by="posted_on",
        parts=by(
            "channel",
            ("portal", "门户网站", "portal"),
            ("wechat", "微信公众号", "WeChat"),
            ("both", "门户网站和微信公众号", "portal and WeChat"),
            ("other", "其他平台", "another platform"),
        ),
        note_zh="按文章或视频计，在两个平台发布的计一条。",
        note_en="By article or video: one that stands on two platforms counts once.",
    ),
    Figure(
        "outreach.events", "开展普法活动", "events", "场", of=Event, dated_by="held_on",
        parts=by(
            "kind",
            ("fair", "集中宣传", "public fairs"),
            ("lecture", "专题讲座", "lectures"),
            ("consultation", "现场咨询", "consultations"),
            ("contest", "知识竞赛", "contests"),
            ("visit", "进基层宣讲", "talks on the spot"),
        ),
    ),
    Figure(
        "outreach.events.marked", "结合重要节点开展的普法活动", "events on a marked day", "场",
        of=Event, dated_by="held_on", where=~Q(marked_day=""),
        parts=by(
            "marked_day",
            *((key, zh, en) for key, (zh, en) in MARKED_DAYS.items()),
            under="outreach.events.on",
        ),
        note_zh="一场活动只归入一个节点。", note_en="An event stands under one day only.",
    ),
    Figure(
        "outreach.events.people", "普法活动参加人次", "people at events", "人次",
        of=Event, measure=Sum("people"), dated_by="held_on",
        parts=by(
            "basis", ("signed", "签到", "signed in"), ("estimated", "估算", "estimated")
        ),
    ),
)  # fmt: skip
