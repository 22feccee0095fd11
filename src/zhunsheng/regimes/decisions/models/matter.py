"""A matter to be decided: its two flags, the dates of its steps, and why a step is not needed."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.decisions.models.meeting import Meeting
from zhunsheng.regimes.decisions.models.yearly_list import ForWhom, ListedMatter


class KeyKind(models.TextChoices):
    """Which of the four kinds of 三重一大 (three kinds of key matter, and large sums) it is."""

    DECISION = "decision", label("重大决策", "major decision")
    APPOINTMENT = "appointment", label("重要干部任免", "cadre appointment")
    PROJECT = "project", label("重大项目安排", "major project")
    FUNDS = "funds", label("大额度资金使用", "large sum")


class Legality(models.TextChoices):
    """What the legality review found."""

    LAWFUL = "lawful", label("合法", "lawful")
    AMENDED = "amended", label("修改后合法", "lawful once amended")
    UNLAWFUL = "unlawful", label("不合法", "unlawful")


class EvaluationCause(models.TextChoices):
    """The three cases in which a decision is evaluated."""

    SHORT = "short", label("明显未达到预期效果", "fell clearly short")
    OBJECTED = "objected", label("提出较多意见", "many objections")
    WANTED = "wanted", label("决策机关认为有必要", "the organ thinks fit")


def _day(zh: str, en: str) -> "models.DateField[Any, Any]":
    return models.DateField(label(zh, en), null=True, blank=True)


def _text(zh: str, en: str, length: int = 300) -> "models.CharField[Any, Any]":
    return models.CharField(label(zh, en), max_length=length, blank=True)


class Matter(Record):
    """One matter, entered once though it may bear both flags.

    A `no_…_reason` says why a step is not needed; without it the step is.
    """

    major = models.BooleanField(label("重大行政决策", "major administrative decision"))
    key_matter = models.BooleanField(label("三重一大", "key matter"))
    key_kind = models.CharField(
        label("三重一大类别", "kind of key matter"),
        max_length=12,
        choices=KeyKind.choices,
        blank=True,
    )
    for_whom = models.CharField(
        label("决策主体", "decided for"), max_length=16, choices=ForWhom.choices
    )
    listed = models.ForeignKey(
        ListedMatter,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_as",
        verbose_name=label("目录事项", "matter of the yearly list"),
    )
    opened_on = models.DateField(label("启动日期", "opened on"))
    comment_from = _day("征求意见开始日期", "comment opened on")
    comment_to = _day("征求意见截止日期", "comment closed on")
    comment_short_reason = _text("征求意见期缩短理由", "reason for a shorter comment")
    comments_received = models.PositiveIntegerField(
        label("收到意见数", "comments received"), null=True, blank=True
    )
    comments_adopted = models.PositiveIntegerField(
        label("采纳意见数", "comments adopted"), null=True, blank=True
    )
    no_comment_reason = _text("不公开征求意见理由", "why no public comment")
    hearing_papers_on = _day("听证材料送达日期", "hearing papers delivered on")
    hearing_on = _day("听证日期", "hearing held on")
    experts_on = _day("专家论证日期", "argued by experts on")
    no_experts_reason = _text("不组织专家论证理由", "why no experts")
    risk_on = _day("风险评估日期", "risk assessed on")
    no_risk_reason = _text("不进行风险评估理由", "why no risk assessment")
    competition_on = _day("公平竞争审查日期", "reviewed for fair competition on")
    no_competition_reason = _text("不进行公平竞争审查理由", "why no fair-competition review")
    review_from = _day("送审日期", "sent to legality review on")
    reviewed_on = _day("合法性审查日期", "reviewed for legality on")
    review_body = _text("审查机构", "reviewing body", 80)
    legality = models.CharField(
        label("审查结论", "result of the review"),
        max_length=10,
        choices=Legality.choices,
        blank=True,
    )
    review_short_reason = _text("审查期缩短理由", "reason for a shorter review")
    counsel_heard = _text("提出意见的法律顾问或公职律师", "counsel or government lawyer heard", 80)
    exploratory_risk = _text("改革探索事项的法律风险", "legal risk stated of an exploratory reform")
    tabled_on = _day("提请审议日期", "tabled on")
    decided_on = _day("集体讨论决定日期", "decided on")
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="matters",
        verbose_name=label("讨论决定的会议", "decided at"),
    )
    party_reported_on = _day("向党委请示报告日期", "reported to the Party committee on")
    published_on = _day("决策公布日期", "published on")
    not_published_reason = _text("不公布理由", "why not published")
    archived_on = _day("归档日期", "archived on")
    executed_on = _day("执行完毕日期", "executed on")
    executed_by = _text("执行单位", "carried out by", 80)
    assessed_by = _text("决策前主要论证评估单位", "mainly assessed beforehand by", 80)
    evaluated_on = _day("后评估日期", "evaluated on")
    evaluated_by = _text("后评估单位", "evaluated by", 80)
    evaluation_cause = models.CharField(
        label("后评估情形", "why evaluated"),
        max_length=10,
        choices=EvaluationCause.choices,
        blank=True,
    )
    evaluation_result = _text("后评估结论", "result of the evaluation")

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(major=True) | Q(key_matter=True), name="decisions_matter_flag"
            ),
            models.CheckConstraint(
                condition=(Q(key_matter=True) & ~Q(key_kind="")) | Q(key_matter=False, key_kind=""),
                name="decisions_matter_kind",
            ),
            models.CheckConstraint(
                condition=Q(comments_adopted__isnull=True)
                | Q(
                    comments_received__isnull=False,
                    comments_adopted__lte=F("comments_received"),
                ),
                name="decisions_matter_adopted",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "opened_on"], name="decisions_matter_opened"),
            models.Index(fields=["agency", "decided_on"], name="decisions_matter_decided"),
            models.Index(fields=["agency", "published_on"], name="decisions_matter_public"),
            models.Index(fields=["agency", "evaluated_on"], name="decisions_matter_judged"),
        ]
