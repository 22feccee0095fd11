"""What an issued report still owes: a leak's report, deliveries, publication; by a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, When
from django.utils.timezone import localtime

from zhunsheng.kernel.org.models import Agency
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.delivered import Arrival, addressed
from zhunsheng.reports.models import Archiving, Edition

_OPEN = (Arrival.OPEN, Arrival.OVERDUE)


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing to do about an edition; `by` is its last day, or moment, in words."""

    edition: Edition
    zh: str
    en: str
    by: str
    overdue: bool


def owed(agency: Agency, *, now: datetime) -> tuple[Owed, ...]:
    """Leaks to report first; what is to be delivered and published until it is archived."""
    today = localtime(now).date()
    rows = list(_editions(agency))
    leaks = sorted((row.leak, row.pk, row) for row in rows if row.leak is not None)
    shown = {row.pk for row in rows if row.word is not None}
    open_ = {row.pk: row for row in rows if not row.archived}
    rest = (
        one
        for edition in open_.values()
        for one in (*_deliveries(edition, today), *_public(edition, shown, today))
    )
    reported = (_leak(edition, by, now) for by, _, edition in leaks)
    return (*reported, *rest)


def _editions(agency: Agency) -> Any:
    """The agency's editions, each as often as something was said of its being public, with the
    moment by which that leak is still to be reported: one question for what were three."""
    unreported = When(visibilities__leak_reports__isnull=True, then=F("visibilities__report_by"))
    rows = Edition.objects.filter(agency=agency).annotate(
        word=F("visibilities"),
        leak=Case(unreported),
        archived=Exists(Archiving.objects.filter(edition=OuterRef("pk"))),
    )
    return rows.prefetch_related("deliveries").order_by("pk")


def _leak(edition: Edition, by: datetime, now: datetime) -> Owed:
    return Owed(
        edition,
        "向保密行政管理部门报告泄密情况",
        "report the leak to the secrecy authority",
        f"{localtime(by):%Y-%m-%d %H:%M}",
        now > by,
    )


def _deliveries(edition: Edition, today: date) -> tuple[Owed, ...]:
    return tuple(
        Owed(
            edition,
            f"{'抄送' if one.copy else '报送'}{one.name}",
            f"{'send a copy' if one.copy else 'submit'} to {one.name}",
            one.due.limit.isoformat(),
            one.arrival == Arrival.OVERDUE,
        )
        for one in addressed(edition, today=today)
        if one.arrival in _OPEN
    )


def _public(edition: Edition, shown: Collection[int], today: date) -> tuple[Owed, ...]:
    """Until it was public once; what was withdrawn later is not called for again."""
    if edition.pk in shown:
        return ()
    limit = deadlines(edition.year, edition.kind).publish.limit
    return (Owed(edition, "向社会公开", "publish", limit.isoformat(), today > limit),)
