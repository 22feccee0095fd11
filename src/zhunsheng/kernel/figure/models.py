"""What figures need beside the registers: closings (零报告) and declared facts."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Agency, Division, Person


class Closing(models.Model):
    """A division says its register is complete for a year; the newest row counts.

    With a `month`: that there was nothing to enter in it, which closes nothing.
    """

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    closed = models.BooleanField(default=True)
    nil = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["agency", "year", "register"], name="closing_of_year")
        ]


class DeclaredFact(models.Model):
    """A figure of an earlier year taken from a document; the newest row counts."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    figure = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=2)
    document = models.CharField(max_length=200)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
