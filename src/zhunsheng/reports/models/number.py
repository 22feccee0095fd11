"""The register of document numbers: what each number of a year was used for."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.reports.models.edition import Edition


class Use(models.TextChoices):
    """What became of a number."""

    EDITION = "edition", label("报告", "report")
    OTHER = "other", label("其他发文", "another document")
    RESERVED = "reserved", label("预留", "reserved")
    VOID = "void", label("作废", "void")
    EARLIER = "earlier", label("启用前已用", "used before this register began")


class DocumentNumber(models.Model):
    """Numbers `first` to `last` of a mark and year: one, or several used elsewhere together."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    use = models.CharField(max_length=10, choices=Use.choices)
    told = models.CharField(max_length=300)
    edition = models.OneToOneField(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="numbered"
    )
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "mark", "year", "first"], name="document_number_first_once"
            ),
            models.UniqueConstraint(
                fields=["agency", "mark", "year", "last"], name="document_number_last_once"
            ),
            models.CheckConstraint(
                condition=models.Q(first__gte=1) & models.Q(last__gte=models.F("first")),
                name="document_number_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(use="edition", edition__isnull=False)
                | (~models.Q(use="edition") & models.Q(edition__isnull=True)),
                name="document_number_of_an_edition",
            ),
        ]


class ReservationEnd(models.Model):
    """What became of a reserved number: the document that bears it, or why none does."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    number = models.OneToOneField(DocumentNumber, on_delete=models.PROTECT, related_name="end")
    use = models.CharField(max_length=10, choices=Use.choices)
    told = models.CharField(max_length=300)
    edition = models.OneToOneField(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(use="edition", edition__isnull=False)
                | models.Q(use__in=("other", "void"), edition__isnull=True),
                name="reservation_ends_once",
            ),
        ]
