"""What was told: items online, events face to face."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.outreach.models.duty_list import ListItem, MarkedDay


class Channel(models.TextChoices):
    """Where an item stands online; one that stands on both is one item."""

    PORTAL = "portal", label("门户网站", "portal")
    WECHAT = "wechat", label("微信公众号", "WeChat")
    BOTH = "both", label("门户网站和微信公众号", "portal and WeChat")
    OTHER = "other", label("其他平台", "another platform")


class EventKind(models.TextChoices):
    """What people came to."""

    FAIR = "fair", label("集中宣传", "public fair")
    LECTURE = "lecture", label("专题讲座", "lecture")
    CONSULTATION = "consultation", label("现场咨询", "consultation")
    CONTEST = "contest", label("知识竞赛", "contest")
    VISIT = "visit", label("进基层宣讲", "talk on the spot")


class Basis(models.TextChoices):
    """How it is known how many came."""

    SIGNED = "signed", label("签到", "signed in")
    ESTIMATED = "estimated", label("估算", "estimated")


class OnlineItem(Record):
    """One article or video that tells of law; it may be a published item of the bureau."""

    posted_on = models.DateField(label("发布日期", "posted on"))
    channel = models.CharField(label("发布平台", "channel"), max_length=10, choices=Channel.choices)
    address = models.CharField(label("网址", "address"), max_length=300, blank=True)
    list_item = models.ForeignKey(
        ListItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="online_items",
        verbose_name=label("对应清单序号", "item of the list"),
    )

    class Meta(Record.Meta):
        indexes: ClassVar = [models.Index(fields=["agency", "posted_on"], name="outreach_posted")]


class Event(Record):
    """One event; it stands under one marked day at most, so that it counts once."""

    held_on = models.DateField(label("活动日期", "held on"))
    kind = models.CharField(label("活动形式", "kind"), max_length=14, choices=EventKind.choices)
    marked_day = models.CharField(
        label("依托节点", "marked day"), max_length=20, choices=MarkedDay.choices, blank=True
    )
    place = models.CharField(label("活动地点", "place"), max_length=120, blank=True)
    people = models.PositiveIntegerField(label("参加人次", "people"))
    basis = models.CharField(label("人次依据", "basis"), max_length=10, choices=Basis.choices)
    list_item = models.ForeignKey(
        ListItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=label("对应清单序号", "item of the list"),
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(people__gte=1), name="outreach_event_people"),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "held_on"], name="outreach_held")]
