"""An incidental review: a document examined within the review of an act that rests on it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.norms.models.document import NormativeDocument


class Found(models.TextChoices):
    """What the reviewing organ found of the clauses in question."""

    LAWFUL = "lawful", label("相关条款合法", "lawful")
    UNLAWFUL = (
        "unlawful",
        label("相关条款超越权限或者违反上位法", "beyond power or against higher law"),
    )


class IncidentalReview(Record):
    """One such review: the bureau, as the maker, explains the clauses in writing."""

    document = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="incidental_reviews",
        verbose_name=label("所属文件文号", "document reviewed"),
    )
    asked_by = models.CharField(label("复议机关", "reviewing organ"), max_length=80)
    noticed_on = models.DateField(label("收到通知日期", "notice received on"))
    replied_on = models.DateField(label("书面答复日期", "replied on"), null=True, blank=True)
    found_on = models.DateField(label("处理日期", "found on"), null=True, blank=True)
    found = models.CharField(
        label("处理结果", "finding"), max_length=10, choices=Found.choices, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True) | Q(replied_on__gte=F("noticed_on")),
                name="norms_incidental_replied",
            ),
            models.CheckConstraint(
                condition=Q(found_on__isnull=True, found="")
                | (Q(found_on__isnull=False) & Q(found_on__gte=F("noticed_on")) & ~Q(found="")),
                name="norms_incidental_found",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "noticed_on"], name="norms_incidental_noticed"),
            models.Index(fields=["agency", "found_on"], name="norms_incidental_found_on"),
        ]
