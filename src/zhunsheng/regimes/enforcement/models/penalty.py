"""Penalty cases, from filing to closing."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.enforcement.models.inspection import Recording
from zhunsheng.regimes.enforcement.models.officer import Officer


class Outcome(models.TextChoices):
    """How a case is decided; only the first is a penalty."""

    PENALISED = "penalised", label("给予行政处罚", "penalised")
    NOT_PENALISED = "not_penalised", label("不予行政处罚", "not penalised")
    TRANSFERRED = "transferred", label("移送司法机关", "transferred to the judiciary")
    WITHDRAWN = "withdrawn", label("撤销立案", "withdrawn")


class Penalty(models.TextChoices):
    """The gravest penalty of a decision."""

    WARNING = "warning", label("警告、通报批评", "warning or public criticism")
    FINE = "fine", label("罚款、没收", "fine or confiscation")
    LICENCE = "licence", label("暂扣、降低或者吊销许可", "licence suspended, lowered or revoked")
    RESTRICTION = "restriction", label("限制经营或者从业", "business or profession restricted")
    OTHER = "other", label("其他行政处罚", "another")


class Review(models.TextChoices):
    """What the legal review of a major decision came to."""

    PASSED = "passed", label("通过", "passed")
    CORRECTED = "corrected", label("改正后通过", "passed once corrected")
    REFUSED = "refused", label("未通过", "not passed")


def _officer(zh: str, en: str) -> "models.ForeignKey[Officer | None, Officer | None]":
    return models.ForeignKey(
        Officer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label(zh, en),
    )


def _day(zh: str, en: str) -> "models.DateField[str | None, str | None]":
    return models.DateField(label(zh, en), null=True, blank=True)


class PenaltyCase(Record):
    """One case. The money is whole yuan; `major` is what article 58 makes a major decision."""

    number = models.CharField(label("立案号", "case number"), max_length=60)
    cause = models.CharField(label("案由", "cause"), max_length=200)
    party = models.CharField(label("当事人", "party"), max_length=120)
    major = models.BooleanField(label("重大执法决定", "major decision"), default=False)
    hearing_due = models.BooleanField(label("应当告知听证权利", "hearing due"), default=False)
    filed_on = models.DateField(label("立案日期", "filed on"))
    first_officer = _officer("执法人员一证号", "first officer")
    second_officer = _officer("执法人员二证号", "second officer")
    investigated_on = _day("调查终结日期", "investigated by")
    told_on = _day("处罚告知日期", "party told on")
    hearing_told_on = _day("听证告知日期", "told of the hearing on")
    heard_on = _day("听证日期", "heard on")
    reviewed_on = _day("法制审核日期", "reviewed on")
    reviewer = models.CharField(label("法制审核人员", "reviewer"), max_length=40, blank=True)
    review = models.CharField(
        label("法制审核结论", "review"), max_length=10, choices=Review.choices, blank=True
    )
    decided_on = _day("决定日期", "decided on")
    outcome = models.CharField(
        label("处理结果", "outcome"), max_length=14, choices=Outcome.choices, blank=True
    )
    penalty = models.CharField(
        label("处罚种类", "penalty"), max_length=12, choices=Penalty.choices, blank=True
    )
    fine = models.PositiveBigIntegerField(
        label("罚没金额（元）", "fined and confiscated (yuan)"), null=True, blank=True
    )
    recording = models.CharField(
        label("全过程记录方式", "recording"), max_length=4, choices=Recording.choices, blank=True
    )
    served_on = _day("送达日期", "served on")
    published_on = _day("公开日期", "published on")
    not_public_reason = models.CharField(
        label("不公开理由", "reason not to publish"), max_length=200, blank=True
    )
    performed_on = _day("履行日期", "performed on")
    closed_on = _day("结案日期", "closed on")

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="enforcement_case_number",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True)
                | (~Q(outcome="") & Q(decided_on__isnull=False) & Q(decided_on__gte=F("filed_on"))),
                name="enforcement_case_decided",
            ),
            models.CheckConstraint(
                condition=(Q(outcome="penalised") & ~Q(penalty=""))
                | (~Q(outcome="penalised") & Q(penalty="", fine__isnull=True)),
                name="enforcement_case_penalty",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "filed_on"], name="enforcement_filed"),
            models.Index(fields=["agency", "decided_on"], name="enforcement_decided"),
            models.Index(fields=["agency", "heard_on"], name="enforcement_heard"),
            models.Index(fields=["agency", "published_on"], name="enforcement_case_public"),
            models.Index(fields=["agency", "closed_on"], name="enforcement_closed"),
        ]
