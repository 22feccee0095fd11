"""The pages of a PDF, measured and judged by the clauses of its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from zhunsheng.gongwen.lint.area import area_faults, paper_faults, unmeasured
from zhunsheng.gongwen.lint.folio import folio_faults
from zhunsheng.gongwen.lint.forms import form_faults, names_letter
from zhunsheng.gongwen.lint.judged import (
    BY_EYE,
    DRAWN,
    IN_TABLES,
    SPACED,
    Judged,
    Unjudged,
    unmeasured_part,
    untold_fonts,
)
from zhunsheng.gongwen.lint.measure import fonts_untold, sheets
from zhunsheng.gongwen.lint.places import double_lines, place_faults
from zhunsheng.gongwen.lint.sheet import Sheet
from zhunsheng.gongwen.lint.strips import sets_of
from zhunsheng.gongwen.lint.type import type_faults
from zhunsheng.gongwen.lint.words import word_faults
from zhunsheng.gongwen.model import Form, Kind, Reading

_STOPS: Final = tuple("。：；！？…”）")


def judged(reading: Reading, data: bytes) -> Judged:
    """The faults of a PDF that has been read, and what its pages do not tell."""
    pages = sheets(reading, data)
    form = _form(reading, pages)
    reading = replace(reading, document=replace(reading.document, form=form))
    found = [*paper_faults(pages)]
    if not found:  # no place on another paper is that of A4
        found += [*area_faults(pages), *folio_faults(pages, form)]
        found += place_faults(pages, reading, form)
    made = list(sets_of(pages))
    for each in made:
        # 10.1: the imprint of a letter has no row of the printing office at all.
        if not (form is Form.LETTER and each.block.kind is Kind.PRINTED):
            found += type_faults(each)
    found += form_faults(form, made, reading)
    # A wider gap reads like a blank: programs set one between figures and Chinese by themselves.
    found += (each for each in word_faults(reading) if each.code != "number-spaces")
    broken = _broken_off(reading)
    found = [each for each in found if (each.code, each.start) not in broken]
    found.sort(key=lambda each: each.start)
    told = tuple(replace(each, rule=each.rule.of(form)) for each in found)
    return Judged(told, tuple(_unjudged(reading, pages)))


def _form(reading: Reading, pages: tuple[Sheet, ...]) -> Form:
    document = reading.document
    if document.form is not Form.DOCUMENT:
        return document.form
    letter = bool(double_lines(pages[0])) or names_letter(document)
    return Form.LETTER if letter else Form.DOCUMENT


def _broken_off(reading: Reading) -> set[tuple[str, int]]:
    """Paragraphs after one without a stop: rows of one, parted where a program wraps unevenly."""
    return {
        ("body-indent", block.start)
        for before, block in pairwise(reading.blocks)
        if before.kind is block.kind is Kind.PARAGRAPH
        and not reading.text[before.start : before.end].rstrip().endswith(_STOPS)
    }


def _unjudged(reading: Reading, pages: tuple[Sheet, ...]) -> Iterator[Unjudged]:
    yield BY_EYE
    if any(block.kind is Kind.TABLE for block in reading.blocks):
        yield IN_TABLES
    if re.search(r"\s", reading.document.number):
        yield SPACED
    for zh, en in unmeasured(pages):
        yield unmeasured_part(zh, en)
    if names := fonts_untold(pages):
        yield untold_fonts(names)
    if pages[0].pictures and not any(bar.red for bar in pages[0].bars):
        yield DRAWN
    for each in reading.unread:
        yield Unjudged(each.zh, each.en)
