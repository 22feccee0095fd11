"""Administrative court cases in which the bureau is a defendant."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.disputes.models.reconsideration import Conduct


class Instance(models.TextChoices):
    """Before which instance; each instance is a row of its own."""

    FIRST = "first", label("一审", "first instance")
    SECOND = "second", label("二审", "second instance")
    RETRIAL = "retrial", label("再审", "retrial")


class Appearance(models.TextChoices):
    """Who appeared for the bureau at the hearing."""

    HEAD = "head", label("负责人", "a head of the bureau")
    STAFF = "staff", label("工作人员", "staff")
    NOBODY = "nobody", label("无人出庭", "nobody")


class Judgement(models.TextChoices):
    """How a court case ended, as far as the bureau is concerned."""

    DISMISSED = "dismissed", label("驳回诉讼请求", "claims dismissed")
    REJECTED = "rejected", label("驳回起诉", "action rejected")
    WITHDRAWN = "withdrawn", label("撤诉", "withdrawn")
    MEDIATED = "mediated", label("调解", "mediated")
    REVOKED = "revoked", label("撤销行政行为", "act revoked")
    ALTERED = "altered", label("变更行政行为", "act altered")
    UNLAWFUL = "unlawful", label("确认违法或者无效", "act unlawful or void")
    ORDERED = "ordered", label("判令履行或者给付", "ordered to perform or pay")
    REMANDED = "remanded", label("发回重审", "sent back")


class Litigation(Record):
    """One case before one instance."""

    number = models.CharField(label("法院案号", "case number"), max_length=60)
    plaintiff = models.CharField(label("原告", "plaintiff"), max_length=120)
    conduct = models.CharField(
        label("被诉事项", "what is contested"), max_length=12, choices=Conduct.choices
    )
    court = models.CharField(label("审理法院", "court"), max_length=80)
    instance = models.CharField(label("审级", "instance"), max_length=8, choices=Instance.choices)
    received_on = models.DateField(label("收到起诉状副本日期", "received on"))
    answered_on = models.DateField(label("提交答辩状日期", "answered on"), null=True, blank=True)
    heard_on = models.DateField(label("开庭日期", "heard on"), null=True, blank=True)
    appearance = models.CharField(
        label("出庭应诉人员", "who appeared"), max_length=6, choices=Appearance.choices, blank=True
    )
    absence_reason = models.CharField(
        label("负责人不能出庭的理由", "why no head appeared"), max_length=200, blank=True
    )
    ended_on = models.DateField(label("裁判日期", "judged on"), null=True, blank=True)
    judgement = models.CharField(
        label("裁判结果", "judgement"), max_length=10, choices=Judgement.choices, blank=True
    )
    performed_on = models.DateField(
        label("履行裁判日期", "judgement performed on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="disputes_litigation_number",
            ),
            models.CheckConstraint(
                condition=Q(judgement="", ended_on__isnull=True)
                | (
                    ~Q(judgement="") & Q(ended_on__isnull=False) & Q(ended_on__gte=F("received_on"))
                ),
                name="disputes_litigation_ended",
            ),
            models.CheckConstraint(
                condition=Q(appearance="", heard_on__isnull=True)
                | (~Q(appearance="") & Q(heard_on__isnull=False)),
                name="disputes_litigation_heard",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "received_on"], name="disputes_sued"),
            models.Index(fields=["agency", "answered_on"], name="disputes_defended"),
            models.Index(fields=["agency", "heard_on"], name="disputes_heard"),
            models.Index(fields=["agency", "ended_on"], name="disputes_judged"),
        ]
