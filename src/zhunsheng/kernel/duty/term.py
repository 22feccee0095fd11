"""Duties as declarations: what starts the clock, how long, what stops it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.models import Record
from zhunsheng.statute.due import Pause, Term


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation each row of `of` brings.

    `starts` and `done` are date fields or functions of the record that give a date or None (no
    start: no obligation); `due` a term or a function of the record; `pauses` the days that do
    not count. `follows` are fields of other registers that point at a row of `of`: when one of
    their rows changes, the row it points at is computed again. `decided_by` are registers whose
    rows decide without pointing at any: with one of them every row of its agency is computed
    again. `since` is the date field that forms show its rule beside, where `starts` is a function.
    `falls_to` is reminded first. `done_at` is where a term of hours finds the time of day
    it was done.
    """

    key: str
    zh: str
    en: str
    rule: str
    of: type[Owing]
    starts: str | Callable[[Any], date | None]
    due: Term | Callable[[Any], Term]
    done: str | Callable[[Any], date | None]
    pauses: Callable[[Any], Sequence[Pause]] | None = None
    alert_days: int = 7
    falls_to: Role = Role.RECORDER
    follows: tuple[tuple[type[Record], str], ...] = ()
    decided_by: tuple[type[Record], ...] = ()
    done_at: str | Callable[[Any], str] = ""
    since: str = ""

    def started_on(self, record: Owing) -> date | None:
        return _date(self.starts, record)

    def done_on(self, record: Owing) -> date | None:
        return _date(self.done, record)

    def time_done(self, record: Owing) -> str:
        if not self.done_at:
            return ""
        told: str = (
            self.done_at(record) if callable(self.done_at) else getattr(record, self.done_at)
        )
        return told

    def term(self, record: Owing) -> Term:
        return self.due(record) if callable(self.due) else self.due

    def paused(self, record: Owing) -> Sequence[Pause]:
        return self.pauses(record) if self.pauses else ()


def _date(source: str | Callable[[Any], date | None], record: Owing) -> date | None:
    if isinstance(source, str):
        value: date | None = getattr(record, source)
        return value
    return source(record)
