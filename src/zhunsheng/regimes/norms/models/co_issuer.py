"""A co-issuer: another organ in whose name a joint document led by the bureau is issued too."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.norms.models.document import NormativeDocument


class CoIssuer(Record):
    """One organ beside the leader, in the order it signs; the leader is the first of them."""

    document = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="co_issuers",
        verbose_name=label("所属文件文号", "joint document"),
    )
    organ = models.CharField(label("联合制定单位名称", "co-issuer"), max_length=80)
    place = models.PositiveSmallIntegerField(label("署名顺序", "place among the signatures"))
    sent_on = models.DateField(
        label("送会签日期", "sent for countersigning on"), null=True, blank=True
    )
    countersigned_on = models.DateField(
        label("该单位会签日期", "countersigned by it on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["document", "organ"],
                condition=~Q(standing="voided"),
                name="norms_co_issuer_once",
            ),
            models.UniqueConstraint(
                fields=["document", "place"],
                condition=~Q(standing="voided"),
                name="norms_co_issuer_place",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "sent_on"], name="norms_co_issuer_sent"),
        ]
