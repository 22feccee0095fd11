"""What people say to each other about a part of a draft, and when it was settled."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item


class PartComment(models.Model):
    """A remark on a part, or an answer to one (`parent` is the first of its thread)."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    report = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="part_comments")
    part = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    text = models.CharField(max_length=500)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()


class CommentSettled(models.Model):
    """The thread was settled at that moment; a later answer opens it again."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    comment = models.ForeignKey(PartComment, on_delete=models.PROTECT, related_name="settlings")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()
