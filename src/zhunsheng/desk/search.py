"""Search over every register a person may see: words of two characters and more, all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Q, QuerySet

from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.regime import Register

#: Rows shown of each register; the register's own page has the rest.
MOST = 10
_LEAST = 2  # characters: one Chinese character stands in nearly every row
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A record with the first of its texts that holds a word, and where the word stands."""

    record: Record
    column: str
    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one register; `more` where the page does not show them all."""

    kind: str
    name: str
    hits: tuple[Hit, ...]
    more: bool


def words_of(text: str) -> tuple[str, ...]:
    """The words asked for: parted by spaces, a phrase in quotation marks kept whole."""
    plain = text.replace("“", '"').replace("”", '"').replace("\u3000", " ")
    found: list[str] = []
    for place, piece in enumerate(plain.split('"')):
        found += [piece.strip()] if place % 2 else piece.split()
    return tuple(word for word in found if len(word) >= _LEAST)


def search(
    person: Person, words: tuple[str, ...], *, on: date, regime: str = "", year: int = 0
) -> Iterator[Found]:
    """What each register holds, the registers in the order of the menu."""
    used = used_by(person.agency_id)
    registers = used.regimes[regime].registers if regime in used.regimes else used.registers()
    for register in registers:
        rows = _rows(person, register, words, on=on, year=year)[: MOST + 1]
        hits = tuple(_hit(row, register, words) for row in rows)
        if hits:
            name = in_language(register.zh, register.en)
            yield Found(register.kind, name, hits[:MOST], len(hits) > MOST)


def _rows(
    person: Person, register: Register, words: tuple[str, ...], *, on: date, year: int
) -> QuerySet[Record]:
    rows = visible(person, register.of, on=on).exclude(standing=Standing.VOIDED)
    if year and register.dated_by:
        rows = rows.filter(**{f"{register.dated_by}__year": year})
    names = texts_of(register)
    for word in words:
        anywhere = Q(pk__in=Evidence.objects.filter(file__name__icontains=word).values("item_id"))
        for name in names:
            anywhere |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(anywhere)
    return rows.select_related("division").order_by("-pk")


def texts_of(register: Register) -> tuple[str, ...]:
    """The register's columns that hold words."""
    named = ("title", *(n for n in register.columns if n != "title"))
    fields = {f.name: f for f in register.of._meta.concrete_fields}
    return tuple(
        name
        for name in named
        if isinstance(fields[name], models.CharField | models.TextField)
        and not fields[name].choices
    )


def _hit(row: Record, register: Register, words: tuple[str, ...]) -> Hit:
    for name in texts_of(register):
        text = str(getattr(row, name) or "")
        for word in words:
            at = text.lower().find(word.lower())
            if at >= 0 and name != "title":
                column = str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
                start, end = max(at - _AROUND, 0), at + len(word)
                return Hit(row, column, text[start:at], text[at:end], text[end : end + _AROUND])
    return Hit(row, "", "", "", "")
