"""Facts: a figure over an agency and a year, with how it came about."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """Four different things; zero is a value."""

    VALUE = "value"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Scope:
    """An agency and a calendar year; `affiliated` adds its affiliated institutions."""

    agency_id: int
    year: int
    affiliated: bool = False

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)

    @property
    def asked(self) -> str:
        """The scope as the address of a page asks for it."""
        return f"year={self.year}&affiliated=1" if self.affiliated else f"year={self.year}"

    @property
    def last(self) -> date:
        return date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Fact:
    """The figure's value or why there is none; `rows` is how many records it rests on.

    `missing_from` names the divisions that have not closed their register for the year.
    """

    key: str
    status: Status
    value: Decimal | None
    unit: str
    period: str
    dated_by: str
    basis: str
    query: str
    rows: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    missing_from: tuple[str, ...] = ()

    @property
    def is_value(self) -> bool:
        return self.status == Status.VALUE

    def plain(self) -> dict[str, object]:
        """The fact as facts.json writes it: decimals as text."""
        return {
            "key": self.key,
            "value": _text(self.value),
            "unit": self.unit,
            "status": self.status.value,
            "period": self.period,
            "dated_by": self.dated_by,
            "numerator": _text(self.numerator),
            "denominator": _text(self.denominator),
            "basis": self.basis,
            "query": self.query,
            "rows": self.rows,
        }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
