"""What was changed of a decision while it was carried out: suspended, stopped or adjusted."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.decisions.models.matter import Matter
from zhunsheng.regimes.decisions.models.meeting import Meeting
from zhunsheng.regimes.decisions.models.yearly_list import ForWhom


class ChangeKind(models.TextChoices):
    """What became of the decision."""

    SUSPENDED = "suspended", label("中止执行", "suspended")
    STOPPED = "stopped", label("停止执行", "stopped")
    ADJUSTED = "adjusted", label("调整", "adjusted")


class ExecutionChange(Record):
    """One change: in force from `changed_on`, decided by procedure on `decided_on`.

    The principal may suspend at once in an emergency; the procedure follows.
    """

    matter = models.ForeignKey(
        Matter,
        on_delete=models.PROTECT,
        related_name="changes",
        verbose_name=label("所属决策事项", "decision changed"),
    )
    # Repeated from the decision: a rule's force is read from its own row's fields.
    for_whom = models.CharField(
        label("决策主体", "decided for"), max_length=16, choices=ForWhom.choices
    )
    kind = models.CharField(
        label("变更方式", "what changed"), max_length=10, choices=ChangeKind.choices
    )
    changed_on = models.DateField(label("变更日期", "changed on"), null=True, blank=True)
    reason = models.CharField(label("变更理由", "reason"), max_length=300)
    urgent = models.BooleanField(label("情况紧急先行中止", "suspended at once as urgent"))
    decided_on = models.DateField(label("变更决定日期", "change decided on"), null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=label("决定变更的会议", "change decided at"),
    )
    resumed_on = models.DateField(label("恢复执行日期", "resumed on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(urgent=False) | Q(kind="suspended"), name="decisions_change_urgent"
            ),
            models.CheckConstraint(
                condition=Q(resumed_on__isnull=True)
                | (
                    Q(kind="suspended", changed_on__isnull=False)
                    & Q(resumed_on__gte=F("changed_on"))
                ),
                name="decisions_change_resumed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "changed_on"], name="decisions_changed"),
        ]
