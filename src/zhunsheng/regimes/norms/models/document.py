"""A document the bureau drafts: how it was judged, made, published, filed and ended."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Issuing(models.TextChoices):
    """In whose name the document is issued."""

    OWN = "own", label("本单位制定", "issued alone")
    JOINT_LEAD = "joint_lead", label("联合制定（牵头）", "joint, leading")
    JOINT = "joint", label("联合制定（参与）", "joint, taking part")
    FOR_GOVERNMENT = "for_government", label("代市政府起草", "drafted for the city government")


class Ending(models.TextChoices):
    """How a document stopped being in force."""

    REPEALED = "repealed", label("废止", "repealed")
    DECLARED_INVALID = "declared_invalid", label("宣布失效", "declared invalid")
    EXPIRED = "expired", label("到期失效", "expired")


#: Documents the bureau itself answers for: it files them and counts them as its own.
ANSWERED_FOR = (Issuing.OWN.value, Issuing.JOINT_LEAD.value)


class NormativeDocument(Record):
    """A document judged normative or not, with the dates of its making, life and end."""

    normative = models.BooleanField(label("是否规范性文件", "normative"))
    judgement_reason = models.CharField(
        label("认定理由", "reason for the judgement"), max_length=300
    )
    issuing = models.CharField(
        label("制定方式", "issued in the name of"), max_length=20, choices=Issuing.choices
    )
    basis = models.CharField(label("制定依据", "legal basis"), max_length=300)
    affects_rights = models.BooleanField(label("涉及重大权益", "affects rights or vital interests"))
    market_related = models.BooleanField(
        label("涉及经营主体生产经营", "closely concerns market players")
    )
    comment_from = models.DateField(
        label("征求意见开始日期", "comment opened on"), null=True, blank=True
    )
    comment_to = models.DateField(
        label("征求意见截止日期", "comment closed on"), null=True, blank=True
    )
    comments_received = models.PositiveIntegerField(
        label("收到意见数", "comments received"), null=True, blank=True
    )
    comments_adopted = models.PositiveIntegerField(
        label("采纳意见数", "comments adopted"), null=True, blank=True
    )
    comment_short_reason = models.CharField(
        label("征求意见期缩短理由", "reason for a shorter comment"), max_length=300, blank=True
    )
    fair_competition_on = models.DateField(
        label("公平竞争审查日期", "reviewed for fair competition on"), null=True, blank=True
    )
    examination_from = models.DateField(
        label("送审日期", "sent to examination on"), null=True, blank=True
    )
    examined_on = models.DateField(
        label("合法性审核日期", "examined for legality on"), null=True, blank=True
    )
    # Text, not a division: what is drafted for the government is examined by the justice bureau.
    examination_body = models.CharField(
        label("审核机构", "examining body"), max_length=80, blank=True
    )
    counsel_heard = models.CharField(
        label("提出意见的法律顾问或公职律师", "counsel or government lawyer heard"),
        max_length=80,
        blank=True,
    )
    examination_short_reason = models.CharField(
        label("审核期缩短理由", "reason for a shorter examination"), max_length=300, blank=True
    )
    countersign_from = models.DateField(
        label("收到会签稿日期", "received for countersigning on"), null=True, blank=True
    )
    countersigned_on = models.DateField(
        label("会签日期", "countersigned on"), null=True, blank=True
    )
    tabled_on = models.DateField(label("提请审议日期", "tabled on"), null=True, blank=True)
    decided_on = models.DateField(
        label("集体审议日期", "decided collectively on"), null=True, blank=True
    )
    signed_on = models.DateField(label("签发日期", "signed on"), null=True, blank=True)
    number = models.CharField(label("文号", "document number"), max_length=60, blank=True)
    registration_number = models.CharField(
        label("统一登记号", "registration number"), max_length=60, blank=True
    )
    published_on = models.DateField(label("公布日期", "published on"), null=True, blank=True)
    effective_on = models.DateField(label("施行日期", "effective on"), null=True, blank=True)
    valid_until = models.DateField(label("有效期至", "valid until"), null=True, blank=True)
    filed_on = models.DateField(label("备案日期", "filed on"), null=True, blank=True)
    amended_on = models.DateField(label("最近修改日期", "last amended on"), null=True, blank=True)
    ended_on = models.DateField(label("失效日期", "no longer in force from"), null=True, blank=True)
    ended_how = models.CharField(
        label("失效方式", "how it ended"), max_length=20, choices=Ending.choices, blank=True
    )
    ended_number = models.CharField(
        label("废止失效决定文号", "number of the decision that ended it"), max_length=60, blank=True
    )
    ended_published_on = models.DateField(
        label("废止失效公布日期", "its end published on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided") & ~Q(number=""),
                name="norms_document_number",
            ),
            models.CheckConstraint(
                # Null compared is neither true nor false and would pass: it is ruled out by name.
                condition=Q(ended_on__isnull=True, ended_how="")
                | (
                    Q(published_on__isnull=False, ended_on__isnull=False)
                    & Q(ended_on__gte=F("published_on"))
                    & ~Q(ended_how="")
                ),
                name="norms_document_end",
            ),
            models.CheckConstraint(
                condition=Q(comments_adopted__isnull=True)
                | Q(
                    comments_received__isnull=False,
                    comments_adopted__lte=F("comments_received"),
                ),
                name="norms_document_adopted",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "published_on"], name="norms_document_published"),
            models.Index(fields=["agency", "ended_on"], name="norms_document_ended"),
            models.Index(
                fields=["agency", "countersigned_on"], name="norms_document_countersigned"
            ),
            models.Index(fields=["agency", "filed_on"], name="norms_document_filed"),
            models.Index(fields=["agency", "examined_on"], name="norms_document_examined"),
            models.Index(fields=["agency", "valid_until"], name="norms_document_valid"),
        ]
