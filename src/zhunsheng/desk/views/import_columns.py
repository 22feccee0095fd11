"""Mapping a foreign table once: which of its columns is which field, and which words mean which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhunsheng.desk.pending import waiting
from zhunsheng.desk.said import tell
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import both, in_language
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.cells import CellError, Reader, reader_of, text_of
from zhunsheng.kernel.workbook.foreign_header import Heads, likely_heads
from zhunsheng.kernel.workbook.layout import EVIDENCE, columns_of
from zhunsheng.kernel.workbook.models import SourceTable
from zhunsheng.kernel.workbook.opened import Sheet
from zhunsheng.kernel.workbook.source import guessed, opened_sheets, remember_source

_WORDS = 30
_PARTS = ("column", "constant", "words")
#: What other systems write as words: 初审 for a first level, 已办结 for yes.
_WORDED = (models.IntegerField, models.BooleanField)


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the register with the column that seems to mean it, or what every row holds."""

    name: str
    label: str
    required: bool
    chosen: str
    constant: str
    choices: tuple[str, ...]
    words: str
    worded: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What the page opens with, by field: `words` as the text of their box."""

    columns: Mapping[str, str]
    constants: Mapping[str, str]
    words: Mapping[str, str]


def columns(request: HttpRequest, key: str) -> HttpResponse:
    """The page of one foreign sheet: choose the register, then its columns."""
    person, name = person_of(request), request.GET.get("sheet", "")
    pending = waiting(person, key)
    try:
        sheet = _sheet(opened_sheets(pending.name, pending.data()), name)
    except KernelError as error:
        tell(request, error)
        return redirect("desk:imports")
    registers = used_by(person.agency).registers()
    known = _known(request, person.agency)
    kind = request.GET.get("register") or (known.register if known else "")
    register = next((r for r in registers if r.kind == kind), None)
    heads = likely_heads(sheet)
    rows = (
        _rows(register, sheet, heads, _given(request, register, known, heads)) if register else ()
    )
    if request.method == "POST" and register is not None:
        try:
            _remember(request, register, person.agency)
        except KernelError as error:
            tell(request, error)
        else:
            messages.success(request, _("The columns are remembered under this source."))
            return redirect("desk:import-preview", key)
    return render(
        request,
        "desk/import_columns.html",
        {
            "pending": pending,
            "sheet": name,
            "registers": [(r.kind, in_language(r.zh, r.en)) for r in registers],
            "register": register,
            "register_name": in_language(register.zh, register.en) if register else "",
            "headers": heads.given,
            "rows": rows[:-1],
            "source": request.POST.get("source", known.name if known else ""),
            "evidence": rows[-1] if rows else None,
        },
    )


def _sheet(sheets: list[Sheet], name: str) -> Sheet:
    for sheet in sheets:
        if sheet.name == name:
            return sheet
    raise Http404


def _known(request: HttpRequest, agency: Agency) -> SourceTable | None:
    """The mapping to be changed."""
    return SourceTable.objects.filter(agency=agency, name=request.GET.get("source", "")).first()


def _given(
    request: HttpRequest, register: Register, known: SourceTable | None, heads: Heads
) -> Given:
    """As it was just sent, as it is remembered, or as the headers let guess."""
    if request.method == "POST":
        names = [*_names(register), EVIDENCE[1]]
        return Given(*({n: request.POST.get(f"{part}:{n}", "") for n in names} for part in _PARTS))
    if known is None or known.register != register.kind:
        return Given(guessed(register, heads.given), {}, {})
    words = {
        name: "".join(f"{theirs}={ours}\n" for theirs, ours in pairs.items())
        for name, pairs in known.words.items()
    }
    return Given(known.columns, known.constants, words)


def _rows(register: Register, sheet: Sheet, heads: Heads, given: Given) -> list[Row]:
    """A row for each field, and one for the evidence at the end."""
    rows = []
    for column in columns_of(register):
        chosen = given.columns.get(column.name, "")
        choices = tuple(both(text)[0] for _, text in column.field.flatchoices)
        known = given.words.get(column.name, "").strip()
        rows.append(
            Row(
                column.name,
                in_language(column.zh, column.en),
                column.required,
                chosen,
                given.constants.get(column.name, ""),
                choices,
                f"{known}\n{_foreign_words(sheet, heads, chosen, column.field, known)}".strip(),
                bool(choices) or isinstance(column.field, _WORDED),
            )
        )
    name = EVIDENCE[1]
    chosen, constant = given.columns.get(name, ""), given.constants.get(name, "")
    return [*rows, Row(name, "", False, chosen, constant, (), "", False)]


def _names(register: Register) -> list[str]:
    return [column.name for column in columns_of(register)]


def _foreign_words(
    sheet: Sheet, heads: Heads, header: str, field: models.Field[Any, Any], known: str
) -> str:
    """The words of the column that nobody knows yet, one a line, to be completed."""
    if not (field.choices or isinstance(field, _WORDED)) or header not in heads.names:
        return ""
    place, read = heads.names.index(header), reader_of(field, required=False)
    found = dict.fromkeys(text_of(row[place]) for row in sheet.rows[heads.index + 1 :])
    told = {line.partition("=")[0].strip() for line in known.splitlines()}
    words = [word for word in found if word and word not in told and not _is_read(read, word)]
    return "\n".join(f"{word}=" for word in words[:_WORDS])


def _is_read(read: Reader, word: str) -> bool:
    try:
        read(word)
    except CellError:
        return False
    return True


def _remember(request: HttpRequest, register: Register, agency: Agency) -> None:
    names = [*_names(register), EVIDENCE[1]]
    given = {n: request.POST.get(f"column:{n}", "") for n in names}
    fixed = {n: request.POST.get(f"constant:{n}", "").strip() for n in names}
    remember_source(
        agency,
        request.POST.get("source", "").strip(),
        register,
        columns={n: header for n, header in given.items() if header},
        constants={n: text for n, text in fixed.items() if text and not given[n]},
        words={n: pairs for n in names if (pairs := _pairs(request, n))},
        by=person_of(request),
    )


def _pairs(request: HttpRequest, name: str) -> dict[str, str]:
    """`foreign=ours`, one a line."""
    found = {}
    for line in request.POST.get(f"words:{name}", "").splitlines():
        foreign, sign, ours = line.partition("=")
        if sign and ours.strip():
            found[foreign.strip()] = ours.strip()
    return found
