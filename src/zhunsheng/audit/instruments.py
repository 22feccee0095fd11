"""Instruments known by exact title, with their days in force, and the titles a text cites."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from zhunsheng.audit.data import table
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.reported import reported_year
from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.dates import date_in
from zhunsheng.statute.pack import shipped_law

_CITED: Final = re.compile(r"《([^《》\n]{2,60})》")
_EVEN: Final = str.maketrans({"(": "（", ")": "）", "-": "—", "－": "—", "–": "—", " ": None})
STATE: Final = "中华人民共和国"  # the People's Republic: left out when a law is cited
_REACH: Final = 16  # characters around a citation that may speak of its end or beginning


@dataclass(frozen=True, slots=True)
class Known:
    """An instrument by its exact title; None is an open or unknown day."""

    title: str
    number: str = ""
    start: date | None = None
    end: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A title between 《 and 》, its span with them."""

    title: str
    span: tuple[int, int]


@functools.lru_cache(maxsize=2)
def cited(passage: Passage) -> tuple[Cited, ...]:
    """Every title cited, in order."""
    return tuple([Cited(match[1], match.span()) for match in _CITED.finditer(passage.text)])


@functools.lru_cache(maxsize=4096)
def even(title: str) -> str:
    """The title with brackets, dashes and blanks of one kind, without the name of the state."""
    return title.translate(_EVEN).removeprefix(STATE)


@functools.lru_cache(maxsize=4)
def evened(titles: frozenset[str]) -> frozenset[str]:
    """The titles of a register, each even."""
    return frozenset(map(even, titles))


@functools.cache
def known() -> dict[str, Known]:
    """By even title, from the data files and the rule packs."""
    packs = [
        Known(i.zh, i.number, i.in_force_from, i.in_force_to)
        for i in shipped_law().instruments.values()
    ]
    data = table("instruments")
    rows = [
        Known(
            row["title"], row.get("number", ""), row.get("from"), row.get("to"), row.get("by", "")
        )
        for row in data["instrument"]
    ]
    others = [Known(title) for entry in data["others"] for title in entry["titles"]]
    return {even(each.title): each for each in (*others, *packs, *rows)}


def written_on(passage: Passage) -> date | None:
    """The day the text bears; the last of the year its title names; the day handed in."""
    dated = of_kind(passage, Kind.DATE, Kind.PRINTED)
    day = date_in(dated[0].text) if dated else None
    year = reported_year(passage)
    if day is None and year is not None:
        return date(year, 12, 31)
    return day or passage.handed.today


def recognised(passage: Passage) -> Iterator[tuple[Cited, Known, date, str]]:
    """Citations of known instruments in a dated text: with the text's day and the words around."""
    day = written_on(passage)
    for one in cited(passage) if day else ():
        instrument = known().get(even(one.title))
        if day is not None and instrument is not None:
            start, end = one.span
            before = passage.text[max(0, start - _REACH) : start]
            yield one, instrument, day, before + passage.text[end : end + _REACH]
