"""Collecting a report: which division owes which part by when, and its head's word on it."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.models import Item


class PartCall(models.Model):
    """A division is asked for a part of the report by a day; the newest row of a part counts."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    report = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="part_calls")
    part = models.CharField(max_length=120)
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()


class PartAnswer(models.Model):
    """The head signed off this text of the part, or the part was waived with a reason."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    call = models.ForeignKey(PartCall, on_delete=models.PROTECT, related_name="answers")
    waived = models.BooleanField(default=False)
    text = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()
