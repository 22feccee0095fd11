"""One application 办件, as the service platform has it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.services.models.item import ServiceItem


class Channel(models.TextChoices):
    """How it came in."""

    ONLINE = "online", label("网上", "online")
    WINDOW = "window", label("窗口", "at the counter")
    POST = "post", label("邮寄", "by post")


class Result(models.TextChoices):
    """How it ended; only the first two are decisions."""

    GRANTED = "granted", label("准予", "granted")
    REFUSED = "refused", label("不予", "refused")
    WITHDRAWN = "withdrawn", label("撤回", "withdrawn")
    NOT_ACCEPTED = "not_accepted", label("不予受理", "not accepted")


class Rating(models.TextChoices):
    """The five grades of 好差评; the last two are poor ones."""

    VERY_GOOD = "5", label("非常满意", "very satisfied")
    GOOD = "4", label("满意", "satisfied")
    FAIR = "3", label("基本满意", "basically satisfied")
    POOR = "2", label("不满意", "dissatisfied")
    VERY_POOR = "1", label("非常不满意", "very dissatisfied")


class Application(Record):
    """From receipt to its end; the terms are those of the item on the day it was accepted."""

    number = models.CharField(label("平台办件编号", "platform number"), max_length=60)
    service = models.ForeignKey(
        ServiceItem,
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=label("申请事项编码", "item"),
    )
    channel = models.CharField(label("申请渠道", "channel"), max_length=8, choices=Channel.choices)
    received_on = models.DateField(label("收件日期", "received on"))
    correction_on = models.DateField(
        label("补正告知日期", "asked to correct on"), null=True, blank=True
    )
    accepted_on = models.DateField(label("受理日期", "accepted on"), null=True, blank=True)
    # Repeated from the item: what was promised on the day of acceptance holds, whatever changes.
    statutory_days = models.PositiveSmallIntegerField(
        label("法定时限（工作日）", "statutory days"), null=True, blank=True
    )
    promised_days = models.PositiveSmallIntegerField(
        label("承诺时限（工作日）", "promised days"), null=True, blank=True
    )
    suspensions = models.CharField(label("特别程序起止", "suspensions"), max_length=300, blank=True)
    # The head of the organ may lengthen the statutory term once, and tells the applicant why.
    extended_on = models.DateField(label("延期批准日期", "extended on"), null=True, blank=True)
    extended_days = models.PositiveSmallIntegerField(
        label("延长时限（工作日）", "days added"), null=True, blank=True
    )
    extended_why = models.CharField(label("延期理由", "why extended"), max_length=200, blank=True)
    ended_on = models.DateField(label("办结日期", "ended on"), null=True, blank=True)
    result = models.CharField(
        label("办理结果", "result"), max_length=14, choices=Result.choices, blank=True
    )
    certificate = models.BooleanField(label("应当颁发证件", "a certificate is owed"), default=False)
    delivered_on = models.DateField(
        label("证件送达日期", "certificate delivered on"), null=True, blank=True
    )
    rated_on = models.DateField(label("评价日期", "rated on"), null=True, blank=True)
    rating = models.CharField(
        label("好差评", "rating"), max_length=1, choices=Rating.choices, blank=True
    )
    called_back_on = models.DateField(
        label("差评回访日期", "called back on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="services_application_number",
            ),
            models.CheckConstraint(
                condition=Q(result="", ended_on__isnull=True)
                | (~Q(result="") & Q(ended_on__isnull=False) & Q(ended_on__gte=F("received_on"))),
                name="services_application_ended",
            ),
            models.CheckConstraint(
                condition=Q(rating="", rated_on__isnull=True)
                | (~Q(rating="") & Q(rated_on__isnull=False)),
                name="services_application_rated",
            ),
            models.CheckConstraint(
                condition=Q(extended_on__isnull=True, extended_days__isnull=True, extended_why="")
                | (Q(extended_on__isnull=False, extended_days__isnull=False) & ~Q(extended_why="")),
                name="services_application_extended",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "received_on"], name="services_received"),
            models.Index(fields=["agency", "ended_on"], name="services_ended"),
            models.Index(fields=["agency", "rated_on"], name="services_rated"),
        ]
