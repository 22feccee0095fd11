"""The registers: submissions, the congress's acts of supervision, remarks of the resident team."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Body(models.TextChoices):
    """Who made the submission: the term for it follows the body."""

    SUGGESTION = "suggestion", label("人大代表建议", "deputies' suggestion")
    PROPOSAL = "proposal", label("政协提案", "CPPCC proposal")


class Role(models.TextChoices):
    """The bureau's part in handling it."""

    LEAD = "lead", label("主办", "lead")
    CO = "co", label("协办", "co-handling")
    SEPARATE = "separate", label("分办", "separate")


class Feedback(models.TextChoices):
    """What the deputy or member said of the reply; empty while nothing was said."""

    SATISFIED = "satisfied", label("满意", "satisfied")
    BASICALLY = "basically_satisfied", label("基本满意", "basically satisfied")
    DISSATISFIED = "dissatisfied", label("不满意", "dissatisfied")


class SupervisionKind(models.TextChoices):
    """How the congress supervised."""

    WORK_REPORT = "work_report", label("听取专项工作报告", "special work report")
    INQUIRY = "inquiry", label("询问", "inquiry")
    INTERPELLATION = "interpellation", label("质询", "interpellation")
    INSPECTION = "inspection", label("视察调研", "inspection")
    LAW_CHECK = "law_check", label("执法检查", "law-enforcement check")


class Submission(Record):
    """A suggestion or proposal assigned to the bureau, from assignment to published reply.

    What was said first stays as it was said; the second reply and feedback have fields of their
    own. Each contact is a line; `contacted_on` counts only where none was entered.
    What came by mistake is the bureau's no more once it is assigned to another.
    """

    body = models.CharField(label("类别", "kind"), max_length=12, choices=Body.choices)
    number = models.CharField(label("编号", "number"), max_length=40)
    role = models.CharField(
        label("承办方式", "part in handling"), max_length=10, choices=Role.choices
    )
    assigned_by = models.CharField(label("交办机关", "assigned by"), max_length=80)
    assigned_on = models.DateField(label("交办日期", "assigned on"))
    disputed_on = models.DateField(
        label("申请改办日期", "called not ours on"), null=True, blank=True
    )
    reassigned_on = models.DateField(
        label("改交其他单位日期", "assigned to another on"), null=True, blank=True
    )
    contacted_on = models.DateField(label("沟通日期", "contacted on"), null=True, blank=True)
    extended_on = models.DateField(label("延期批准日期", "extended on"), null=True, blank=True)
    opinion_sent_on = models.DateField(
        label("协办意见日期", "opinion sent on"), null=True, blank=True
    )
    replied_on = models.DateField(label("答复日期", "replied on"), null=True, blank=True)
    reply_number = models.CharField(label("答复文号", "reply number"), max_length=60, blank=True)
    # Classes differ from place to place: the pack lists them, the column takes what it lists.
    result_class = models.CharField(label("办理结果类别", "result class"), max_length=4, blank=True)
    feedback_on = models.DateField(label("反馈日期", "feedback on"), null=True, blank=True)
    feedback = models.CharField(
        label("代表委员意见", "feedback"), max_length=20, choices=Feedback.choices, blank=True
    )
    replied_again_on = models.DateField(
        label("重新答复日期", "replied again on"), null=True, blank=True
    )
    feedback_again_on = models.DateField(
        label("再次反馈日期", "second feedback on"), null=True, blank=True
    )
    feedback_again = models.CharField(
        label("再次反馈意见", "second feedback"),
        max_length=20,
        choices=Feedback.choices,
        blank=True,
    )
    not_public_reason = models.CharField(
        label("不公开理由", "reason not to publish"), max_length=200, blank=True
    )
    reply_published_on = models.DateField(
        label("复文公开日期", "reply published on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="oversight_submission_number",
            ),
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True) | Q(replied_on__gte=F("assigned_on")),
                name="oversight_submission_replied",
            ),
            models.CheckConstraint(
                condition=Q(feedback="", feedback_on__isnull=True)
                | (~Q(feedback="") & Q(feedback_on__isnull=False)),
                name="oversight_submission_feedback",
            ),
            models.CheckConstraint(
                condition=Q(feedback_again="", feedback_again_on__isnull=True)
                | (~Q(feedback_again="") & Q(feedback_again_on__isnull=False)),
                name="oversight_submission_again",
            ),
            models.CheckConstraint(
                condition=~Q(role="co") | Q(replied_on__isnull=True),
                name="oversight_submission_lead_answers",
            ),
            models.CheckConstraint(
                condition=Q(reassigned_on__isnull=True)
                | Q(
                    disputed_on__isnull=False, replied_on__isnull=True, opinion_sent_on__isnull=True
                ),
                name="oversight_submission_reassigned",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "assigned_on"], name="oversight_assigned"),
            models.Index(fields=["agency", "replied_on"], name="oversight_replied"),
            models.Index(fields=["agency", "reassigned_on"], name="oversight_reassigned"),
            models.Index(fields=["agency", "opinion_sent_on"], name="oversight_opinion_sent"),
            models.Index(fields=["agency", "reply_published_on"], name="oversight_reply_public"),
        ]


