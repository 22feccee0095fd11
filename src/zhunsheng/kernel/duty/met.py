"""Conditions on a record's obligations, for figures."""

from datetime import date

from django.db.models import Exists, F, OuterRef

from zhunsheng.kernel.duty.models import Obligation


def met(duty: str) -> Exists:
    """Rows whose obligation of this duty has been met."""
    return Exists(
        Obligation.objects.filter(item_id=OuterRef("pk"), duty=duty, done_on__isnull=False)
    )


def met_on_time(duty: str) -> Exists:
    """Rows whose obligation of this duty was met by its due date."""
    return Exists(
        Obligation.objects.filter(item_id=OuterRef("pk"), duty=duty, done_on__lte=F("due_on"))
    )


def met_late(duty: str) -> Exists:
    """Rows whose obligation of this duty was met after its due date: asked once, not as two."""
    return Exists(
        Obligation.objects.filter(item_id=OuterRef("pk"), duty=duty, done_on__gt=F("due_on"))
    )


def met_on_last_day(duty: str) -> Exists:
    """Rows whose obligation of this duty was met on its due date itself."""
    return Exists(Obligation.objects.filter(item_id=OuterRef("pk"), duty=duty, done_on=F("due_on")))


def open_at(duty: str, day: date) -> Exists:
    """Rows whose obligation of this duty was not met by the end of the day."""
    return Exists(
        Obligation.objects.filter(item_id=OuterRef("pk"), duty=duty).exclude(done_on__lte=day)
    )
