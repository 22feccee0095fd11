"""Obligations: duties computed for records, rebuilt whenever record or calendar changes."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.record.models import Item


class Obligation(models.Model):
    """One duty of one item: derived, never edited; its working is computed when shown."""

    fence: ClassVar[Fence] = Fence.NONE

    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, db_index=False, related_name="obligations"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    duty = models.CharField(max_length=80)
    started_on = models.DateField()
    due_on = models.DateField()
    provisional = models.BooleanField(default=False)
    done_on = models.DateField(null=True, blank=True)
    # Times of day such as 09:30, where the law counts hours and they were recorded.
    due_at = models.CharField(max_length=5, blank=True)
    done_at = models.CharField(max_length=5, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "duty"], name="obligation_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "done_on", "due_on"], name="obligation_open"),
        ]


class LoadedNotice(models.Model):
    """A holiday notice put in force on this installation, over the one that shipped."""

    fence: ClassVar[Fence] = Fence.NONE

    year = models.PositiveSmallIntegerField(unique=True)
    number = models.CharField(max_length=80)
    text = models.TextField()
    removed = models.BooleanField(default=False)
