"""Links: a role from the kernel's list between two items."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item


class Link(models.Model):
    """`source` plays `role` for `target`: an opinion is the legal_opinion of a document."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    role = models.CharField(max_length=40)
    source = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="plays")
    target = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="played_by")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["role", "source", "target"], name="link_once"),
        ]
