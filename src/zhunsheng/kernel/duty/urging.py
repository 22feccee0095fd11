"""Reminders given: whom, of what, at which level, and how they were delivered."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.record.models import Item


class Urging(models.Model):
    """One person reminded of one duty of one item; `by` is None where the daily run did it.

    Of what a division owes for a month, it names the division instead, and no item or duty.
    """

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="urgings")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, null=True, related_name="+")
    duty = models.CharField(max_length=80, blank=True)
    due_on = models.DateField()
    level = models.PositiveSmallIntegerField()
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(item__isnull=False, division__isnull=True)
                | Q(item__isnull=True, division__isnull=False, duty=""),
                name="urging_of_item_or_division",
            ),
        ]


class Way(models.TextChoices):
    """How a reminder went out."""

    MAIL = "mail", label("邮件", "mail")
    WEBHOOK = "webhook", label("群机器人", "webhook")


class Delivery(models.Model):
    """One attempt to deliver a reminder; `said` is what went wrong, empty where it went out."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    urging = models.ForeignKey(Urging, on_delete=models.PROTECT, related_name="deliveries")
    way = models.CharField(max_length=10, choices=Way.choices)
    said = models.TextField(blank=True)
    at = models.DateTimeField()
