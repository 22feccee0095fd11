"""What the report of the year before promised, and what became of it."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item


class Kept(models.TextChoices):
    """What became of a promise by the end of the year."""

    DONE = "done", label("已完成", "done")
    GOING_ON = "going_on", label("正在推进", "going on")
    NOT_DONE = "not_done", label("未完成", "not done")
    DROPPED = "dropped", label("不再实施", "dropped")


class Promise(models.Model):
    """A promise of last year's report and its outcome, as this one tells it; the newest row of an
    `ordinal` counts."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    report = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="promises")
    ordinal = models.PositiveSmallIntegerField()
    statement = models.CharField(max_length=300)
    outcome = models.CharField(max_length=10, choices=Kept.choices)
    told = models.CharField(max_length=300)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()
