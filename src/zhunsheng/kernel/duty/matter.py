"""What owes a duty and is no record: nobody entered it and nobody confirms it."""

from typing import ClassVar, TypeAlias

from django.db import models

from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.trail.verify import MATTER


class Matter(models.Model):
    """A row with an identity and a division on which its duty falls.

    Its item has no versions, and no register lists it.
    """

    standing: ClassVar[Standing] = Standing.CONFIRMED  # it cannot be voided

    item = models.OneToOneField(Item, on_delete=models.PROTECT, primary_key=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+")

    title = models.CharField(max_length=300)  # what lists of deadlines call it

    class Meta:
        abstract = True


#: Whatever may owe something by a day.
Owing: TypeAlias = Record | Matter


def identity(model: type[Matter], agency: Agency) -> Item:
    """A new item for a row of `model`."""
    return Item.objects.create(kind=f"{MATTER}{model._meta.label_lower}", agency=agency)
