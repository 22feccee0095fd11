"""The registers: problems, measures that answer them, and the tasks of next year.

Each row names the day up to which the year was looked at: what was found and settled in January
still belongs to the year it looks back on.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label, titled

_AS_OF = label("统计截止日期", "as of")


class Evidence(models.TextChoices):
    """What showed the problem."""

    IRREGULARITY = "irregularity", label("程序瑕疵", "irregularity")
    OVERDUE = "overdue", label("逾期事项", "overdue duty")
    FIGURE = "figure", label("指标反映", "figure")
    REMARK = "remark", label("监督意见", "remark of oversight")
    REVIEW = "review", label("自查发现", "own review")


class Problem(Record):
    """What fell short in the year, and why; `ground` says which record or figure showed it."""

    number = models.CharField(label("问题编号", "number"), max_length=40)
    statement = models.TextField(label("问题表现", "what fell short"))
    cause = models.TextField(label("原因", "cause"))
    evidence = models.CharField(
        label("依据类型", "kind of evidence"), max_length=14, choices=Evidence.choices
    )
    ground = models.CharField(label("依据说明", "ground"), max_length=300)
    as_of = models.DateField(_AS_OF)
    adopted_on = models.DateField(label("研究确定日期", "adopted on"), null=True, blank=True)
    solved_on = models.DateField(label("销号日期", "solved on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="planning_problem_number",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "as_of"], name="planning_problem_at")]


class Measure(Record):
    """What is done about a problem, by which division, until when."""

    title = titled("措施内容", "measure")
    number = models.CharField(label("措施编号", "number"), max_length=40)
    problem = models.ForeignKey(
        Problem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name=label("对应问题编号", "problem answered"),
    )
    as_of = models.DateField(_AS_OF)
    due_on = models.DateField(label("完成时限", "due on"))
    done_on = models.DateField(label("完成日期", "done on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="planning_measure_number",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("as_of")), name="planning_measure_due"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "as_of"], name="planning_measure_at")]


class NextTask(Record):
    """A task of next year: a measure taken up, or work that goes on."""

    number = models.CharField(label("任务编号", "number"), max_length=40)
    statement = models.TextField(label("任务内容", "what is to be done"))
    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=label("来源措施编号", "measure taken up"),
    )
    as_of = models.DateField(_AS_OF)
    due_on = models.DateField(label("完成时限", "due on"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="planning_task_number",
            ),
            models.CheckConstraint(condition=Q(due_on__gt=F("as_of")), name="planning_task_due"),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "as_of"], name="planning_task_at")]
