"""Who changed what in a report: its versions, each with the parts it changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from zhunsheng.kernel.record.models import Version
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.differences import Stretch, difference
from zhunsheng.reports.models import Report


@dataclass(frozen=True, slots=True)
class PartChange:
    """What one version changed in one part."""

    part: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A version of the report and the parts it changed; none where it changed no text.

    `recorded` is the day it was entered: an act attested from paper bears its own, earlier day.
    """

    version: Version
    recorded: date
    parts: tuple[PartChange, ...]


def changes(report: Report, *, part: str = "") -> tuple[Change, ...]:
    """Newest first; with `part` only what changed that part."""
    found = [change for change in _in_order(report, part) if change.parts or not part]
    return tuple(reversed(found))


def _in_order(report: Report, part: str) -> Iterator[Change]:
    before: dict[str, str] = {}
    versions = Version.objects.filter(item_id=report.pk).select_related("by", "attested_by")
    entered = {
        sequence: localdate(at)
        for sequence, at in Entry.objects.filter(
            agency_id=report.agency_id, sequence__in=versions.values("entry")
        ).values_list("sequence", "at")
    }
    for version in versions.order_by("number"):
        after: dict[str, str] = json.loads(json.loads(version.data).get("parts") or "{}")
        recorded = entered.get(version.entry, version.on)
        yield Change(version, recorded, tuple(_changed(before, after, part)))
        before = after


def _changed(before: dict[str, str], after: dict[str, str], part: str) -> Iterator[PartChange]:
    for key in [part] if part else after:
        old, new = before.get(key, ""), after.get(key, "")
        if old != new:
            yield PartChange(key, difference(old, new))
