"""What the principal did in person for the rule of law, and the meetings that studied it."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.declare import Record, label


class ActKind(models.TextChoices):
    """How the principal acted; an account given is a register of its own."""

    DEPLOY = "deploy", label("亲自部署", "deployed work in person")
    INQUIRE = "inquire", label("亲自过问", "inquired in person")
    COORDINATE = "coordinate", label("亲自协调", "coordinated in person")
    SUPERVISE = "supervise", label("亲自督办", "supervised in person")
    PRESIDE = "preside", label("主持研究", "presided over the study of a matter")
    LEAD_STUDY = "lead_study", label("带头学法", "led the study of law")


class MeetingKind(models.TextChoices):
    """What meeting it was; the values are those of the occasion it is a facet of."""

    PARTY_GROUP = "party_group", label("党组会议", "Party-group meeting")
    OFFICE_MEETING = "office_meeting", label("局长办公会议", "director's office meeting")


class PrincipalAct(Record):
    """One act of the principal: mostly a facet of an occasion, else entered by itself."""

    kind = models.CharField(label("履职方式", "kind"), max_length=12, choices=ActKind.choices)
    acted_on = models.DateField(label("履职日期", "acted on"))
    principal = models.CharField(label("主要负责人", "principal"), max_length=60)
    about = models.TextField(label("履职事项", "about"))
    minutes = models.CharField(label("记录文号", "minutes"), max_length=100, blank=True)

    class Meta(Record.Meta):
        indexes: ClassVar = [models.Index(fields=["agency", "acted_on"], name="leadership_acted")]


class RuleOfLawMeeting(Record):
    """A Party-group or office meeting that studied a matter of the rule of law."""

    kind = models.CharField(label("会议类别", "kind"), max_length=16, choices=MeetingKind.choices)
    held_on = models.DateField(label("会议日期", "held on"))
    matter = models.TextField(label("研究事项", "matter studied"))

    class Meta(Record.Meta):
        indexes: ClassVar = [models.Index(fields=["agency", "held_on"], name="leadership_met")]
