"""The bureau's accounts on new media, each owing an update every so many days."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label, titled
from zhunsheng.regimes.disclosure.models.publication import Channel


class Platform(models.TextChoices):
    """Where the account is kept; postings of the ledger are those on WeChat."""

    WECHAT = Channel.WECHAT.value, label("微信公众号", "WeChat account")
    WEIBO = "weibo", label("政务微博", "microblog")
    VIDEO = "video", label("短视频账号", "short video account")
    OTHER = "other", label("其他", "other")


class Account(Record):
    """One account, from its opening until it is closed.

    `updated_on` is what the ledger's postings do not say: the last update before they began, or
    of an account whose updates are not entered one by one. Empty: nothing is known of any.
    """

    title = titled("账号名称", "account")
    platform = models.CharField(
        label("账号平台", "platform"), max_length=10, choices=Platform.choices
    )
    opened_on = models.DateField(label("开设日期", "opened on"))
    updated_on = models.DateField(label("最近更新日期", "last updated on"), null=True, blank=True)
    closed_on = models.DateField(label("注销日期", "closed on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="disclosure_account_closed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "opened_on"], name="disclosure_account_opened"),
        ]
