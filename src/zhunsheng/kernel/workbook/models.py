"""How a table of another system maps to a register."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Agency, Person


class SourceTable(models.Model):
    """A table another system exports: which of its columns is which field of a register.

    `columns` maps field → header; `words` field → {foreign word: the register's word};
    `constants` field → text, for what the table does not say.
    """

    fence: ClassVar[Fence] = Fence.NONE

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(label("来源系统", "source system"), max_length=80)
    register = models.CharField(label("台账", "register"), max_length=80)
    columns = models.JSONField()
    words = models.JSONField(default=dict)
    constants = models.JSONField(default=dict)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "name"], name="source_table_once"),
        ]
