"""What the registers say of a report's year, asked once while they stand as they are."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.closed import agencies_of
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.fill_table import Filled, fill
from zhunsheng.kernel.figure.identity import Checked, check_declared, check_identities
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.figure.table import Line, Table
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.heads import Heads, heads_now
from zhunsheng.reports.each import Cell, cells_of
from zhunsheng.reports.instruments import cited_in, kept_instruments

_TITLES = 50
T = TypeVar("T")
FilledTable = tuple[Table, tuple[tuple[Line, tuple[Filled, ...]], ...]]


class Ledgers:
    """Facts, titles, rows and instruments of one scope; each question is put once."""

    def __init__(self, scope: Scope, found: dict[str, Fact]) -> None:
        self.scope = scope
        self.facts = found
        self._answers: dict[Hashable, object] = {}

    def titles(self, key: str) -> tuple[str, ...]:
        """The titles of the rows the figure counts."""
        figure = registry().figures()[key]
        return self._once(
            ("titles", key),
            lambda: tuple(rows_of(figure, self.scope).values_list("title", flat=True)[:_TITLES]),
        )

    def cells(self, key: str, way: str) -> tuple[tuple[Cell, ...], ...]:
        """Of each row the fields that the way of listing names."""
        return self._once(("cells", key, way), lambda: cells_of(key, way, self.scope))

    def table(self, key: str) -> FilledTable:
        """The official table of this name with its cells."""
        table = next(t for t in registry().tables() if t.key == key)
        return self._once(("table", key), lambda: (table, fill(table, self.scope)))

    def instruments(self, text: str) -> frozenset[str]:
        """The instruments the text cites that the registers keep."""
        asked = ("instruments", cited_in(text))
        return self._once(asked, lambda: kept_instruments(text, self.scope))

    def identities(self) -> tuple[Checked, ...]:
        """Every identity of the year, and each declared fact against the records."""
        return self._once(
            "identities",
            lambda: (*check_identities(self.facts), *check_declared(self.facts, self.scope)),
        )

    def _once(self, question: Hashable, ask: Callable[[], T]) -> T:
        if question not in self._answers:
            self._answers[question] = ask()
        return cast(T, self._answers[question])


def fresh_ledgers(scope: Scope) -> Ledgers:
    """The registers as the database has them at this moment."""
    return Ledgers(scope, facts(scope))


def kept_ledgers(scope: Scope) -> Ledgers:
    """The same from memory, as long as no register of the agency has changed since."""
    heads = heads_now(agencies_of(scope))
    if heads is None:
        return fresh_ledgers(scope)
    return _kept(scope, heads, clock.today(), tuple(used_by(scope.agency_id).figures()))


@lru_cache(maxsize=8)
def _kept(scope: Scope, heads: Heads, today: date, in_use: tuple[str, ...]) -> Ledgers:
    return Ledgers(scope, kept_facts(scope))
