"""Totals of tables: of columns, of rows, and of the form of requests for information.

A table says itself how it adds up: what its other sums keep, one that does not keep it breaks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.grids import Cell, Grid, Row
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number, one_slip
from zhunsheng.audit.relate.ratios import explained

_GRAND: Final = re.compile(r"\s*(?:合\s*计|总\s*计|共\s*计|总\s*数)\s*")
_SUB: Final = re.compile(r"\s*小\s*计\s*")
#: Under such a head nothing is added: rates, averages, places in a list, days.
_NOT_ADDED: Final = re.compile(
    r"率|比|占|%|％|均|增|降|幅|排[名序]|名次|序号|编号|年份|日期|时间|电话|单价|标准|指数|分值|得分|倍"
)
#: 其中 of which: rows and columns after it are parts of a part.
_AMONG: Final = re.compile(r"\s*(?:其\s*中|含|#)")
_OF_REQUESTS: Final = tuple(
    map(re.compile, ("本年新收", "上年结转", r"(?:^|）)\s*总\s*计$", "结转下年"))
)
_FEWEST: Final = 2  # parts
_LONGEST: Final = 12  # parts that one slip may still explain: of more, one always does
_TOTALS: Final = 12  # columns of totals that are looked at
_FEW: Final = 3  # sums that hold for each one that does not


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total, its parts, and what is taken from them again; `of` names its row and column."""

    of: str
    total: Mention
    parts: tuple[Mention, ...]
    less: tuple[Mention, ...] = ()

    @property
    def figures(self) -> tuple[Mention, ...]:
        return (self.total, *self.parts, *self.less)

    def holds(self) -> bool:
        return self._adds_up(*self.figures)

    def explained(self) -> bool:
        """Whether one slip of a pen makes the difference."""
        return len(self.parts) <= _LONGEST and explained(self.figures, self._adds_up)

    def mistyped(self) -> bool:
        """Whether one slip in the total alone makes it: a part may be counted twice by right."""
        return one_slip(self.total.value, self._made(*self.figures))

    def relation(self) -> Relation:
        holds = self.holds()
        shown = [part for part in self.parts if part.value] or self.parts[:1]  # noughts are many
        added = " + ".join(number(part.value) for part in shown)
        told = "".join((added, *(f" − {number(part.value)}" for part in self.less)))
        sign = "=" if holds else "≠"
        result = "" if holds else f" = {number(self._made(*self.figures))}"
        arithmetic = f"{number(self.total.value)} {sign} {told}{result}"
        parts = (*self.parts, *self.less)
        return Relation("sum", self.total, parts, holds, arithmetic, of=self.of)

    def _adds_up(self, *figures: Mention) -> bool:
        slack = sum((figure.half for figure in figures), Decimal(0))
        return abs(figures[0].value - self._made(*figures)) <= slack

    def _made(self, *figures: Mention) -> Decimal:
        last = len(self.parts) + 1
        added = sum((part.value for part in figures[1:last]), Decimal(0))
        return added - sum((part.value for part in figures[last:]), Decimal(0))


def column_sums(passage: Passage) -> tuple[Relation, ...]:
    """合计 or 小计 at the head of a row: what stands above or below it adds up to it."""
    found: list[Relation] = []
    for grid in passage.grids:
        body = _body(grid)
        heads = grid[: grid.index(body[0])] if body else ()
        sure = not any(_AMONG.match(_label(row)) for row in body)
        for total, parts in _groups_of_rows(body):
            columns = range(1, min(map(len, (total, *parts))))
            added = (
                _sum(_named(total, heads, at), total[at], [row[at] for row in parts])
                for at in columns
                if not _NOT_ADDED.search(_head(heads, at))
            )
            found += _judged(added, sure=sure)
    return tuple(found)


def row_sums(passage: Passage) -> tuple[Relation, ...]:
    """合计, 总计 or 小计 at the head of a column: in each row those beside it add up to it."""
    found: list[Relation] = []
    for grid in passage.grids:
        body = _body(grid)
        heads = grid[: grid.index(body[0])] if body else ()
        among = any(_AMONG.match(cell.text) for row in heads for cell in row)
        width = min(map(len, body), default=0)
        totals = [at for at in range(1, width) if _is_total(heads, at)][:_TOTALS]
        for total in totals:
            tried = [
                [
                    _sum(_named(row, heads, total), row[total], [row[at] for at in group])
                    for row in body
                ]
                for group in _groups_of_columns(heads, totals, total, width)
            ]
            best = max(tried, key=_held, default=[])
            one = len(tried) == 1 or _held(best) > 1
            found += _judged(best, sure=one and not among)
    return tuple(found)


