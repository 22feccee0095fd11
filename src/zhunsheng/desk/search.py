"""Search over every register a person may see: words of two characters and more, all of them.

A word stands in a column of the record, in the name of its evidence, or in the evidence itself.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Q, QuerySet, prefetch_related_objects

from zhunsheng.desk.who import shown_registers
from zhunsheng.kernel.access.visible import seen_alike, visible
from zhunsheng.kernel.db.many import TEXTS, Same, newest_with_texts
from zhunsheng.kernel.evidence.models import EXPORT, Evidence, File, FileText
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.regime import Register

#: Rows shown of each register; the register's own page has the rest.
MOST = 10
_LEAST = 2  # characters: one Chinese character stands in nearly every row
_AROUND = 24
_FEW = 100  # files, named in the question itself; more are asked for within it


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
    person: Person,
    words: tuple[str, ...],
    *,
    on: date,
    regime: str = "",
    year: int = 0,
    agency: int = 0,
) -> Iterator[Found]:
    """What each register holds, the registers in the order of the menu."""
    used = used_by(person.agency)
    every_one = used.regimes[regime].registers if regime in used.regimes else used.registers()
    # An adviser finds something in a few: the others need not be asked.
    shown = shown_registers(person)
    registers = [r for r in every_one if shown is None or r.kind in shown]
    papers_with = {word: _papers_with(word) for word in words}
    asked: dict[Register, Same] = {}
    known: dict[Hashable, tuple[Register, QuerySet[Record]]] = {}
    for register in registers:
        alike = _asked_alike(person, register, on=on, year=year)
        if alike not in known:
            rows = _rows(person, register, papers_with, on=on, year=year)
            known[alike] = register, rows.filter(agency_id=agency) if agency else rows
        first, rows = known[alike]
        days = ((first.own_day, register.own_day),) if year and register.own_day else ()
        asked[register] = Same(rows, register.of, days, texts_of(register))
    told_of = newest_with_texts(asked, MOST + 1)
    found = {
        register: [_hit(row, texts, words) for row, texts in rows]
        for register, rows in told_of.items()
        if rows
    }
    every = [hit for hits in found.values() for hit in hits]
    prefetch_related_objects([hit.record for hit in every], "division", "agency")
    papers = _in_papers(every, words)
    for register, told in found.items():
        hits = tuple(papers.get(hit.record.pk, hit) for hit in told)
        name = in_language(register.zh, register.en)
        yield Found(register.kind, name, hits[:MOST], len(hits) > MOST)


def _asked_alike(person: Person, register: Register, *, on: date, year: int) -> Hashable:
    """Equal for registers to which the same question is put, under names of their own."""
    if year and register.dated_by and not register.own_day:
        return register.kind
    return seen_alike(person, register.of, on=on), bool(year and register.own_day)


def _rows(
    person: Person,
    register: Register,
    papers_with: Mapping[str, Q | None],
    *,
    on: date,
    year: int,
) -> QuerySet[Record]:
    rows = visible(person, register.of, on=on).exclude(standing=Standing.VOIDED)
    if year and register.dated_by:
        rows = rows.filter(**{f"{register.dated_by}__year": year})
    rows = rows.alias(words_here=TEXTS)
    for word, papers in papers_with.items():
        rows = rows.filter((papers or Q()) | holds("words_here", word))
    return rows


def holds(name: str, word: str) -> Q:
    """The column holds the word; one without letters is not looked for in both cases."""
    way = "contains" if word.upper() == word.lower() else "icontains"
    return Q(**{f"{name}__{way}": word})


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


def _hit(row: Record, texts: Mapping[str, str], words: tuple[str, ...]) -> Hit:
    for name, text in texts.items():
        for word in words:
            at = text.lower().find(word.lower())
            if at >= 0 and name != "title":
                column = str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
                return _at(row, column, text, at, word)
    return Hit(row, "", "", "", "")


def _at(row: Record, column: str, text: str, at: int, word: str) -> Hit:
    start, end = max(at - _AROUND, 0), at + len(word)
    before, after = text[start:at], text[end : end + _AROUND]
    return Hit(row, column, " ".join(before.split()), text[at:end], " ".join(after.split()))


def _papers_with(word: str) -> Q | None:
    """The rows with evidence that holds the word; None where no file does, so nobody looks."""
    files = File.objects.filter(holds("name", word) | holds("words__text", word))
    some = list(files.values_list("pk", flat=True)[: _FEW + 1])
    if not some:
        return None
    held = Evidence.objects.filter(file__in=some if len(some) <= _FEW else files)
    held = held.exclude(kind=EXPORT)  # it would find every row of its export
    return Q(pk__in=held.values("item_id"))


def _in_papers(hits: list[Hit], words: tuple[str, ...]) -> dict[int, Hit]:
    """Item → its hit in a paper, of rows of which no column but the title holds a word."""
    bare = {hit.record.pk: hit.record for hit in hits if not hit.word}
    if not bare:
        return {}
    found: dict[int, Hit] = {}
    rows = Evidence.objects.filter(item_id__in=bare).exclude(kind=EXPORT)
    rows = rows.select_related("file", "file__words")
    papers = list(rows.order_by("pk"))
    for word in words:
        for paper in papers:
            hit = _in_paper(bare[paper.item_id], paper, word)
            if hit is not None:
                found.setdefault(paper.item_id, hit)
    return found


def _in_paper(record: Record, paper: Evidence, word: str) -> Hit | None:
    """Where the paper, or only its name, holds the word; None where neither does."""
    name = in_language(f"佐证“{paper.file.name}”", f"evidence “{paper.file.name}”")
    words: FileText | None = getattr(paper.file, "words", None)  # none where it was not read
    text = words.text if words else ""
    at = text.lower().find(word.lower())
    if at < 0:
        return Hit(record, name, "", "", "") if word.lower() in paper.file.name.lower() else None
    return _at(record, name, text, at, word)
