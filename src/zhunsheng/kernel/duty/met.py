"""Conditions on a record's obligations, for figures."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from zhunsheng.kernel.duty.hours import DONE_IN_TIME, DONE_LATE
from zhunsheng.kernel.duty.models import Obligation


def met(duty: str) -> Exists:
    """Rows whose obligation of this duty has been met."""
    return Exists(_of(duty).filter(done_on__isnull=False))


def met_on_time(duty: str) -> Exists:
    """Rows whose obligation of this duty was met by its due date, or hour."""
    return Exists(_of(duty).filter(DONE_IN_TIME))


def met_late(duty: str) -> Exists:
    """Rows whose obligation of this duty was met too late: asked once, not as two."""
    return Exists(_of(duty).filter(DONE_LATE))


def open_at(duty: str, day: date) -> Exists:
    """Rows whose obligation of this duty was not met by the end of the day."""
    return Exists(_of(duty).exclude(done_on__lte=day))


def _of(duty: str) -> QuerySet[Obligation]:
    return Obligation.objects.filter(item_id=OuterRef("pk"), duty=duty)