def requests(passage: Passage) -> tuple[Relation, ...]:
    """The form of requests: new and carried in were dealt with, by result, or are carried out."""
    found: list[Relation] = []
    for grid in passage.grids:
        body = _body(grid)
        named = [next((row for row in body if _names(words, row)), None) for words in _OF_REQUESTS]
        new, before, total, after = named
        if new is None or before is None or total is None or after is None:
            continue
        results = body[body.index(before) + 1 : body.index(total)]
        heads = grid[: grid.index(body[0])]
        columns = range(1, min(map(len, (new, before, total, after, *results))))
        found += _judged(
            _sum(_named(after, heads, at), after[at], (new[at], before[at]), (total[at],))
            for at in columns
        )
        found += _judged(
            _sum(_named(total, heads, at), total[at], [row[at] for row in results])
            for at in columns
        )
    return tuple(found)


def _body(grid: Grid) -> list[Row]:
    """The rows that hold figures beside their label."""
    return [row for row in grid if any(cell.figure for cell in row[1:])]


def _label(row: Row) -> str:
    return next((cell.text for cell in row if not cell.empty), "")


def _names(words: re.Pattern[str], row: Row) -> bool:
    return any(cell.figure is None and words.search(cell.text) for cell in row)


def _head(heads: Sequence[Row], at: int) -> str:
    return "".join(row[at].text for row in heads if at < len(row))


def _named(row: Row, heads: Sequence[Row], at: int) -> str:
    """The row and the column a cell stands in, as their heads call them."""
    column = next((r[at].text for r in reversed(heads) if at < len(r) and not r[at].empty), "")
    names = ["".join(name.split()) for name in (_label(row), column)]
    return "，".join(dict.fromkeys(name for name in names if name))


def _is_total(heads: Sequence[Row], at: int) -> bool:
    named = (row[at].text for row in heads if at < len(row))
    return any(_GRAND.fullmatch(words) or _SUB.fullmatch(words) for words in named)


def _groups_of_rows(body: list[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Each total with its parts: a 小计 of the rows above it, the 合计 of all, or of the 小计."""
    grand: list[Row] = []
    rest: list[Row] = []
    subtotals: list[Row] = []
    for row in body:
        if _GRAND.fullmatch(_label(row)):
            grand.append(row)
            continue
        if not _SUB.fullmatch(_label(row)):
            rest.append(row)
            continue
        yield row, rest
        subtotals.append(row)
        rest = []
    if len(grand) == 1 and (grand[0] is body[0] or grand[0] is body[-1]):
        yield grand[0], [*subtotals, *rest]


def _groups_of_columns(
    heads: Sequence[Row], totals: Sequence[int], total: int, width: int
) -> Iterator[list[int]]:
    """Columns a total may be of: those before it, those after it, the other totals."""
    added = [
        at for at in range(1, width) if at not in totals and not _NOT_ADDED.search(_head(heads, at))
    ]
    before = max((at for at in totals if at < total), default=0)
    after = min((at for at in totals if at > total), default=width)
    groups = (
        [at for at in added if before < at < total],
        [at for at in added if total < at < after],
        [at for at in totals if at != total],
    )
    yield from (group for group in groups if len(group) >= _FEWEST)


def _sum(of: str, total: Cell, parts: Sequence[Cell], less: Sequence[Cell] = ()) -> _Sum | None:
    """The cells as a sum; none where one of them is words, or there is nothing to add."""
    others = [cell for cell in (*parts, *less) if not cell.empty]
    if total.figure is None or not all(cell.figure and cell.figure.exact for cell in others):
        return None
    added = tuple(cell.figure for cell in parts if cell.figure)
    taken = tuple(cell.figure for cell in less if cell.figure)
    units = {figure.unit for figure in (total.figure, *added, *taken)}
    if len(added) + len(taken) < _FEWEST or len(units) > 1 or "%" in units:
        return None
    return _Sum(of, total.figure, added, taken)


def _held(sums: Sequence[_Sum | None]) -> int:
    return sum(each is not None and each.total.value > 0 and each.holds() for each in sums)


def _judged(sums: Iterable[_Sum | None], *, sure: bool = True) -> tuple[Relation, ...]:
    """Those that hold, and those that break what the others keep, or that one slip explains.

    Sums of noughts show nothing. Where it is not `sure` that the parts are all, only what holds.
    """
    told = [each for each in sums if each and any(figure.value for figure in each.figures)]
    holding = [each for each in told if each.holds()]
    broken = [each for each in told if not each.holds()]
    if not sure or len(broken) > max(len(holding), 1):
        broken = []
    elif len(broken) * _FEW > len(holding):
        broken = [each for each in broken if (each.explained() if holding else each.mistyped())]
    return tuple(each.relation() for each in (*holding, *broken))
