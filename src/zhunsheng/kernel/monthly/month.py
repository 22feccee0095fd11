"""A month of a year, as divisions report by it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_TEXT = re.compile(r"(\d{4})-(\d{2})")
_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """`Month(2024, 6)`; its text is `2024-06`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The month written so; None where the text is no month."""
        found = _TEXT.fullmatch(text)
        if found is None or not 1 <= int(found[2]) <= _MONTHS or not int(found[1]):
            return None
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.first.replace(day=calendar.monthrange(self.year, self.number)[1])

    @property
    def zh(self) -> str:
        return f"{self.year}年{self.number}月"

    def moved(self, by: int) -> "Month":
        """So many months later, or earlier."""
        months = self.year * _MONTHS + self.number - 1 + by
        return Month(months // _MONTHS, months % _MONTHS + 1)
