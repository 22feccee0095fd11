"""Which entries of a trail are asked for: by whom, what, from a day to a day, refusals alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from zhunsheng.kernel.trail.models import Entry

#: Stands for every step of every procedure, whose actions have names of their own.
STEPS = "step"


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What the address asks; what it asks wrongly it does not ask."""

    actor: str
    action: str
    since: date | None
    until: date | None
    refused: bool

    @property
    def asks(self) -> bool:
        return bool(self.actor or self.action or self.since or self.until or self.refused)

    def of(self, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        """The entries asked for."""
        if self.actor:
            entries = entries.filter(actor=self.actor)
        if self.action == STEPS:
            entries = entries.filter(action__contains=":").exclude(action__startswith="refused:")
        elif self.action:
            entries = entries.filter(action__in=(self.action, f"refused:{self.action}"))
        if self.refused:
            entries = entries.filter(action__startswith="refused:")
        if self.since:
            entries = entries.filter(at__gte=_begin(self.since))
        if self.until:
            entries = entries.filter(at__lt=_begin(self.until + timedelta(days=1)))
        return entries


def asked_of(sent: Mapping[str, str]) -> TrailFilter:
    """The filter an address asks."""
    return TrailFilter(
        sent.get("actor", ""),
        sent.get("action", ""),
        _day(sent.get("since", "")),
        _day(sent.get("until", "")),
        "refused" in sent,
    )


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if date(1949, 1, 1) <= found <= date(2100, 1, 1) else None


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
