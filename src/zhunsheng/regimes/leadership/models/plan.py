"""What the bureau set itself for a year, and the tasks that make it up."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.declare import Record, label


class PlanKind(models.TextChoices):
    """Which of the year's plans."""

    WORK_POINTS = "work_points", label("工作要点", "work points")
    STUDY_PLAN = "study_plan", label("学法计划", "study plan")
    OUTREACH_LIST = "outreach_list", label("普法责任清单", "list of outreach duties")


class Plan(Record):
    """One annual plan as it was issued."""

    kind = models.CharField(label("计划类别", "kind"), max_length=16, choices=PlanKind.choices)
    number = models.CharField(label("文号", "number"), max_length=60, blank=True)
    issued_on = models.DateField(label("印发日期", "issued on"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided") & ~Q(number=""),
                name="leadership_plan_number",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "issued_on"], name="leadership_issued")]


class Task(Record):
    """One task of a plan: who leads it, by when, and how far it has come."""

    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        related_name="tasks",
        verbose_name=label("所属计划", "plan"),
    )
    leader = models.CharField(label("责任领导", "leader in charge"), max_length=60, blank=True)
    due_on = models.DateField(label("完成时限", "due on"))
    started_on = models.DateField(label("启动日期", "started on"), null=True, blank=True)
    done_on = models.DateField(label("完成日期", "done on"), null=True, blank=True)
    cancelled_on = models.DateField(label("取消日期", "cancelled on"), null=True, blank=True)
    cancelled_why = models.CharField(
        label("取消理由", "reason for cancelling"), max_length=200, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(cancelled_on__isnull=True),
                name="leadership_task_ended_once",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True) | ~Q(cancelled_why=""),
                name="leadership_task_cancelled_why",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "due_on"], name="leadership_task_due")]


class TaskProgress(Record):
    """How far a task had come on a day; earlier entries stay."""

    task = models.ForeignKey(
        Task,
        on_delete=models.PROTECT,
        related_name="progress",
        verbose_name=label("所属任务", "task"),
    )
    noted_on = models.DateField(label("进展日期", "noted on"))
    progress = models.CharField(label("进展情况", "progress"), max_length=300)

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "noted_on"], name="leadership_progress_on"),
        ]
