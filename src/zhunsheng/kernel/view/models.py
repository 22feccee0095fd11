"""A list as somebody asked for it, kept under a name."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.org.models import Division, Person


class SavedView(models.Model):
    """What an address asks of a register's list: a way of looking, no record of the bureau.

    `division` shares it with whoever holds a post there; `default` opens the owner's list with it.
    """

    fence: ClassVar[Fence] = Fence.NONE

    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="views"
    )
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    register = models.CharField(max_length=80)
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=1000, blank=True)
    default = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "register", "name"], name="saved_view_name_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "register"],
                condition=Q(default=True),
                name="saved_view_one_default",
            ),
        ]
        ordering: ClassVar = ["pk"]
