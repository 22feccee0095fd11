"""One piece of information made public, where it was posted, who read it before."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Category(models.TextChoices):
    """The fifteen items of article 20 of the Regulations, in their order."""

    NORMS = "norms", label("法规规章和规范性文件", "regulations and normative documents")
    ORGANISATION = "organisation", label("机构职能", "organisation and duties")
    PLANNING = "planning", label("规划和相关政策", "plans and their policies")
    STATISTICS = "statistics", label("统计信息", "statistics")
    SERVICES = "services", label("行政许可和对外管理服务", "permits and services")
    PENALTIES = "penalties", label("行政处罚和行政强制", "penalties and coercion")
    BUDGET = "budget", label("财政预算决算", "budget and final accounts")
    FEES = "fees", label("行政事业性收费", "administrative fees")
    PROCUREMENT = "procurement", label("政府集中采购", "central procurement")
    PROJECTS = "projects", label("重大建设项目", "major construction projects")
    WELFARE = "welfare", label("民生政策措施", "welfare policies and measures")
    EMERGENCY = "emergency", label("突发公共事件应对", "emergencies")
    INSPECTION = "inspection", label("监督检查情况", "supervision and inspection")
    RECRUITMENT = "recruitment", label("公务员招考", "recruitment of civil servants")
    OTHER = "other", label("其他应当公开的信息", "other information to be opened")


class Channel(models.TextChoices):
    """Where it was posted."""

    PORTAL = "portal", label("门户网站", "portal")
    WECHAT = "wechat", label("微信公众号", "WeChat account")


class Publication(Record):
    """One item 条: counted once however many channels it was posted on.

    `category` is the law's; `catalogue` the group of the bureau's own directory it stands in.
    Hours of a leak are times of day such as 09:30; the report is owed within so many of them.
    """

    index_number = models.CharField(label("索引号", "index number"), max_length=60)
    category = models.CharField(
        label("公开类别", "category"), max_length=20, choices=Category.choices
    )
    catalogue = models.CharField(label("目录分类", "catalogue"), max_length=40, blank=True)
    formed_on = models.DateField(label("形成日期", "formed on"))
    reviewed_on = models.DateField(label("三审三校完成日期", "reviewed on"), null=True, blank=True)
    secrecy_on = models.DateField(label("保密审查日期", "secrecy review on"), null=True, blank=True)
    published_on = models.DateField(label("首次公开日期", "first posted on"), null=True, blank=True)
    withdrawn_on = models.DateField(label("撤下日期", "withdrawn on"), null=True, blank=True)
    withdrawn_why = models.CharField(label("撤下原因", "why withdrawn"), max_length=200, blank=True)
    leak_found_on = models.DateField(label("发现泄密日期", "leak found on"), null=True, blank=True)
    leak_found_at = models.CharField(
        label("发现泄密时刻", "leak found at"), max_length=5, blank=True
    )
    leak_reported_on = models.DateField(
        label("泄密报告日期", "leak reported on"), null=True, blank=True
    )
    leak_reported_at = models.CharField(
        label("泄密报告时刻", "leak reported at"), max_length=5, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "index_number"],
                condition=~Q(standing="voided"),
                name="disclosure_index_number",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("formed_on")),
                name="disclosure_published_formed",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawn_why=""),
                name="disclosure_withdrawn_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "published_on"], name="disclosure_published"),
            models.Index(fields=["agency", "withdrawn_on"], name="disclosure_withdrawn"),
            models.Index(fields=["agency", "leak_found_on"], name="disclosure_leak_found"),
        ]


class Posting(Record):
    """One posting 条次 of an item on a channel."""

    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name=label("所属信息索引号", "publication"),
    )
    channel = models.CharField(label("发布渠道", "channel"), max_length=10, choices=Channel.choices)
    posted_on = models.DateField(label("发布日期", "posted on"))
    address = models.CharField(label("网址", "address"), max_length=300, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["publication", "channel"],
                condition=~Q(standing="voided"),
                name="disclosure_posted_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "posted_on"], name="disclosure_posted"),
        ]


class Review(Record):
    """One level of 三审三校: who read the text, when, and what they changed."""

    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        related_name="reviews",
        verbose_name=label("所属信息索引号", "publication"),
    )
    level = models.PositiveSmallIntegerField(label("审校环节", "level"))
    reviewer = models.CharField(label("审校人", "reviewer"), max_length=40)
    reviewed_on = models.DateField(label("审校日期", "reviewed on"))
    text_as_read = models.TextField(label("审校时文本", "text as it stood"), blank=True)
    change = models.TextField(label("修改内容", "change"), blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["publication", "level"],
                condition=~Q(standing="voided"),
                name="disclosure_level_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "reviewed_on"], name="disclosure_review_read"),
        ]


class SecrecyReview(Record):
    """The secrecy review of one item: by whom, on which day, what it concluded."""

    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        related_name="secrecy_reviews",
        verbose_name=label("所属信息索引号", "publication"),
    )
    reviewer = models.CharField(label("审查人", "reviewer"), max_length=40)
    reviewed_on = models.DateField(label("审查日期", "reviewed on"))
    may_publish = models.BooleanField(label("是否可以公开", "may be published"))
    ground = models.CharField(label("审查意见", "opinion"), max_length=200, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(may_publish=True) | ~Q(ground=""), name="disclosure_secrecy_ground"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "reviewed_on"], name="disclosure_secrecy_read"),
        ]
