"""The header of a foreign table: below title rows, in one row or in two with merged groups."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.opened import Sheet

_LOOK = 9  # a header of two rows ends in the tenth
_FEWEST = 3  # names that make a row with groups a header: a title or a line of totals has fewer


@dataclass(frozen=True, slots=True)
class Heads:
    """A header: the index of its last row, and each column's name, no name twice.

    A column under a group that another group's column is named alike is `group-name`.
    """

    index: int
    names: tuple[str, ...]

    @property
    def given(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name)


def possible_heads(sheet: Sheet) -> Iterator[Heads]:
    """Whatever among the first rows could be the header, those of two rows first."""
    rows = [[text_of(cell) for cell in row] for row in sheet.rows[: _LOOK + 1]]
    for index in range(min(len(rows) - 1, _LOOK)):
        if _grouped(rows[index], rows[index + 1]):
            yield Heads(index + 1, _told_apart(_joined(rows[index], rows[index + 1])))
    for index, row in enumerate(rows[:_LOOK]):
        yield Heads(index, _told_apart(row))


def likely_heads(sheet: Sheet) -> Heads:
    """The header the table seems to have: one of two rows, else the fullest of the first rows."""
    found = list(possible_heads(sheet))
    if not found:
        return Heads(0, ())
    rows = [[text_of(cell) for cell in row] for row in sheet.rows[: found[0].index]]
    if found[0].index and _grouped(rows[-1], [text_of(c) for c in sheet.rows[found[0].index]]):
        return found[0]
    return max(found, key=lambda heads: len(heads.given))


def _grouped(upper: list[str], lower: list[str]) -> bool:
    """Whether the lower row names only columns of groups that the upper one opens.

    The first column has its name in the upper row; below it a row of data has a value.
    """
    under = [place for place, text in enumerate(lower) if text]
    named = [place for place, text in enumerate(upper) if text]
    if len(named) < _FEWEST or not under or under[0] <= named[0]:
        return False
    groups = _group_of(upper)
    opened = [place for place, text in enumerate(upper) if not text and place > named[0]]
    return all(
        groups[place] >= 0 and _is_name(lower[place]) and _is_wide(upper, groups[place])
        for place in under
    ) and all(lower[place] or not _is_wide(lower, place) for place in opened)


def _group_of(upper: list[str]) -> list[int]:
    """Place → the place whose name stands over it, -1 before the first."""
    found, last = [], -1
    for place, text in enumerate(upper):
        last = place if text else last
        found.append(last)
    return found


def _is_wide(row: list[str], place: int) -> bool:
    """Whether the name at the place is followed by an empty cell, as a merged one is."""
    return place + 1 < len(row) and not row[place + 1]


def _is_name(text: str) -> bool:
    return not any(sign.isdecimal() for sign in text)


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    groups = _group_of(upper)
    return [
        (f"{upper[groups[place]]}-{text}" if lower.count(text) > 1 else text)
        if text
        else upper[place]
        for place, text in enumerate(lower)
    ]


def _told_apart(names: list[str]) -> tuple[str, ...]:
    """The second of a name is `name（2）`."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(f"{name}（{seen[name]}）" if name and seen[name] > 1 else name)
    return tuple(found)
