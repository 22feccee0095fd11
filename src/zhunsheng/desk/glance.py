"""A year at a glance: what leads it wants to see on one page, in a handful of queries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q

from zhunsheng.desk.compared import Before, Line, last_year, lines_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.hours import DONE_IN_TIME, DONE_LATE, clock_time, past
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.procedure.models import Finding, Irregularity
from zhunsheng.kernel.record.models import Standing
from zhunsheng.reports.kind import RULE_OF_LAW
from zhunsheng.reports.models import Edition, Report, Stage
from zhunsheng.reports.publish import is_public

_KEY = 2  # the first figures a regime declares are those its people are asked for
_WIDE = 120  # of the longest bar, in points of the drawing
_DUTIES = 100


@dataclass(frozen=True, slots=True)
class Bars:
    """A figure with two bars on one scale: this year's and last year's."""

    line: Line
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A division's duties of the year, counted, and the bar of each count: (start, width)."""

    division: str
    met: int
    late: int
    overdue: int
    due: int
    bars: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The page; `missing` figures have a division that has not closed its register."""

    figures: tuple[tuple[str, str, tuple[Bars, ...]], ...]
    missing: int
    duties: tuple[Kept, ...]
    total: Kept
    shortcomings: tuple[tuple[str, str, Fact], ...]
    irregularities: int
    report: Report | None
    stage: str
    public: bool


def glance(scope: Scope, today: date) -> Glance:
    """The year of the scope as it stands today."""
    found, before = kept_facts(scope), last_year(scope)
    duties, total = _duties(scope, today)
    irregular = Irregularity.objects.filter(
        item__agency_id=scope.agency_id, kind=Finding.IRREGULAR, step__on__year=scope.year
    )
    reports = Report.objects.filter(agency_id=scope.agency_id, year=scope.year, kind=RULE_OF_LAW)
    report = reports.exclude(standing=Standing.VOIDED).first()
    return Glance(
        tuple(_figures(scope, found, before)),
        sum(not fact.is_value for fact in found.values()),
        duties,
        total,
        tuple(_shortcomings(scope, found)),
        irregular.count(),
        report,
        str(Stage(report.stage).label) if report else "",
        report is not None and any(map(is_public, Edition.objects.filter(report_id=report.pk))),
    )


def _figures(
    scope: Scope, found: Mapping[str, Fact], before: Mapping[str, Before]
) -> Iterator[tuple[str, str, tuple[Bars, ...]]]:
    for regime in used_by(scope.agency_id).regimes.values():
        lines = [line for line in lines_of(regime, found, before) if not line.part][:_KEY]
        if lines:
            name = in_language(regime.zh, regime.en)
            yield regime.key, name, tuple(_bars(line) for line in lines)


def _bars(line: Line) -> Bars:
    now = line.fact.value or Decimal(0)
    before = line.before.value if line.before else Decimal(0)
    longest = max(now, before) or Decimal(1)
    return Bars(line, int(_WIDE * now / longest), int(_WIDE * before / longest))


def _duties(scope: Scope, today: date) -> tuple[tuple[Kept, ...], Kept]:
    """Each division's obligations that fall due in the year, and all of them."""
    open_, ended = Q(done_on__isnull=True), past(today, clock_time(clock.now()))
    rows = list(
        Obligation.objects.filter(agency_id=scope.agency_id, due_on__year=scope.year)
        .values("division__name", "division__order")
        .annotate(
            met=Count("pk", filter=DONE_IN_TIME),
            late=Count("pk", filter=DONE_LATE),
            overdue=Count("pk", filter=open_ & ended),
            due=Count("pk", filter=open_ & ~ended),
        )
        .order_by("division__order", "division__name")
    )
    counts = [tuple(int(row[key]) for key in ("met", "late", "overdue", "due")) for row in rows]
    most = max((sum(row) for row in counts), default=0)
    named = zip(rows, counts, strict=True)
    kept = tuple(_kept(row["division__name"], count, most) for row, count in named)
    whole = tuple(sum(column) for column in zip(*counts, strict=True)) or (0, 0, 0, 0)
    return kept, _kept(in_language("合计", "all"), whole, sum(whole))


def _kept(division: str, counts: Iterable[int], most: int) -> Kept:
    met, late, overdue, due = counts
    bars, at = [], 0
    for kind, count in (("met", met), ("late", late), ("overdue", overdue), ("due", due)):
        # One that was missed is seen beside two thousand that were not.
        wide = max(round(_DUTIES * count / most), 3) if count else 0
        bars.append((kind, at, wide))
        at += wide
    return Kept(division, met, late, overdue, due, tuple(bars))


def _shortcomings(scope: Scope, found: Mapping[str, Fact]) -> Iterator[tuple[str, str, Fact]]:
    used = used_by(scope.agency_id)
    figures = used.figures()
    for regime in used.regimes.values():
        for key in regime.shortcomings:
            yield key, in_language(figures[key].zh, figures[key].en), found[key]
