"""The working of a due date: every day counted, skipped or paused, with its ground."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

_DAY = timedelta(days=1)


class State(StrEnum):
    """What became of a day in the count."""

    COUNTED = "counted"
    SKIPPED = "skipped"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row treated alike for one reason; both ends inclusive."""

    first: date
    last: date
    state: State
    zh: str
    en: str

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def to_json(self) -> list[str]:
        return [self.first.isoformat(), self.last.isoformat(), self.state, self.zh, self.en]


@dataclass(frozen=True, slots=True)
class Working:
    """How a date came about: the term, its spans, the notices used and the years without one.

    `times` are those of day at which a term of hours began and ends; empty where days are counted.
    """

    start: date
    rule_zh: str
    rule_en: str
    spans: tuple[Span, ...]
    notices: tuple[str, ...]
    missing_years: tuple[int, ...]
    times: tuple[str, str] = ("", "")

    @property
    def counted(self) -> tuple[Span, ...]:
        return self._of(State.COUNTED)

    @property
    def skipped(self) -> tuple[Span, ...]:
        return self._of(State.SKIPPED)

    @property
    def paused(self) -> tuple[Span, ...]:
        return self._of(State.PAUSED)

    def days(self, state: str) -> tuple[date, ...]:
        """Every day counted, skipped or paused."""
        spans = self._of(State(state))
        return tuple(s.first + _DAY * n for s in spans for n in range(s.days))

    def to_json(self) -> dict[str, object]:
        """The working as plain values."""
        return {
            "start": self.start.isoformat(),
            "rule": [self.rule_zh, self.rule_en],
            "spans": [span.to_json() for span in self.spans],
            "notices": list(self.notices),
            "missing_years": list(self.missing_years),
            "times": list(self.times),
        }

    def _of(self, state: State) -> tuple[Span, ...]:
        return tuple(s for s in self.spans if s.state == state)


def working_from_json(data: Mapping[str, Any]) -> Working:
    """The working that `to_json` gave."""
    zh, en = data["rule"]
    begun, ended = data.get("times", ("", ""))
    return Working(
        start=date.fromisoformat(data["start"]),
        rule_zh=zh,
        rule_en=en,
        spans=tuple(_span(entry) for entry in data["spans"]),
        notices=tuple(data["notices"]),
        missing_years=tuple(data["missing_years"]),
        times=(begun, ended),
    )


def joined(days: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbouring days of one state and reason as one span."""
    spans: list[Span] = []
    for day in days:
        last = spans[-1] if spans else None
        if last is not None and _continues(last, day):
            spans[-1] = Span(last.first, day.last, day.state, day.zh, day.en)
        else:
            spans.append(day)
    return tuple(spans)


def _continues(last: Span, day: Span) -> bool:
    alike = (last.state, last.zh, last.en) == (day.state, day.zh, day.en)
    return alike and last.last + _DAY == day.first


def _span(entry: Iterable[str]) -> Span:
    first, last, state, zh, en = entry
    return Span(date.fromisoformat(first), date.fromisoformat(last), State(state), zh, en)
