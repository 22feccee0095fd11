"""People guided beforehand or through an application: persons, never applications."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.declare import Record, label


class GuidedKind(models.TextChoices):
    """What was done for them."""

    BEFOREHAND = "beforehand", label("事前辅导", "guided beforehand")
    THROUGHOUT = "throughout", label("帮办代办", "helped throughout")


class GuidedAct(Record):
    """How many persons were guided on one day in one way."""

    kind = models.CharField(label("服务方式", "kind"), max_length=12, choices=GuidedKind.choices)
    acted_on = models.DateField(label("服务日期", "date"))
    people = models.PositiveIntegerField(label("服务人次", "persons"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(people__gte=1), name="services_guided_people"),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "acted_on"], name="services_guided")]
