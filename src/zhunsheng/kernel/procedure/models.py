"""What procedures leave behind: steps, and the rules a step did not keep."""

from typing import ClassVar

from django.db import models
from django.utils.timezone import localtime

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item


class Step(models.Model):
    """One step of a record's procedure: who acted, when, who entered it, on what evidence."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="steps")
    version = models.PositiveIntegerField()
    transition = models.CharField(max_length=40)
    before = models.CharField(max_length=40)
    after = models.CharField(max_length=40)
    # Empty where a step taken long ago was entered from paper that does not name the person.
    by = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, null=True, blank=True, related_name="+"
    )
    on = models.DateField()
    attested_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, null=True, blank=True, related_name="+"
    )
    evidence = models.ForeignKey(
        File, on_delete=models.PROTECT, db_index=False, null=True, blank=True, related_name="+"
    )
    already_taken = models.BooleanField(default=False)
    not_applicable = models.TextField(blank=True)
    at = models.DateTimeField()

    @property
    def lag(self) -> int:
        """Days from the step to its entry."""
        return (localtime(self.at).date() - self.on).days


class Finding(models.TextChoices):
    """How a rule that was not kept stands beside its step."""

    IRREGULAR = "irregular", label("不合规定", "irregular")
    REASONED = "reasoned", label("已说明理由", "reason stated")


class Irregularity(models.Model):
    """A rule a step did not keep: citation and explanation as of the day it was recorded."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="irregularities")
    step = models.ForeignKey(
        Step, on_delete=models.PROTECT, null=True, blank=True, related_name="irregularities"
    )
    kind = models.CharField(max_length=12, choices=Finding.choices)
    rule = models.CharField(max_length=80)
    citation_zh = models.TextField()
    citation_en = models.TextField()
    zh = models.TextField()
    en = models.TextField()
    reason = models.TextField(blank=True)
    reason_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
