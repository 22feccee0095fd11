"""Inspections of those the bureau supervises, and what it publishes of a whole year."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.enforcement.models.officer import Officer


class NoticeKind(models.TextChoices):
    """What is published of a year: the plan before it, the figures after it."""

    PLAN = "plan", label("行政检查计划", "inspection plan")
    DATA = "data", label("行政执法年度数据", "yearly enforcement data")


class InspectionKind(models.TextChoices):
    """Why there is an inspection."""

    ROUTINE = "routine", label("日常检查", "routine")
    RANDOM = "random", label("双随机抽查", "at random")
    SPECIAL = "special", label("专项检查", "special")
    CASE = "case", label("个案检查", "of one case")


class InspectionResult(models.TextChoices):
    """What it came to."""

    CLEAR = "clear", label("未发现问题", "nothing found")
    CORRECTED = "corrected", label("责令改正", "ordered to correct")
    CASE = "case", label("移送立案", "a case was filed")


class Recording(models.TextChoices):
    """How the whole process is on record."""

    TEXT = "text", label("文字记录", "in writing")
    BOTH = "both", label("文字和音像记录", "in writing and on film")


class AnnualNotice(Record):
    """A year's inspection plan or enforcement figures, made and then published."""

    kind = models.CharField(label("公示内容", "kind"), max_length=4, choices=NoticeKind.choices)
    issued_on = models.DateField(label("形成日期", "made on"))
    published_on = models.DateField(label("公开日期", "published on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("issued_on")),
                name="enforcement_notice_published",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "issued_on"], name="enforcement_notice_made"),
            models.Index(fields=["agency", "published_on"], name="enforcement_notice_public"),
        ]


class Inspection(Record):
    """One inspection of one party, from its listing to the publication of its result."""

    number = models.CharField(label("检查编号", "number"), max_length=40)
    kind = models.CharField(label("检查方式", "kind"), max_length=8, choices=InspectionKind.choices)
    subject = models.CharField(label("检查对象", "whom"), max_length=120)
    of_enterprise = models.BooleanField(label("涉企检查", "of an enterprise"), default=False)
    plan = models.ForeignKey(
        AnnualNotice,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inspections",
        verbose_name=label("所依检查计划", "plan"),
    )
    first_officer = models.ForeignKey(
        Officer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("执法人员一证号", "first officer"),
    )
    second_officer = models.ForeignKey(
        Officer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("执法人员二证号", "second officer"),
    )
    held_on = models.DateField(label("检查日期", "held on"), null=True, blank=True)
    result = models.CharField(
        label("检查结果", "result"), max_length=10, choices=InspectionResult.choices, blank=True
    )
    recording = models.CharField(
        label("全过程记录方式", "recording"), max_length=4, choices=Recording.choices, blank=True
    )
    published_on = models.DateField(label("结果公开日期", "published on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="enforcement_inspection_number",
            ),
            models.CheckConstraint(
                condition=Q(result="", held_on__isnull=True)
                | (~Q(result="") & Q(held_on__isnull=False)),
                name="enforcement_inspection_result",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "held_on"], name="enforcement_inspected"),
            models.Index(fields=["agency", "published_on"], name="enforcement_result_public"),
        ]
