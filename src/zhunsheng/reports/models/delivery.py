"""Deliveries of an edition: to whom, when, and the receipt."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.models.edition import Edition


class Delivery(models.Model):
    """An addressee has the edition: the newest row counts, a receipt often comes later."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="deliveries")
    addressee = models.CharField(max_length=100)
    delivered_on = models.DateField()
    way = models.CharField(max_length=60, blank=True)
    receipt = models.ForeignKey(
        File, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()
