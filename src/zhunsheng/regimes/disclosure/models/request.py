"""A request for information, from receipt to reply, in the classes of the national table."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Applicant(models.TextChoices):
    """The kinds of applicant of the national table."""

    PERSON = "person", label("自然人", "natural person")
    COMPANY = "company", label("商业企业", "company")
    INSTITUTE = "institute", label("科研机构", "research institute")
    SOCIAL = "social", label("社会公益组织", "social organisation")
    LEGAL = "legal", label("法律服务机构", "legal services")
    OTHER = "other", label("其他", "other")


class Means(models.TextChoices):
    """How the request came."""

    COUNTER = "counter", label("当面", "in person")
    POST = "post", label("邮寄", "by post")
    ONLINE = "online", label("网络", "online")
    FAX = "fax", label("传真", "by fax")


class Reply(models.TextChoices):
    """How it was answered: the 21 results of the national table, a group before each reason."""

    OPENED = "opened", label("予以公开", "opened")
    PARTLY = "partly", label("部分公开", "partly opened")
    REFUSED_SECRET = "refused_secret", label("不予公开：属于国家秘密", "refused: a state secret")
    REFUSED_FORBIDDEN = (
        "refused_forbidden",
        label("不予公开：其他法律行政法规禁止公开", "refused: forbidden by another law"),
    )
    REFUSED_STABILITY = (
        "refused_stability",
        label("不予公开：危及“三安全一稳定”", "refused: endangers security or stability"),
    )
    REFUSED_THIRD_PARTY = (
        "refused_third_party",
        label("不予公开：保护第三方合法权益", "refused: protects a third party"),
    )
    REFUSED_INTERNAL = (
        "refused_internal",
        label("不予公开：属于三类内部事务信息", "refused: internal affairs"),
    )
    REFUSED_PROCESS = (
        "refused_process",
        label("不予公开：属于四类过程性信息", "refused: information of a process"),
    )
    REFUSED_ENFORCEMENT = (
        "refused_enforcement",
        label("不予公开：属于行政执法案卷", "refused: an enforcement file"),
    )
    REFUSED_INQUIRY = (
        "refused_inquiry",
        label("不予公开：属于行政查询事项", "refused: a matter of inquiry"),
    )
    UNAVAILABLE_ABSENT = (
        "unavailable_absent",
        label("无法提供：本机关不掌握相关政府信息", "cannot be provided: not held"),
    )
    UNAVAILABLE_UNMADE = (
        "unavailable_unmade",
        label("无法提供：没有现成信息需要另行制作", "cannot be provided: would have to be made"),
    )
    UNAVAILABLE_UNCLEAR = (
        "unavailable_unclear",
        label("无法提供：补正后申请内容仍不明确", "cannot be provided: unclear after correction"),
    )
    NOT_HANDLED_COMPLAINT = (
        "not_handled_complaint",
        label("不予处理：信访举报投诉类申请", "not handled: a petition or complaint"),
    )
    NOT_HANDLED_REPEATED = (
        "not_handled_repeated",
        label("不予处理：重复申请", "not handled: a repeated request"),
    )
    NOT_HANDLED_PUBLISHED = (
        "not_handled_published",
        label("不予处理：要求提供公开出版物", "not handled: asks for a publication"),
    )
    NOT_HANDLED_EXCESSIVE = (
        "not_handled_excessive",
        label("不予处理：无正当理由大量反复申请", "not handled: excessive without reason"),
    )
    NOT_HANDLED_CONFIRM = (
        "not_handled_confirm",
        label("不予处理：要求确认或重新出具已获取信息", "not handled: asks to confirm what it has"),
    )
    OTHERWISE_UNCORRECTED = (
        "otherwise_uncorrected",
        label("其他处理：逾期不补正", "otherwise closed: never corrected"),
    )
    OTHERWISE_UNPAID = (
        "otherwise_unpaid",
        label("其他处理：逾期不缴费", "otherwise closed: never paid"),
    )
    OTHERWISE_OTHER = "otherwise_other", label("其他处理：其他", "otherwise closed: another reason")


class Request(Record):
    """One request; days with a third party or another organ that made the information with the
    bureau do not count towards the reply."""

    number = models.CharField(label("登记号", "number"), max_length=40)
    applicant = models.CharField(
        label("申请人类型", "applicant"), max_length=12, choices=Applicant.choices
    )
    means = models.CharField(
        label("申请方式", "how received"), max_length=10, choices=Means.choices
    )
    received_on = models.DateField(label("收到日期", "received on"))
    needs_correction = models.BooleanField(label("是否需要补正", "needs correction"), default=False)
    correction_noticed_on = models.DateField(
        label("补正告知日期", "correction notice on"), null=True, blank=True
    )
    corrected_on = models.DateField(label("收到补正日期", "corrected on"), null=True, blank=True)
    third_party_asked_on = models.DateField(
        label("征求第三方意见日期", "third party asked on"), null=True, blank=True
    )
    third_party_answered_on = models.DateField(
        label("收到第三方意见日期", "third party answered on"), null=True, blank=True
    )
    organ_asked_on = models.DateField(
        label("征求其他机关意见日期", "other organ asked on"), null=True, blank=True
    )
    organ_answered_on = models.DateField(
        label("收到其他机关意见日期", "other organ answered on"), null=True, blank=True
    )
    extended_on = models.DateField(label("延期告知日期", "extended on"), null=True, blank=True)
    replied_on = models.DateField(label("答复日期", "replied on"), null=True, blank=True)
    reply = models.CharField(
        label("答复类型", "reply"), max_length=24, choices=Reply.choices, blank=True
    )
    ground = models.CharField(label("不予公开依据", "ground"), max_length=200, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="disclosure_request_number",
            ),
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True) | Q(replied_on__gte=F("received_on")),
                name="disclosure_request_replied",
            ),
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True, reply="")
                | (Q(replied_on__isnull=False) & ~Q(reply="")),
                name="disclosure_request_reply",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "received_on"], name="disclosure_received"),
            models.Index(fields=["agency", "replied_on"], name="disclosure_replied"),
        ]
