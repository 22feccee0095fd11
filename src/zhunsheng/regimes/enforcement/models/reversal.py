"""What became of a penalty decision afterwards, and of its published information with it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.enforcement.models.penalty import PenaltyCase


class Reversed(models.TextChoices):
    """What was done to the decision: the four of article 48."""

    CHANGED = "changed", label("变更", "changed")
    REVOKED = "revoked", label("撤销", "revoked")
    UNLAWFUL = "unlawful", label("确认违法", "found unlawful")
    INVALID = "invalid", label("确认无效", "found invalid")


class Reversal(Record):
    """One change, revocation or finding; a decision may see several.

    `reversed_on` is the day of the bureau's own decision, or the day it received another organ's.
    """

    case = models.ForeignKey(
        PenaltyCase,
        on_delete=models.PROTECT,
        related_name="reversals",
        verbose_name=label("所属案件立案号", "case"),
    )
    how = models.CharField(label("变动情形", "how"), max_length=8, choices=Reversed.choices)
    organ = models.CharField(label("作出机关", "by which organ"), max_length=80)
    reversed_on = models.DateField(label("变动日期", "reversed on"))
    withdrawn_on = models.DateField(
        label("撤回公开信息日期", "publication withdrawn on"), null=True, blank=True
    )
    explained = models.CharField(
        label("公开说明的理由", "reason made public"), max_length=200, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("reversed_on")),
                name="enforcement_reversal_withdrawn",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "reversed_on"], name="enforcement_reversed"),
        ]
