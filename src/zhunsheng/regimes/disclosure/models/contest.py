"""What followed a reply: review or litigation, from its day to its result."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.disclosure.models.request import Request


class Contested(models.TextChoices):
    """The three ways of the national table."""

    REVIEW = "review", label("行政复议", "review")
    DIRECT = "direct", label("未经复议直接起诉", "direct suit")
    AFTER = "after", label("复议后起诉", "suit after review")


class Result(models.TextChoices):
    """How it ended, by the columns of the national table."""

    UPHELD = "upheld", label("结果维持", "upheld")
    CORRECTED = "corrected", label("结果纠正", "corrected")
    OTHERWISE = "otherwise", label("其他结果", "another result")


class Contest(Record):
    """One review or suit over the reply to a request."""

    request = models.ForeignKey(
        Request,
        on_delete=models.PROTECT,
        related_name="contests",
        verbose_name=label("所属申请登记号", "request"),
    )
    kind = models.CharField(label("救济途径", "way taken"), max_length=8, choices=Contested.choices)
    begun_on = models.DateField(label("受理日期", "begun on"))
    ended_on = models.DateField(label("审结日期", "ended on"), null=True, blank=True)
    result = models.CharField(
        label("审理结果", "result"), max_length=12, choices=Result.choices, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, result="")
                | (Q(ended_on__gte=F("begun_on")) & ~Q(result="")),
                name="disclosure_contest_ended",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "begun_on"], name="disclosure_contest_begun"),
            models.Index(fields=["agency", "ended_on"], name="disclosure_contest_ended_on"),
        ]
