"""Item, version and the abstract base of every register row."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Agency, Division, Person


class Standing(models.TextChoices):
    """Where a record stands in the kernel's own procedure."""

    DRAFT = "draft", label("草稿", "draft")
    SUBMITTED = "submitted", label("待确认", "to be confirmed")
    CONFIRMED = "confirmed", label("已确认", "confirmed")
    VOIDED = "voided", label("已作废", "voided")


class Batch(models.Model):
    """One import of one workbook, confirmed as a whole by a second person."""

    fence: ClassVar[Fence] = Fence.NONE

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=200)
    # The mapping by which the file was read, where another system exported it.
    table = models.ForeignKey(
        "kernel.SourceTable", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    file_digest = models.CharField(max_length=80)
    rows = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)


class Item(models.Model):
    """Identity that never changes: what links, evidence, versions and citations point at."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    kind = models.CharField(max_length=80)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )


class BatchChange(models.Model):
    """A row an import changed: the version that waits for the import's confirmation."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="changes")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "item"], name="batch_changes_item_once"),
        ]


class Version(models.Model):
    """A record as it stood after one action; the last one equals the register's row."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    # Without the index Django would add: a constraint or index below begins with the column, or
    # nobody searches by it. Each one less makes an import of many rows quicker.
    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, db_index=False, related_name="versions"
    )
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=80)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="+")
    attested_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, null=True, blank=True, related_name="+"
    )
    on = models.DateField()
    standing = models.CharField(max_length=12)
    stage = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    data = models.TextField()
    digest = models.CharField(max_length=80)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    entry = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "number"], name="version_number_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "entry"], name="version_entry")]


def titled(zh: str, en: str) -> "models.CharField[str, str]":
    """The field a row is called by, under the name its register has for it."""
    return models.CharField(label(zh, en), max_length=300)


class Record(models.Model):
    """A register's row as it stands; a subclass inherits Meta and adds its own fields."""

    fence: ClassVar[Fence] = Fence.VERSIONED

    item = models.OneToOneField(Item, on_delete=models.PROTECT, primary_key=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    # A register has an index that begins with the agency and goes on with a date.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=label("科室", "division"),
    )
    title = titled("名称", "title")
    standing = models.CharField(
        label("状态", "standing"), max_length=12, choices=Standing.choices, default=Standing.DRAFT
    )
    stage = models.CharField(label("环节", "stage"), max_length=40, blank=True, default="")
    recorded_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=label("填报人", "recorded by"),
    )
    recorded_at = models.DateTimeField(label("填报时间", "recorded at"))
    confirmed_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        db_index=False,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label("确认人", "confirmed by"),
    )
    confirmed_at = models.DateTimeField(label("确认时间", "confirmed at"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("recorded_by")),
                name="%(app_label)s_%(class)s_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(standing="confirmed") | Q(confirmed_by__isnull=False),
                name="%(app_label)s_%(class)s_confirmed_by",
            ),
            models.CheckConstraint(
                condition=Q(standing__in=["draft", "submitted", "confirmed", "voided"]),
                name="%(app_label)s_%(class)s_standing",
            ),
        ]

    def __str__(self) -> str:
        return self.title
