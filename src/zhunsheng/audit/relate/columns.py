"""Rows of several figures told in one order, as in a table: 小学a所b人；初中c所d人, of N所M人."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from zhunsheng.audit.relate.cues import changed, is_no_whole, opens_list
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.lists import Candidate

_WIDEST: Final = 4  # figures in a row
_FEWEST: Final = 2  # rows
_MOST: Final = 12  # rows
_SHORT: Final = 4  # characters of a label that is a verb
_BACK: Final = 8  # figures before the rows among which their totals are looked for
_SUM: Final = ("总", "共", "合计")

_SUMMED: Final = re.compile(r"合计|总计|共计|总共")
_OF_ALL: Final = ("总数", "总量", "总额", "总人数", "合计", "总计", "共")

Row = tuple[Item, ...]


def columns(earlier: Sequence[Item], items: Row) -> Iterator[Candidate]:
    """Each column of a sentence's rows as a list of its total; one that adds up vouches for all."""
    for width in range(2, min(_WIDEST, len(items) // 2) + 1):
        for start in range(len(items) - 2 * width + 1):
            rows = _rows(items[start : start + width * _MOST], width)
            if len(rows) < _FEWEST:
                continue
            before = (*earlier, *items[:start])[-_BACK:]
            after = items[start + len(rows) * width :]
            if len(rows) > _FEWEST and opens_list(rows[1][0].words):
                before, rows = rows[0], rows[1:]  # N户M人，其中…: the first row is the total
            yield from _of_totals(rows, _totals(before, rows[0]), trailing=False)
            yield from _of_totals(rows, _totals_after(after, rows[0]), trailing=True)
            return


def columns_before(rows_of: Row, items: Row) -> Iterator[Candidate]:
    """The same where 以上合计N件、M元 begins the next sentence."""
    if len(rows_of) < 2 * _FEWEST or not items or not _SUMMED.search(items[0].words):
        return
    for width in range(2, _WIDEST + 1):
        for start in range(len(rows_of) - 2 * width + 1):
            rows = _rows(rows_of[start:], width)
            if len(rows) >= _FEWEST and start + len(rows) * width == len(rows_of):
                yield from _of_totals(rows, _totals(items[:width], rows[0]), trailing=True)
                return


def summed_columns(earlier: Sequence[Item], items: Row) -> Iterator[Candidate]:
    """学生总数N，教职工总数M after 普通高中在校生a，教职工b；…: columns told over sentences."""
    for at in range(len(items) - 1):
        totals = items[at : at + 2]
        if not all(item.label.endswith(_OF_ALL) for item in totals):
            continue
        names = [_bare(item.label) for item in totals]
        if all(names):
            before = [*earlier, *items[:at]]
            rows: list[Row] = []
            while len(before) > 1 and _is_row(before[-2:], totals, names):
                rows.insert(0, tuple(before[-2:]))
                before = before[:-2]
            if len(rows) >= _FEWEST:
                yield from _of_totals(rows, totals, trailing=True)
            return


def _bare(label: str) -> str:
    """学生 of 学生总数."""
    return label.removesuffix(next(word for word in _OF_ALL if label.endswith(word)))


def _is_row(row: Sequence[Item], totals: Row, names: Sequence[str]) -> bool:
    """Whether two figures are told as the totals are; the second, or both, by the same name."""
    plain = all(item.mention.exact and not changed(item.label) for item in row)
    alike = all(a.mention.unit == b.mention.unit for a, b in zip(row, totals, strict=True))
    return plain and alike and row[1].label.endswith(names[1][-2:])


def _rows(items: Row, width: int) -> list[Row]:
    """Neighbouring rows of one build; none if the first begins no such row."""
    first = items[:width]
    found = [first]
    for at in range(width, min(len(items), width * _MOST) - width + 1, width):
        row = items[at : at + width]
        if not _one_build(first, row):
            break
        found.append(row)
    return found


def _one_build(first: Row, row: Row) -> bool:
    """Whether two rows have the same units, and the same names where the units cannot tell."""
    if [i.mention.unit for i in first] != [i.mention.unit for i in row]:
        return False
    units = {item.mention.unit for item in first}
    if any("；" in item.words for item in (*first[1:], *row[1:])):
        return False  # 猪肉a吨；牛肉b吨；羊肉c吨；禽肉d吨: one row
    if len(units) < len(first) and "；" not in row[0].words:
        return False
    if any(changed(item.label) or not item.mention.exact for item in (*first, *row)):
        return False
    named = all(_one_name(a, b) for a, b in zip(first[1:], row[1:], strict=True) if a.label)
    return len(units) == len(first) or (named and bool(first[-1].label))


def _one_name(one: Item, other: Item) -> bool:
    """Whether two labels end alike: 审结 and 执结 are one column."""
    if one.label[-2:] == other.label[-2:]:
        return True
    short = max(len(one.label), len(other.label)) <= _SHORT
    return short and one.label[-1:] == other.label[-1:]


def _totals(before: Sequence[Item], first: Row) -> Row:
    """The latest figures before the rows that are told in the rows' order."""
    width = len(first)
    for at in range(len(before) - width, -1, -1):
        row = tuple(before[at : at + width])
        if [i.mention.unit for i in row] == [i.mention.unit for i in first]:
            if any(is_no_whole(item.label) for item in row):
                continue  # 法官人均结案215件
            plain = not any(changed(item.label) for item in row)
            return row if plain and all(item.mention.exact for item in row) else ()
    return ()


def _totals_after(after: Row, first: Row) -> Row:
    row = after[: len(first)]
    summed = row and all(any(word in item.label for word in _SUM) for item in row)
    same = [i.mention.unit for i in row] == [i.mention.unit for i in first]
    return row if summed and same else ()


def _of_totals(rows: Sequence[Row], totals: Row, *, trailing: bool) -> Iterator[Candidate]:
    if not totals:
        return
    lists = [tuple(row[at] for row in rows) for at in range(len(totals))]
    holding = [
        total.mention.value == sum((part.mention.value for part in parts), Decimal(0))
        for total, parts in zip(totals, lists, strict=True)
    ]
    for at, (total, parts) in enumerate(zip(totals, lists, strict=True)):
        vouched = any(holding[:at] + holding[at + 1 :])
        yield Candidate(
            total,
            parts,
            parts[0].words,
            trailing=trailing,
            apart=not trailing,
            named=vouched,
            unsure=not vouched,
        )