class ContactMeans(models.TextChoices):
    """How the deputy or member was spoken to."""

    VISIT = "visit", label("走访", "visit")
    MEETING = "meeting", label("座谈", "meeting")
    TELEPHONE = "telephone", label("电话", "telephone")
    LETTER = "letter", label("书面", "letter")


class Contact(Record):
    """One contact with the deputy or member; a submission keeps all of them."""

    submission = models.ForeignKey(
        Submission,
        on_delete=models.PROTECT,
        related_name="contacts",
        verbose_name=label("所属建议提案编号", "submission"),
    )
    met_on = models.DateField(label("联系日期", "spoken to on"))
    means = models.CharField(label("联系方式", "how"), max_length=10, choices=ContactMeans.choices)
    content = models.CharField(label("沟通情况", "what was said"), max_length=300)

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "met_on"], name="oversight_contact_met"),
        ]


class HandlingReport(Record):
    """The report of a year or half-year on how submissions were handled."""

    for_year = models.PositiveSmallIntegerField(label("报告年度", "year reported"))
    half_year = models.BooleanField(label("半年报告", "of the first half-year"), default=False)
    assigned_on = models.DateField(label("部署日期", "begun on"))
    sent_to = models.CharField(label("报送机关", "sent to"), max_length=80)
    sent_on = models.DateField(label("报送日期", "sent on"), null=True, blank=True)
    published_on = models.DateField(label("报告公开日期", "published on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(sent_on__gte=F("assigned_on")),
                name="oversight_report_sent_after",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "sent_on"], name="oversight_report_sent"),
        ]


class SupervisionAct(Record):
    """One act by which the congress or its standing committee supervised the bureau."""

    kind = models.CharField(
        label("监督方式", "kind"), max_length=16, choices=SupervisionKind.choices
    )
    held_on = models.DateField(label("日期", "held on"))
    held_by = models.CharField(label("组织机关", "held by"), max_length=80)
    opinions = models.TextField(label("提出的意见", "opinions given"), blank=True)
    followed_up_on = models.DateField(
        label("落实情况报告日期", "follow-up reported on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(followed_up_on__isnull=True) | Q(followed_up_on__gte=F("held_on")),
                name="oversight_act_followed_up",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "held_on"], name="oversight_supervised"),
        ]


class TeamRemark(Record):
    """A remark of the resident team, its answer, and its closing by somebody else."""

    about = models.CharField(label("针对事项", "about"), max_length=200)
    made_on = models.DateField(label("提出日期", "made on"))
    answer = models.TextField(label("答复内容", "answer"), blank=True)
    answered_on = models.DateField(label("答复日期", "answered on"), null=True, blank=True)
    closed_on = models.DateField(label("销号日期", "closed on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("made_on")),
                name="oversight_remark_answered",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("made_on")),
                name="oversight_remark_closing",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "made_on"], name="oversight_remarked"),
            models.Index(fields=["agency", "closed_on"], name="oversight_remark_closed"),
        ]
