"""The bureau asked by another organ whether what both of them made may be opened."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class View(models.TextChoices):
    """What the bureau answered."""

    OPEN = "open", label("同意公开", "may be opened")
    PARTLY = "partly", label("同意部分公开", "may be opened in part")
    WITHHOLD = "withhold", label("不同意公开", "not to be opened")


class Consulted(Record):
    """One letter of another organ that leads the reply; silence past the term is consent."""

    asked_by = models.CharField(label("征求意见机关", "asked by"), max_length=80)
    received_on = models.DateField(label("收到征求意见书日期", "letter received on"))
    answered_on = models.DateField(label("提出意见日期", "answered on"), null=True, blank=True)
    view = models.CharField(label("意见", "view"), max_length=10, choices=View.choices, blank=True)
    reason = models.CharField(label("理由", "reason"), max_length=200, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("received_on")),
                name="disclosure_consulted_answered",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "received_on"], name="disclosure_consulted_on"),
        ]
