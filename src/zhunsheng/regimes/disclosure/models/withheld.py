"""What is not published, on which ground, and each review of whether that ground still holds."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class WithheldGround(models.TextChoices):
    """Why it is not published: the grounds of articles 14 to 16."""

    SECRET = "secret", label("国家秘密", "state secret")
    FORBIDDEN = "forbidden", label("法律行政法规禁止公开", "forbidden by law")
    SAFETY = "safety", label("危及国家安全公共安全经济安全社会稳定", "safety and stability")
    THIRD_PARTY = "third_party", label("商业秘密个人隐私", "business secret or privacy")
    INTERNAL = "internal", label("内部事务信息", "internal affairs")
    PROCESS = "process", label("过程性信息", "information in process")
    CASE_FILE = "case_file", label("行政执法案卷信息", "enforcement file")


class ReviewResult(models.TextChoices):
    """What the review concluded."""

    KEPT = "kept", label("继续不予公开", "still withheld")
    OPENED = "opened", label("转为公开", "opened")


class Withheld(Record):
    """A piece or kind of information withheld since a day, until it is opened."""

    ground = models.CharField(
        label("不予公开理由", "ground"), max_length=12, choices=WithheldGround.choices
    )
    withheld_on = models.DateField(label("确定不予公开日期", "withheld since"))
    opened_on = models.DateField(label("转为公开日期", "opened on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(opened_on__isnull=True) | Q(opened_on__gte=F("withheld_on")),
                name="disclosure_withheld_opened",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "withheld_on"], name="disclosure_withheld_on"),
            models.Index(fields=["agency", "opened_on"], name="disclosure_withheld_until"),
        ]


class WithheldReview(Record):
    """One periodic review of what is withheld."""

    withheld = models.ForeignKey(
        Withheld,
        on_delete=models.PROTECT,
        related_name="reviews",
        verbose_name=label("所属不予公开信息", "information reviewed"),
    )
    reviewed_on = models.DateField(label("评估审查日期", "reviewed on"))
    result = models.CharField(
        label("评估审查结论", "result"), max_length=8, choices=ReviewResult.choices
    )
    reason = models.CharField(label("评估审查理由", "reason"), max_length=300)

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "reviewed_on"], name="disclosure_withheld_seen"),
        ]
