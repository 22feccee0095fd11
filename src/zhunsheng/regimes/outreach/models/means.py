"""What law is told with: books and leaflets, screens and walls."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Move(models.TextChoices):
    """What was done with the copies: three things, never added up."""

    BOUGHT = "bought", label("订购", "bought")
    PRINTED = "printed", label("编印", "printed")
    HANDED_OUT = "handed_out", label("发放", "handed out")


class Material(Record):
    """Copies of one book or leaflet bought, printed or handed out on one day."""

    move = models.CharField(label("方式", "what was done"), max_length=10, choices=Move.choices)
    moved_on = models.DateField(label("日期", "date"))
    copies = models.PositiveIntegerField(label("册数", "copies"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(copies__gte=1), name="outreach_material_copies"),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "moved_on"], name="outreach_moved")]


class Venue(Record):
    """A place that tells of law day by day, until it is closed."""

    place = models.CharField(label("设置地点", "place"), max_length=120)
    opened_on = models.DateField(label("启用日期", "opened on"))
    closed_on = models.DateField(label("停用日期", "closed on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="outreach_venue_closed",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "opened_on"], name="outreach_opened")]
