"""Plans for emergencies, and the drills that try them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class PlanKind(models.TextChoices):
    """What a plan is for; each kind has its own cycle of drills."""

    DEPARTMENTAL = "departmental", label("部门应急预案", "departmental plan")
    SPECIAL = "special", label("专项应急预案", "special plan")
    SAFETY = "safety", label("生产安全事故应急预案", "plan for accidents at work")
    ON_SITE = "on_site", label("现场处置方案", "on-site plan")
    FIRE = "fire", label("灭火和应急疏散预案", "plan for fires")


class DrillKind(models.TextChoices):
    """What is practised."""

    FIRE = "fire", label("消防疏散", "fire and evacuation")
    LABORATORY = "laboratory", label("实验室安全", "laboratory safety")
    NETWORK = "network", label("网络安全", "network security")
    FLOOD = "flood", label("防汛", "flood")
    LIFT = "lift", label("电梯困人", "people in a lift")
    FIRST_AID = "first_aid", label("应急救护", "first aid")
    OTHER = "other", label("其他", "another")


class Plan(Record):
    """One plan; the next evaluation is counted from the last one, or from its issue."""

    kind = models.CharField(label("预案类别", "kind"), max_length=16, choices=PlanKind.choices)
    issued_on = models.DateField(label("印发日期", "issued on"))
    filed_on = models.DateField(label("备案日期", "filed on"), null=True, blank=True)
    evaluated_on = models.DateField(
        label("最近评估日期", "last evaluated on"), null=True, blank=True
    )
    abolished_on = models.DateField(label("停止执行日期", "abolished on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(filed_on__isnull=True) | Q(filed_on__gte=F("issued_on")),
                name="emergency_plan_filed",
            ),
            models.CheckConstraint(
                condition=Q(abolished_on__isnull=True) | Q(abolished_on__gte=F("issued_on")),
                name="emergency_plan_abolished",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "issued_on"], name="emergency_issued"),
            models.Index(fields=["agency", "filed_on"], name="emergency_filed"),
            models.Index(fields=["agency", "evaluated_on"], name="emergency_evaluated"),
            models.Index(fields=["agency", "abolished_on"], name="emergency_abolished"),
        ]


class Drill(Record):
    """One drill, how many took part, and what its evaluation found."""

    kind = models.CharField(label("演练类别", "kind"), max_length=12, choices=DrillKind.choices)
    held_on = models.DateField(label("演练日期", "held on"))
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="drills",
        verbose_name=label("依据预案", "plan tried"),
    )
    place = models.CharField(label("演练地点", "place"), max_length=120)
    people = models.PositiveIntegerField(label("参加人次", "people"))
    evaluated_on = models.DateField(label("评估日期", "evaluated on"), null=True, blank=True)
    evaluation = models.CharField(label("评估结论", "evaluation"), max_length=300, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(people__gte=1), name="emergency_drill_people"),
            models.CheckConstraint(
                condition=Q(evaluated_on__isnull=True) | Q(evaluated_on__gte=F("held_on")),
                name="emergency_drill_evaluated",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "held_on"], name="emergency_drilled")]
