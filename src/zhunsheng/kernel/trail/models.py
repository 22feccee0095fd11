"""The trail: one hash chain for each agency, and the installation's seals over their heads."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Agency


class Chain(models.Model):
    """Head of an agency's chain; its row is locked first in every action."""

    fence: ClassVar[Fence] = Fence.NONE

    agency = models.OneToOneField(
        Agency, on_delete=models.PROTECT, primary_key=True, related_name="chain"
    )
    length = models.BigIntegerField(default=0)
    head = models.CharField(max_length=80, default="")


class Entry(models.Model):
    """One action: `payload` is the canonical JSON whose digest the next entry carries."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sequence = models.BigIntegerField()
    action = models.CharField(max_length=80)
    actor = models.CharField(max_length=60)
    at = models.DateTimeField()
    payload = models.TextField()
    digest = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "sequence"], name="entry_sequence_once"),
        ]


class Seal(models.Model):
    """Every chain's head at one moment, chained in turn: what leaves the machine."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    sequence = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    payload = models.TextField()
    digest = models.CharField(max_length=80)


class ActionKey(models.Model):
    """One-time key of a form: a repeated submission finds the first result."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    key = models.CharField(max_length=80, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    result = models.TextField(blank=True)
