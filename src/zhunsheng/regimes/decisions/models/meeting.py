"""A meeting of the leaders as a decision-making body: who spoke last, who disagreed, who sat in."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.declare import Record, label


class MeetingKind(models.TextChoices):
    """Which body met; the values are those of the occasion."""

    PARTY_GROUP = "party_group", label("党组会议", "Party-group meeting")
    OFFICE_MEETING = "office_meeting", label("局长办公会议", "director's office meeting")


class Meeting(Record):
    """What a meeting decided and how: mostly a facet of an occasion, which gives its dates."""

    kind = models.CharField(label("会议类别", "kind"), max_length=20, choices=MeetingKind.choices)
    held_on = models.DateField(label("召开日期", "held on"))
    team_present = models.BooleanField(label("派驻组参加", "resident team present"))
    principal_last = models.BooleanField(label("主要负责人末位表态", "principal spoke last"))
    decision = models.TextField(label("议定事项", "what was decided"), blank=True)
    dissent = models.TextField(label("不同意见", "dissent"), blank=True)

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "held_on"], name="decisions_meeting_held"),
        ]
