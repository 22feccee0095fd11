"""An occasion: a dated gathering or act, entered once, on which regimes hang their facets."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.label import label
from zhunsheng.kernel.record.models import Record


class OccasionKind(models.TextChoices):
    """What kind of gathering or act it was."""

    PARTY_GROUP = "party_group", label("党组会议", "Party-group meeting")
    OFFICE_MEETING = "office_meeting", label("局长办公会议", "director's office meeting")
    STUDY = "study", label("学习会", "study session")
    EVENT = "event", label("活动", "event")
    OTHER = "other", label("其他", "other")


class Occasion(Record):
    """Who met or acted, when, on what agenda; voiding it voids every facet."""

    kind = models.CharField(label("类别", "kind"), max_length=20, choices=OccasionKind.choices)
    held_on = models.DateField(label("日期", "held on"))
    agenda = models.TextField(label("议题", "agenda"))
    led_by = models.CharField(label("主持人", "led by"), max_length=60)
    present = models.TextField(label("出席", "present"), blank=True)
    team_present = models.BooleanField(label("派驻组参加", "resident team present"), default=False)

    class Meta(Record.Meta):
        indexes: ClassVar = [models.Index(fields=["agency", "held_on"], name="occasion_held")]
