"""The bureau's list of whom it tells which law, item by item."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label

#: Days, weeks and months the year keeps for a subject, by their statutory names: key → (zh, en).
MARKED_DAYS = {
    "consumer_day": ("国际消费者权益日", "World Consumer Rights Day"),
    "security_day": ("全民国家安全教育日", "National Security Education Day"),
    "civil_code_month": ("民法典宣传月", "Civil Code Month"),
    "science_week": ("全国科技活动周", "National Science and Technology Week"),
    "science_month": ("全国科普月", "National Science Popularisation Month"),
    "defence_day": ("全民国防教育日", "National Defence Education Day"),
    "constitution": ("国家宪法日和宪法宣传周", "Constitution Day and Week"),
}


class MarkedDay(models.TextChoices):
    """One of them."""

    CONSUMER_DAY = "consumer_day", label(*MARKED_DAYS["consumer_day"])
    SECURITY_DAY = "security_day", label(*MARKED_DAYS["security_day"])
    CIVIL_CODE_MONTH = "civil_code_month", label(*MARKED_DAYS["civil_code_month"])
    SCIENCE_WEEK = "science_week", label(*MARKED_DAYS["science_week"])
    SCIENCE_MONTH = "science_month", label(*MARKED_DAYS["science_month"])
    DEFENCE_DAY = "defence_day", label(*MARKED_DAYS["defence_day"])
    CONSTITUTION = "constitution", label(*MARKED_DAYS["constitution"])


class ListItem(Record):
    """One item of the list: the title says what law is told; the division answers for it."""

    number = models.CharField(label("清单序号", "number"), max_length=40)
    audience = models.CharField(label("普法对象", "audience"), max_length=120)
    form = models.CharField(label("普法形式", "form"), max_length=200)
    marked_day = models.CharField(
        label("依托节点", "marked day"), max_length=20, choices=MarkedDay.choices, blank=True
    )
    listed_on = models.DateField(label("清单印发日期", "list issued on"))
    published_on = models.DateField(
        label("清单公布日期", "list published on"), null=True, blank=True
    )
    due_on = models.DateField(label("完成时限", "due on"))
    done_on = models.DateField(label("完成日期", "done on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="outreach_listitem_number",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("listed_on")), name="outreach_listitem_due"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(done_on__gte=F("listed_on")),
                name="outreach_listitem_done",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "listed_on"], name="outreach_listed")]
