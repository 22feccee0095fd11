"""Figures as definitions: what is counted, of which rows, by which date, in what parts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Exists, Q
from django.db.models.expressions import Combinable

from zhunsheng.kernel.record.models import Record

Where = Q | Exists | Combinable
#: A condition that compares rows with each other, for the rows of these agencies.
Among = Callable[[tuple[int, ...]], Q]


class Moment(StrEnum):
    """The day a stock is counted at."""

    START = "start"
    END = "end"


START = Moment.START
END = Moment.END


@dataclass(frozen=True, slots=True)
class Count:
    """Rows."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Total of a whole-number field; money is whole 分 (cents)."""

    of: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """Different values of a field; where it is empty, of the name in `otherwise`.

    A name counts as the same whatever its spaces, capitals and the width of its brackets.
    """

    of: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Stock:
    """Rows present on a day: since that date field, and not yet until the other."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Rate:
    """One figure over another, both of the same scope, in per cent; undefined over zero."""

    numerator: str
    denominator: str


@dataclass(frozen=True, slots=True)
class Total:
    """Sum of other figures of the same scope."""

    of: tuple[str, ...]


Measure = Count | Sum | Distinct | Stock | Rate | Total


@dataclass(frozen=True, slots=True)
class By:
    """Parts by the values of a field; `under` is the stem of their keys where not the whole's."""

    field: str
    values: tuple[tuple[str, str, str], ...]
    under: str = ""


def by(field: str, *values: tuple[str, str, str], under: str = "") -> By:
    """Exhaustive parts: one for each (value, zh, en)."""
    return By(field, values, under)


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: conditions compare slowly
class Figure:
    """One figure of the report.

    `dated_by` is the date field that puts a row in the year; `at` (with Stock) the moment;
    `among` takes the place of `where` if rows are compared with others of their agencies;
    `owed` the registers that must be closed before the figure counts (default: that of `of`);
    `parts` splits it exhaustively; with `disjoint=False` the parts may overlap.
    """

    key: str
    zh: str
    en: str
    unit: str
    of: type[Record] | None = None
    measure: Measure = Count()
    dated_by: str = ""
    at: Moment | None = None
    where: Where | None = None
    among: Among | None = None
    parts: By | None = None
    disjoint: bool = True
    basis: str = "row"
    rule: str = ""
    note_zh: str = ""
    note_en: str = ""

    def part_key(self, value: str) -> str:
        """The key of the part with this value."""
        stem = (self.parts.under if self.parts else "") or self.key
        return f"{stem}.{value}"

    def part_figures(self) -> tuple["Figure", ...]:
        """The figures of the parts, keyed whole.value."""
        if self.parts is None:
            return ()
        field = self.parts.field
        return tuple(
            replace(
                self,
                key=self.part_key(value),
                zh=f"{self.zh}（{zh}）",
                en=f"{self.en} ({en})",
                where=Q(**{field: value})
                if self.where is None
                else self.where & Q(**{field: value}),
                parts=None,
            )
            for value, zh, en in self.parts.values
        )

    def part_identity(self) -> "Identity | None":
        """whole = sum of parts, where the parts are exhaustive and disjoint."""
        if self.parts is None or not self.disjoint:
            return None
        return Identity(
            key=f"{self.key}=parts",
            zh=f"{self.zh}等于各部分之和",
            en=f"{self.en} equals the sum of its parts",
            left=(self.key,),
            right=tuple(self.part_key(value) for value, _, _ in self.parts.values),
        )


@dataclass(frozen=True, slots=True)
class Identity:
    """sum(left) − sum(left_minus) = sum(right) − sum(right_minus), checked at every compile."""

    key: str
    zh: str
    en: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_minus: tuple[str, ...] = ()
    right_minus: tuple[str, ...] = ()
