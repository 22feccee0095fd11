"""A clean-up of the documents in force, and what it concluded on each of them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.norms.models.document import Ending, NormativeDocument


class Conclusion(models.TextChoices):
    """What a clean-up concludes on one document."""

    KEPT = "kept", label("继续有效", "kept")
    AMENDED = "amended", label("修改", "to be amended")
    REPEALED = Ending.REPEALED.value, label("废止", "repealed")
    DECLARED_INVALID = Ending.DECLARED_INVALID.value, label("宣布失效", "declared invalid")


class Cleanup(Record):
    """One clean-up: the day up to which documents were looked at, its decision, its publication."""

    cut_off_on = models.DateField(label("清理截止日期", "cut-off date"))
    scope_note = models.CharField(label("清理范围", "scope"), max_length=300)
    decided_on = models.DateField(label("清理决定日期", "decided on"))
    published_on = models.DateField(
        label("结果公布日期", "result published on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(decided_on__gte=F("cut_off_on")), name="norms_cleanup_decided"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "decided_on"], name="norms_cleanup_decided_on"),
        ]


class CleanupConclusion(Record):
    """What the clean-up concluded on one document; it repeats the decision's day."""

    cleanup = models.ForeignKey(
        Cleanup,
        on_delete=models.PROTECT,
        related_name="conclusions",
        verbose_name=label("所属清理", "clean-up"),
    )
    document = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="conclusions",
        verbose_name=label("文件文号", "document"),
    )
    conclusion = models.CharField(
        label("清理结论", "conclusion"), max_length=20, choices=Conclusion.choices
    )
    reason = models.CharField(label("结论理由", "reason"), max_length=300, blank=True)
    # Repeated from the clean-up: a figure is dated by its own row's column, never through a join.
    decided_on = models.DateField(label("清理决定日期", "decided on"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["cleanup", "document"],
                condition=~Q(standing="voided"),
                name="norms_conclusion_once",
            ),
            models.CheckConstraint(
                condition=Q(conclusion="kept") | ~Q(reason=""), name="norms_conclusion_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "decided_on"], name="norms_conclusion_decided"),
        ]
