"""What an issued report still owes: a leak's report, deliveries, publication; each by a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from zhunsheng.kernel.org.models import Agency
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.delivered import Arrival, addressed
from zhunsheng.reports.models import Edition, Visibility

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
    """Leaks to report first, then what is to be delivered and published; nothing once archived."""
    today = localtime(now).date()
    open_ = Edition.objects.filter(agency=agency, archivings__isnull=True).order_by("pk")
    open_ = open_.prefetch_related("deliveries")
    told = Visibility.objects.filter(edition__agency=agency)
    words = list(told.order_by("report_by"))
    shown = {word.edition_id for word in words}
    rest = (
        one
        for edition in open_
        for one in (*_deliveries(edition, today), *_public(edition, shown, today))
    )
    return (*_leaks(words, now), *rest)


def _leaks(words: Sequence[Visibility], now: datetime) -> tuple[Owed, ...]:
    return tuple(
        Owed(
            row.edition,
            "向保密行政管理部门报告泄密情况",
            "report the leak to the secrecy authority",
            f"{localtime(row.report_by):%Y-%m-%d %H:%M}",
            now > row.report_by,
        )
        for row in words
        if row.report_by is not None and not row.leak_reports.exists()
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
