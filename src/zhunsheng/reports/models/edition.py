"""A report as issued, frozen; its packages, errata and its place in the archive."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.models import Item


class Edition(models.Model):
    """A report as issued: text, facts with the rows they rest on, last
    year's promises with their outcome, and the rendered files."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    report = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="editions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60, default="rule_of_law")
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    signer = models.CharField(max_length=60)
    issued_on = models.DateField()
    document = models.TextField()
    facts = models.TextField()
    citations = models.TextField()
    findings = models.TextField()
    promises = models.TextField()
    docx = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    html = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    facts_file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=80)
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "number"], name="edition_number_once"),
        ]


class Package(models.Model):
    """An edition as one signed file; `key` is the fingerprint of the key it was signed with."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="packages")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    algorithm = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "key"], name="package_of_a_key_once"),
        ]


class Erratum(models.Model):
    """A numbered correction: what stands in the edition and what must be read instead."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="errata")
    ordinal = models.PositiveSmallIntegerField()
    figure = models.CharField(max_length=120, blank=True)
    wrong = models.CharField(max_length=300)
    right = models.CharField(max_length=300)
    reason = models.CharField(max_length=300)
    on = models.DateField()
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "ordinal"], name="erratum_number_once"),
            models.CheckConstraint(
                condition=~models.Q(approved_by=models.F("by")), name="erratum_second_person"
            ),
        ]


class Archiving(models.Model):
    """The edition in the archive: its archival number, for how long, in whose hands."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="archivings")
    number = models.CharField(max_length=80)
    retention = models.CharField(max_length=20)
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition"], name="archived_once"),
        ]
