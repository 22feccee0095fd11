"""Whether the public sees an edition, and what was taken out when it came back."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.models.edition import Edition


class Visibility(models.Model):
    """Whether the public sees an edition: the newest row counts, the older ones say since when.

    `report_by` is the moment by which a leak that led to a withdrawal is reported.
    """

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="visibilities")
    public = models.BooleanField()
    reason = models.CharField(max_length=300)
    reviewed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    report_by = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()


class LeakReport(models.Model):
    """The report of a leak to the secrecy authority, made in time or late."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    withdrawal = models.ForeignKey(
        Visibility, on_delete=models.PROTECT, related_name="leak_reports"
    )
    to = models.CharField(max_length=100)
    reported_at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()


class Redaction(models.Model):
    """A passage or a figure the public no longer reads, and the ground for it."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    visibility = models.ForeignKey(Visibility, on_delete=models.PROTECT, related_name="redactions")
    text = models.CharField(max_length=300, blank=True)
    figure = models.CharField(max_length=120, blank=True)
    ground = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~(models.Q(text="") & models.Q(figure="")), name="redaction_of_something"
            ),
        ]


class RedactedCopy(models.Model):
    """The edition without what was redacted: what is public from that publication on."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    visibility = models.OneToOneField(Visibility, on_delete=models.PROTECT, related_name="copy")
    document = models.TextField()
    facts = models.TextField()
    docx = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
