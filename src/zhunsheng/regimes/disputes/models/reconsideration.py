"""Cases of administrative reconsideration in which the bureau is the respondent."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Conduct(models.TextChoices):
    """What is contested."""

    PENALTY = "penalty", label("行政处罚", "penalty")
    LICENCE = "licence", label("行政许可", "licence")
    DISCLOSURE = "disclosure", label("政府信息公开", "disclosure")
    OMISSION = "omission", label("不履行职责", "omission")
    PAYMENT = "payment", label("资金拨付、奖励补助", "payment or subsidy")
    OTHER = "other", label("其他行政行为", "another act")


class Ending(models.TextChoices):
    """How a case of reconsideration ended."""

    UPHELD = "upheld", label("维持", "upheld")
    DISMISSED = "dismissed", label("驳回", "application dismissed")
    ALTERED = "altered", label("变更", "altered")
    REVOKED = "revoked", label("撤销", "revoked")
    UNLAWFUL = "unlawful", label("确认违法或者无效", "confirmed unlawful or void")
    ORDERED = "ordered", label("责令履行", "ordered to perform")
    MEDIATED = "mediated", label("调解", "mediated")
    WITHDRAWN = "withdrawn", label("撤回终止", "withdrawn")


#: The endings that set right what the bureau did.
CORRECTING = ("altered", "revoked", "unlawful", "ordered")


class Reconsideration(Record):
    """One case: the bureau answers, another organ decides."""

    number = models.CharField(label("复议案号", "case number"), max_length=60)
    applicant = models.CharField(label("申请人", "applicant"), max_length=120)
    conduct = models.CharField(
        label("被申请复议事项", "what is contested"), max_length=12, choices=Conduct.choices
    )
    organ = models.CharField(label("复议机关", "organ"), max_length=80)
    simple = models.BooleanField(label("适用简易程序", "simple procedure"), default=False)
    received_on = models.DateField(label("收到答复通知日期", "received on"))
    answered_on = models.DateField(label("书面答复日期", "answered on"), null=True, blank=True)
    ended_on = models.DateField(label("复议办结日期", "ended on"), null=True, blank=True)
    ending = models.CharField(
        label("复议结果", "ending"), max_length=10, choices=Ending.choices, blank=True
    )
    opinion_on = models.DateField(label("收到复议意见书日期", "opinion on"), null=True, blank=True)
    opinion_answered_on = models.DateField(
        label("报告纠正情况日期", "opinion answered on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="disputes_reconsideration_number",
            ),
            models.CheckConstraint(
                condition=Q(ending="", ended_on__isnull=True)
                | (~Q(ending="") & Q(ended_on__isnull=False) & Q(ended_on__gte=F("received_on"))),
                name="disputes_reconsideration_ended",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "received_on"], name="disputes_received"),
            models.Index(fields=["agency", "answered_on"], name="disputes_answered"),
            models.Index(fields=["agency", "ended_on"], name="disputes_ended"),
            models.Index(fields=["agency", "opinion_on"], name="disputes_opinion"),
        ]
