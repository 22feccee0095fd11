"""An amendment of a document in force: each keeps its own day, decision and publication."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.norms.models.document import NormativeDocument


class Amendment(Record):
    """One amendment; the document goes on under its number."""

    document = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="amendments",
        verbose_name=label("所属文件文号", "document amended"),
    )
    content = models.CharField(label("修改内容", "what was amended"), max_length=300)
    decided_on = models.DateField(label("修改决定日期", "decided on"))
    number = models.CharField(
        label("修改决定文号", "number of the decision"), max_length=60, blank=True
    )
    published_on = models.DateField(label("修改公布日期", "published on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("decided_on")),
                name="norms_amendment_published",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "decided_on"], name="norms_amendment_decided"),
        ]
