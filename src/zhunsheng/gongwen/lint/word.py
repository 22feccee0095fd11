"""What a Word file says of its setting, judged by the clauses of its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.formatting import Formatting, W
from zhunsheng.gongwen.lint.forms import form_faults, form_of, is_drawn, letter_page_faults
from zhunsheng.gongwen.lint.judged import (
    BY_EYE,
    DRAWN,
    IN_TABLES,
    LAID_OUT,
    NUMBERED,
    Judged,
    Unjudged,
)
from zhunsheng.gongwen.lint.page import grid_pitch, page_faults
from zhunsheng.gongwen.lint.paragraphs import sets
from zhunsheng.gongwen.lint.type import Set, type_faults
from zhunsheng.gongwen.lint.words import word_faults
from zhunsheng.gongwen.model import Form, Kind, Reading
from zhunsheng.gongwen.read.package import Package


def judged(reading: Reading, data: bytes) -> Judged:
    """The faults of a .docx that has been read, and what it does not tell."""
    package = Package(data, reading.source)
    root: Any = package.xml("word/document.xml")
    formatting = Formatting(package)
    form = form_of(reading, root, formatting)
    reading = replace(reading, document=replace(reading.document, form=form))
    whole = [*page_faults(package, root)]
    if form is Form.LETTER:
        whole += letter_page_faults(package, root, formatting)
    made = list(sets(reading, root.find(f"{W}body"), formatting, grid_pitch(root)))
    found = [*_set_faults(made, form), *form_faults(form, made, reading), *word_faults(reading)]
    if form is Form.DOCUMENT:
        found += _red_line(made, root, formatting)
    placed = (*whole, *sorted(found, key=lambda each: each.start))
    told = tuple(replace(each, rule=each.rule.of(form)) for each in placed)
    return Judged(told, tuple(_unjudged(reading, root)))


def _unjudged(reading: Reading, root: Any) -> Iterator[Unjudged]:
    yield LAID_OUT
    yield BY_EYE
    if any(block.kind is Kind.TABLE for block in reading.blocks):
        yield IN_TABLES
    if any(each.where == "w:numPr" for each in reading.unread):
        yield NUMBERED
    if is_drawn(root):
        yield DRAWN


def _set_faults(made: list[Set], form: Form) -> Iterator[Fault]:
    for each in made:
        # 10.1: the imprint of a letter has no row of the printing office at all.
        if not (form is Form.LETTER and each.block.kind is Kind.PRINTED):
            yield from type_faults(each)


def _red_line(made: list[Set], root: Any, formatting: Formatting) -> Iterator[Fault]:
    """The line may be a border of any paragraph above the title, or be drawn there."""
    number = next((each for each in made if each.block.kind is Kind.NUMBER), None)
    title = next((each.paragraph for each in made if each.block.kind is Kind.TITLE), None)
    if number is None or title is None:
        return
    for paragraph in root.iter(f"{W}p"):
        if formatting.red_lines(paragraph) or is_drawn(paragraph):
            return
        if paragraph is title:
            break
    yield fault("red-line", number.block)
