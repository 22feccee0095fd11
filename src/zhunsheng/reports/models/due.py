"""What is owed of a report: that of a year until it is issued; then its edition, to an addressee,
the public, or the secrecy authority."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.duty.matter import Matter
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.models.edition import Edition
from zhunsheng.reports.models.visibility import Visibility


class EditionDue(Matter):
    """One of them: an addressee by name, a withdrawal for a leak to report, else publication."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="dues")
    addressee = models.CharField(max_length=100, blank=True)
    withdrawal = models.ForeignKey(
        Visibility, on_delete=models.PROTECT, null=True, blank=True, related_name="dues"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["edition", "addressee"],
                condition=models.Q(withdrawal__isnull=True),
                name="edition_due_once",
            ),
        ]


class YearDue(Matter):
    """A report the agency owes on a year, `since` the year is over or its text is collected."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "kind"], name="year_due_once"),
        ]


class Step(models.TextChoices):
    """What is owed of a year's report."""

    SUBMIT = "submit", label("报送", "submitted")
    PUBLISH = "publish", label("公开", "published")


class DoneElsewhere(models.Model):
    """A step of a year's report that was done outside this system, with what shows it."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    due = models.ForeignKey(YearDue, on_delete=models.PROTECT, related_name="elsewhere")
    step = models.CharField(max_length=10, choices=Step.choices)
    on = models.DateField()
    note = models.CharField(max_length=300)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["due", "step"], name="done_elsewhere_once"),
        ]
