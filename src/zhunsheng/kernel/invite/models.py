"""Invitations: a one-time address by which somebody without an account fills in one row."""

from datetime import date
from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.record.models import Item


class State(models.TextChoices):
    """Where an invitation stands."""

    OPEN = "open", label("待填写", "open")
    USED = "used", label("已填写", "filled in")
    EXPIRED = "expired", label("已过期", "expired")
    REVOKED = "revoked", label("已撤销", "revoked")
    LOCKED = "locked", label("已锁定", "locked")


#: Faulty forms an address takes before it locks.
MOST_TRIES = 20


class Invitation(models.Model):
    """One form of one register for one division; its address is kept as a digest alone."""

    fence: ClassVar[Fence] = Fence.NONE

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=80)
    digest = models.CharField(max_length=80, unique=True)
    sent_to = models.CharField(max_length=120)
    last_day = models.DateField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    filled_by = models.CharField(max_length=60, blank=True)
    item = models.OneToOneField(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True, item__isnull=True)
                | models.Q(used_at__isnull=False, item__isnull=False),
                name="invitation_used_for_a_row",
            ),
        ]
        ordering: ClassVar = ["-pk"]

    def state(self, today: date) -> State:
        """Where it stands on that day."""
        if self.used_at is not None:
            return State.USED
        if self.revoked_at is not None:
            return State.REVOKED
        if self.tries >= MOST_TRIES:
            return State.LOCKED
        return State.EXPIRED if self.last_day < today else State.OPEN
