"""What a division still owes for a month (本科室报数)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from zhunsheng.kernel.db.many import Same, counts_by, newest
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

_Dated = Callable[[Register, Sequence[Division], Month], QuerySet[Record]]


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
    return owed_by([division], month)[0]


def owed_by(divisions: Sequence[Division], month: Month, *, most: int = _FIRST) -> list[Owed]:
    """The same of several divisions of an agency at once, each with the first `most` rows."""
    if not divisions:
        return []
    registers = [r for r in used_by(divisions[0].agency_id).registers() if answering(r) is r]
    rows = _asked(registers, divisions, month)
    counted = counts_by(rows, "division_id")
    some = {key: rows[key] for key, found in counted.items() if found and key[0] in _WANTING}
    first = newest(some, most) if most else {}
    due = _due(divisions, month)
    said = _said(divisions, month)
    return [
        Owed(
            d,
            month,
            tuple(
                r
                for r in registers
                if _returns(r, d) and (d.pk, r.kind) not in said
                if not counted["written", r].get(d.pk)
            ),
            drafts=_counted("drafts", registers, d, counted, first),
            submitted=_counted("submitted", registers, d, counted, first),
            unproven=_counted("unproven", registers, d, counted, first),
            due=due.get(d.pk, 0),
        )
        for d in divisions
    ]


_Asked = tuple[str, Register]
_Question = QuerySet[Record] | Same
_WANTING = ("drafts", "submitted", "unproven")


def _asked(
    registers: list[Register], divisions: Sequence[Division], month: Month
) -> dict[_Asked, _Question]:
    any_ = _Alike(divisions, month)
    found: dict[_Asked, _Question] = {}
    for register in registers:
        found["drafts", register] = any_.standing(Standing.DRAFT, register)
        found["submitted", register] = any_.standing(Standing.SUBMITTED, register)
        if register.papers and register.dated_by:
            found["unproven", register] = any_.dated(_unproven, register)
        if any(_returns(register, division) for division in divisions):
            found["written", register] = any_.dated(_written, register)
    return found


class _Alike:
    """Questions of one month put to many registers, each made and compiled once."""

    def __init__(self, divisions: Sequence[Division], month: Month) -> None:
        self._divisions, self._month = divisions, month
        self._known: dict[object, QuerySet[Record]] = {}
        self._first: dict[object, Register] = {}

    def standing(self, standing: Standing, register: Register) -> Same:
        if standing not in self._known:
            rows = _rows(register, *self._divisions)
            self._known[standing] = rows.filter(standing=standing)
        return Same(self._known[standing], register.of)

    def dated(self, question: _Dated, register: Register) -> _Question:
        """What goes by the register's day, which may have another name in each."""
        if not register.own_day:
            return question(register, self._divisions, self._month)
        if question not in self._known:
            self._first[question] = register
            self._known[question] = question(register, self._divisions, self._month)
        theirs = self._first[question].dated_by
        return Same(self._known[question], register.of, ((theirs, register.dated_by),))


def _returns(register: Register, division: Division) -> bool:
    """Whether the division returns the register month by month."""
    return bool(register.by_month and register.dated_by and division.kind in register.owed_by)


def _counted(
    what: str,
    registers: list[Register],
    division: Division,
    counted: Mapping[_Asked, Mapping[int, int]],
    first: Mapping[_Asked, list[Record]],
) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            r,
            counted[what, r][division.pk],
            tuple(row for row in first.get((what, r), ()) if row.division_id == division.pk),
        )
        for r in registers
        if division.pk in counted.get((what, r), ())
    )


def _due(divisions: Sequence[Division], month: Month) -> dict[int, int]:
    rows = Obligation.objects.filter(division__in=divisions, done_on__isnull=True)
    rows = rows.filter(due_on__lte=month.last).order_by()
    return dict(rows.values_list("division_id").annotate(Count("pk")))


def due_of(division: Division, month: Month) -> QuerySet[Obligation]:
    """The division's open duties that end with the month or ended before it."""
    rows = Obligation.objects.filter(division=division, done_on__isnull=True)
    return rows.filter(due_on__lte=month.last).select_related("item").order_by("due_on", "pk")


def in_month(register: Register, *divisions: Division, month: Month) -> QuerySet[Record]:
    """The divisions' rows dated in the month that are not voided."""
    rows = _rows(register, *divisions).exclude(standing=Standing.VOIDED)
    return rows.filter(_dated(register, month))


def _said(divisions: Sequence[Division], month: Month) -> set[tuple[int, str]]:
    """Division and register: closed for the year, or said to be empty in the month."""
    rows = Closing.objects.filter(division__in=divisions, year=month.year).order_by("pk")
    last: dict[tuple[int, str, int | None], bool] = {}
    for pk, kind, number, closed in rows.values_list("division_id", "register", "month", "closed"):
        last[pk, kind, number] = closed
    now = (None, month.number)
    return {(pk, kind) for (pk, kind, n), closed in last.items() if closed and n in now}


def _rows(register: Register, *divisions: Division) -> QuerySet[Record]:
    return register.of._default_manager.filter(division__in=divisions)


def _dated(register: Register, month: Month) -> Q:
    return Q(**{f"{register.dated_by}__range": (month.first, month.last)})


def _written(register: Register, divisions: Sequence[Division], month: Month) -> QuerySet[Record]:
    """Rows dated in the month, or entered in it: what is begun and has no day of its own yet."""
    start = timezone.make_aware(datetime.combine(month.first, time.min))
    end = timezone.make_aware(datetime.combine(month.moved(1).first, time.min))
    rows = _rows(register, *divisions).exclude(standing=Standing.VOIDED)
    return rows.filter(_dated(register, month) | Q(recorded_at__gte=start, recorded_at__lt=end))


def _unproven(register: Register, divisions: Sequence[Division], month: Month) -> QuerySet[Record]:
    """Rows of the month beside which lies no paper, not even that of their occasion."""
    facet = Link.objects.filter(role="facet", source=OuterRef("pk"))
    paper = Evidence.objects.filter(item=OuterRef("pk"))
    rows = in_month(register, *divisions, month=month).filter(standing__in=_LIVE)
    return rows.filter(~Q(Exists(paper)), ~Q(Exists(facet)))
