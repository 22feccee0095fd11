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
    """How it was answered, by the groups of the national table."""

    OPENED = "opened", label("予以公开", "opened")
    PARTLY = "partly", label("部分公开", "partly opened")
    REFUSED = "refused", label("不予公开", "refused")
    UNAVAILABLE = "unavailable", label("无法提供", "cannot be provided")
    NOT_HANDLED = "not_handled", label("不予处理", "not handled")
    OTHERWISE = "otherwise", label("其他处理", "otherwise closed")


class Dispute(models.TextChoices):
    """What followed the reply."""

    REVIEW = "review", label("行政复议", "administrative review")
    LITIGATION = "litigation", label("行政诉讼", "litigation")


class Request(Record):
    """One request; days with a third party do not count towards the reply."""

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
    extended_on = models.DateField(label("延期告知日期", "extended on"), null=True, blank=True)
    replied_on = models.DateField(label("答复日期", "replied on"), null=True, blank=True)
    reply = models.CharField(
        label("答复类型", "reply"), max_length=12, choices=Reply.choices, blank=True
    )
    ground = models.CharField(label("不予公开依据", "ground"), max_length=200, blank=True)
    dispute = models.CharField(
        label("复议诉讼", "dispute"), max_length=12, choices=Dispute.choices, blank=True
    )

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
