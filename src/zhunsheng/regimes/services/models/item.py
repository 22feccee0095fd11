"""An item of the powers list or the service catalogue, and how it was changed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class ItemKind(models.TextChoices):
    """What kind of power or service it is."""

    PERMIT = "permit", label("行政许可", "permit")
    CONFIRMATION = "confirmation", label("行政确认", "confirmation")
    REWARD = "reward", label("行政奖励", "reward")
    BENEFIT = "benefit", label("行政给付", "benefit")
    PENALTY = "penalty", label("行政处罚", "penalty")
    INSPECTION = "inspection", label("行政检查", "inspection")
    OTHER = "other", label("其他行政权力", "another power")
    PUBLIC = "public", label("公共服务", "public service")


class Level(models.TextChoices):
    """Where the item stands in the tree; a row is the lowest level of its branch."""

    MAIN = "main", label("主项", "main item")
    SUB = "sub", label("子项", "sub-item")
    HANDLED = "handled", label("业务办理项", "item as handled")


class Depth(models.TextChoices):
    """How far it can be done online."""

    ONE = "1", label("Ⅰ级", "I")
    TWO = "2", label("Ⅱ级", "II")
    THREE = "3", label("Ⅲ级", "III")
    FOUR = "4", label("Ⅳ级", "IV")


class ServiceItem(Record):
    """One item; days are working days, the promised ones never more than the statutory."""

    number = models.CharField(label("事项编码", "code"), max_length=60)
    kind = models.CharField(label("事项类型", "kind"), max_length=14, choices=ItemKind.choices)
    level = models.CharField(label("事项层级", "level"), max_length=10, choices=Level.choices)
    basis = models.CharField(label("设定和实施依据", "basis"), max_length=300)
    in_powers = models.BooleanField(label("列入权责清单", "in the powers list"))
    in_catalogue = models.BooleanField(label("列入政务服务事项目录", "in the service catalogue"))
    statutory_days = models.PositiveSmallIntegerField(
        label("法定办结时限（工作日）", "statutory days"), null=True, blank=True
    )
    promised_days = models.PositiveSmallIntegerField(
        label("承诺办结时限（工作日）", "promised days"), null=True, blank=True
    )
    visits = models.PositiveSmallIntegerField(
        label("到办事现场次数", "on-site visits"), null=True, blank=True
    )
    depth = models.CharField(
        label("网上办理深度", "online depth"), max_length=1, choices=Depth.choices, blank=True
    )
    added_on = models.DateField(label("列入日期", "added on"))
    removed_on = models.DateField(label("取消日期", "removed on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="services_item_code",
            ),
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True) | Q(removed_on__gte=F("added_on")),
                name="services_item_removed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "added_on"], name="services_added"),
            models.Index(fields=["agency", "removed_on"], name="services_removed"),
        ]


class ItemChange(Record):
    """One change of an item's elements, with the day it took effect."""

    item_changed = models.ForeignKey(
        ServiceItem,
        on_delete=models.PROTECT,
        related_name="changes",
        verbose_name=label("所属事项编码", "item"),
    )
    changed_on = models.DateField(label("调整日期", "changed on"))
    change = models.CharField(label("调整内容", "change"), max_length=300)

    class Meta(Record.Meta):
        indexes: ClassVar = [models.Index(fields=["agency", "changed_on"], name="services_changed")]
