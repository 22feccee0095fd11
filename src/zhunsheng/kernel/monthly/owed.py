"""What a division still owes for a month (本科室报数)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.figure.closed import answering
from zhunsheng.kernel.figure.models import Closing
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.monthly.month import Month
from zhunsheng.kernel.org.models import Division
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.regime import Register

_LIVE = (Standing.SUBMITTED, Standing.CONFIRMED)
_FIRST = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """A register with how many of its rows want something, and the first of them."""

    register: Register
    rows: int
    first: tuple[Record, ...]

    @property
    def more(self) -> int:
        return self.rows - len(self.first)


@dataclass(frozen=True, slots=True)
class Owed:
    """Registers nobody wrote in and nobody said were empty; rows not submitted, not confirmed,
    without a paper; duties of the division that end with the month or before."""

    division: Division
    month: Month
    silent: tuple[Register, ...]
    drafts: tuple[Counted, ...]
    submitted: tuple[Counted, ...]
    unproven: tuple[Counted, ...]
    due: int

    @property
    def drafted(self) -> int:
        return sum(c.rows for c in self.drafts)

    @property
    def awaiting(self) -> int:
        return sum(c.rows for c in self.submitted)

    @property
    def bare(self) -> int:
        return sum(c.rows for c in self.unproven)

    @property
    def nothing(self) -> bool:
        return not (self.silent or self.drafts or self.submitted or self.unproven or self.due)


def owed(division: Division, month: Month) -> Owed:
    """What the division owes for the month as things stand now."""
    registers = [r for r in used_by(division.agency_id).registers() if answering(r) is r]
    return Owed(
        division,
        month,
        _silent(division, month, registers),
        _counted(registers, lambda r: _rows(r, division).filter(standing=Standing.DRAFT)),
        _counted(registers, lambda r: _rows(r, division).filter(standing=Standing.SUBMITTED)),
        _counted(registers, lambda r: _unproven(r, division, month)),
        due_of(division, month).count(),
    )


def due_of(division: Division, month: Month) -> QuerySet[Obligation]:
    """The division's open duties that end with the month or ended before it."""
    rows = Obligation.objects.filter(division=division, done_on__isnull=True)
    return rows.filter(due_on__lte=month.last).select_related("item").order_by("due_on", "pk")


def in_month(register: Register, division: Division, month: Month) -> QuerySet[Record]:
    """The division's rows dated in the month that are not voided."""
    days = (month.first, month.last)
    rows = _rows(register, division).exclude(standing=Standing.VOIDED)
    return rows.filter(**{f"{register.dated_by}__range": days})


def _silent(division: Division, month: Month, registers: list[Register]) -> tuple[Register, ...]:
    said = _said(division, month)
    return tuple(
        r
        for r in registers
        if r.by_month and r.dated_by and division.kind in r.owed_by and r.kind not in said
        if not (in_month(r, division, month).exists() or _entered(r, division, month).exists())
    )


def _said(division: Division, month: Month) -> set[str]:
    """The registers the division closed for the year, or said were empty in the month."""
    rows = Closing.objects.filter(division=division, year=month.year)
    newest: dict[tuple[str, int | None], bool] = {}
    for kind, number, closed in rows.order_by("pk").values_list("register", "month", "closed"):
        newest[kind, number] = closed
    return {kind for (kind, n), closed in newest.items() if closed and n in (None, month.number)}


def _rows(register: Register, division: Division) -> QuerySet[Record]:
    return register.of._default_manager.filter(division=division)


def _entered(register: Register, division: Division, month: Month) -> QuerySet[Record]:
    """Rows entered in the month: what is begun and has no day of its own yet."""
    start = timezone.make_aware(datetime.combine(month.first, time.min))
    end = timezone.make_aware(datetime.combine(month.moved(1).first, time.min))
    rows = _rows(register, division).exclude(standing=Standing.VOIDED)
    return rows.filter(recorded_at__gte=start, recorded_at__lt=end)


def _unproven(register: Register, division: Division, month: Month) -> QuerySet[Record]:
    """Rows of the month beside which lies no paper, not even that of their occasion."""
    if not (register.papers and register.dated_by):
        return _rows(register, division).none()
    facet = Link.objects.filter(role="facet", source=OuterRef("pk"))
    paper = Evidence.objects.filter(item=OuterRef("pk"))
    rows = in_month(register, division, month).filter(standing__in=_LIVE)
    return rows.filter(~Q(Exists(paper)), ~Q(Exists(facet)))


def _counted(
    registers: list[Register], rows: Callable[[Register], QuerySet[Record]]
) -> tuple[Counted, ...]:
    found = ((register, rows(register)) for register in registers)
    counted = (Counted(r, q.count(), tuple(q.order_by("pk")[:_FIRST])) for r, q in found)
    return tuple(c for c in counted if c.rows)
