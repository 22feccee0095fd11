"""A year's report and its waivers."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item, Record


class Stage(models.TextChoices):
    """How far the report has come."""

    DRAFTING = "drafting", label("起草中", "drafting")
    DISCUSSED = "discussed", label("已经党组讨论", "discussed by the Party group")
    SIGNED = "signed", label("已签发", "signed")
    ISSUED = "issued", label("已印发", "issued")


class Report(Record):
    """An agency's report of a kind on one year.

    `parts` is JSON: key of a part → its text with tokens.
    """

    year = models.PositiveSmallIntegerField(label("年度", "year"))
    kind = models.CharField(label("报告种类", "kind"), max_length=60, default="rule_of_law")
    parts = models.TextField(label("正文", "text"))
    addressees = models.CharField(label("主送机关", "addressees"), max_length=200)
    copies = models.CharField(label("抄送机关", "copies to"), max_length=200, blank=True)
    number = models.CharField(label("发文字号", "document number"), max_length=60, blank=True)
    discussed_on = models.DateField(label("党组讨论日期", "discussed on"), null=True, blank=True)
    signer = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("签发人", "signed by"),
    )
    signed_on = models.DateField(label("签发日期", "signed on"), null=True, blank=True)
    signed_text = models.CharField(
        label("签发文本摘要", "digest of the signed text"), max_length=80, blank=True
    )
    issued_on = models.DateField(label("印发日期", "issued on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "year", "kind"],
                condition=~models.Q(standing="voided"),
                name="report_of_a_year_once",
            ),
        ]


class Waiver(models.Model):
    """A finding accepted with a reason; an empty `text` waives the code in any place."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    report = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="waivers")
    code = models.CharField(max_length=20)
    text = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300)
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
