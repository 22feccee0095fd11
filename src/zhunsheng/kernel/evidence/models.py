"""Evidence: files by digest, written once, and what each of them supports."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item

#: The kind of evidence that is a whole export of another system: it also holds rows of others.
EXPORT = "export"


class File(models.Model):
    """A stored file; the bytes lie under their digest in the evidence folder."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    digest = models.CharField(max_length=80, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=255)
    at = models.DateTimeField()


class FileText(models.Model):
    """What words a file holds, for the search; or why none could be read. It can be made again."""

    fence: ClassVar[Fence] = Fence.NONE

    file = models.OneToOneField(
        File, on_delete=models.PROTECT, primary_key=True, related_name="words"
    )
    text = models.TextField(blank=True)
    unread_zh = models.CharField(max_length=300, blank=True)
    unread_en = models.CharField(max_length=300, blank=True)


class Evidence(models.Model):
    """A file in support of an item, with its kind and its own date."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="evidence")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=40)
    dated_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="+")
    entry = models.BigIntegerField()
