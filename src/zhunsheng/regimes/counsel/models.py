"""Who advises, what they were asked, what they said, and whether it was followed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Person, Record, label, titled


class OpinionKind(models.TextChoices):
    """On what kind of matter counsel was asked."""

    NORM = "norm", label("规范性文件", "normative document")
    DECISION = "decision", label("重大决策", "major decision")
    POLICY = "policy", label("政策措施", "policy")
    PROJECT = "project", label("项目管理", "projects")
    DISCLOSURE = "disclosure", label("政府信息公开", "disclosure")
    DISPUTE = "dispute", label("争议处理", "disputes")
    OTHER = "other", label("其他", "other")


class Adoption(models.TextChoices):
    """What became of the opinion."""

    ADOPTED = "adopted", label("采纳", "adopted")
    PARTLY = "partly", label("部分采纳", "partly adopted")
    NOT = "not", label("未采纳", "not adopted")


class Engagement(Record):
    """An adviser engaged from a day to a day; the title names the firm."""

    title = titled("律师事务所", "law firm")
    lawyers = models.CharField(label("律师", "lawyers"), max_length=120)
    starts_on = models.DateField(label("聘期起", "engaged from"))
    ends_on = models.DateField(label("聘期止", "engaged until"), null=True, blank=True)
    conflicts = models.TextField(label("申报的利益冲突", "conflicts declared"), blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="counsel_engagement_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "starts_on"], name="counsel_engaged_from"),
        ]


class Conflict(Record):
    """A conflict of interest an adviser declared; the title names the matter."""

    title = titled("所涉事项", "matter")
    adviser = models.CharField(label("法律顾问或公职律师", "adviser"), max_length=80)
    consulted = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("系统用户", "user"),
    )
    party = models.CharField(label("相关当事人", "party"), max_length=120, blank=True)
    declared_on = models.DateField(label("申报日期", "declared on"))
    ended_on = models.DateField(label("冲突消除日期", "ended on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("declared_on")),
                name="counsel_conflict_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "declared_on"], name="counsel_conflict_declared"),
        ]


class GovernmentLawyer(Record):
    """One of the bureau's people with a government lawyer's certificate; the title is a name."""

    title = titled("姓名", "name")
    certificate = models.CharField(label("证书编号", "certificate"), max_length=60)
    since_on = models.DateField(label("任职起", "since"))
    until_on = models.DateField(label("任职止", "until"), null=True, blank=True)

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "since_on"], name="counsel_lawyer_since"),
        ]


class Opinion(Record):
    """One question to counsel and its answer; the title names the matter."""

    title = titled("征询事项", "matter asked about")
    kind = models.CharField(
        label("事项类别", "kind of matter"), max_length=12, choices=OpinionKind.choices
    )
    asked_on = models.DateField(label("征询日期", "asked on"))
    adviser = models.CharField(label("法律顾问或公职律师", "adviser"), max_length=80)
    consulted = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("被征询人（系统用户）", "person asked (user here)"),
    )
    party = models.CharField(label("相关当事人", "party"), max_length=120, blank=True)
    no_conflict = models.BooleanField(label("已声明无利益冲突", "declared free of conflict"))
    given_on = models.DateField(label("出具日期", "given on"), null=True, blank=True)
    conclusion = models.TextField(label("意见结论", "conclusion"), blank=True)
    recused_on = models.DateField(label("回避日期", "recused on"), null=True, blank=True)
    conflict = models.CharField(label("回避事由", "why recused"), max_length=300, blank=True)
    handled_on = models.DateField(
        label("采纳情况确定日期", "adoption decided on"), null=True, blank=True
    )
    adoption = models.CharField(
        label("采纳情况", "adoption"), max_length=8, choices=Adoption.choices, blank=True
    )
    not_adopted_reason = models.CharField(
        label("未采纳理由", "why not adopted"), max_length=300, blank=True
    )

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "asked_on"], name="counsel_opinion_asked"),
            models.Index(fields=["agency", "given_on"], name="counsel_opinion_given"),
            models.Index(fields=["agency", "recused_on"], name="counsel_opinion_recused"),
        ]


class ContractReview(Record):
    """One contract reviewed before it was signed; the title names the contract."""

    title = titled("合同名称", "contract")
    party = models.CharField(label("对方当事人", "other party"), max_length=120)
    amount = models.DecimalField(
        label("合同金额（元）", "amount (yuan)"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
    )
    reviewed_on = models.DateField(label("审查日期", "reviewed on"))
    adviser = models.CharField(label("法律顾问或公职律师", "adviser"), max_length=80)
    consulted = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("审查人（系统用户）", "reviewer (user here)"),
    )
    remarks = models.TextField(label("审查意见", "remarks"), blank=True)
    adoption = models.CharField(
        label("采纳情况", "adoption"), max_length=8, choices=Adoption.choices
    )

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "reviewed_on"], name="counsel_contract_reviewed"),
        ]
