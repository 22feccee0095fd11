"""Format lint: what in a Word file departs from GB/T 9704—2012, where, and by which clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from zhunsheng.gongwen.errors import ReadError
from zhunsheng.gongwen.lint.fault import Fault, Rule, fault, rules
from zhunsheng.gongwen.lint.formatting import Formatting, W
from zhunsheng.gongwen.lint.forms import form_faults, form_of, is_drawn, letter_page_faults
from zhunsheng.gongwen.lint.page import grid_pitch, page_faults
from zhunsheng.gongwen.lint.paragraphs import sets
from zhunsheng.gongwen.lint.type import Set, type_faults
from zhunsheng.gongwen.lint.words import word_faults
from zhunsheng.gongwen.model import Form, Kind, Reading
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.read.package import Package
from zhunsheng.gongwen.read.sniff import Format, sniff

__all__ = ["Fault", "Rule", "faults", "lint", "rules"]


def lint(data: bytes, source: str = "") -> tuple[Fault, ...]:
    """The faults of a .docx: those of the page first, then in the order of the text.

    A font that the file does not name is not judged; headings that Word numbers itself are not
    seen. Errors: ReadError `not_word`, and whatever `read` refuses.
    """
    if sniff(source, data) is not Format.DOCX:
        raise ReadError(
            "not_word",
            zh=f"《{source}》不是 .docx 文件，页边距、字体和字号无从检查。"
            "请提供 .docx 格式的文稿。",
            en=f"{source} is no .docx, so margins, fonts and sizes cannot be checked. Supply the "
            "document as .docx.",
            source=source,
        )
    return faults(read(source, data), data)


def faults(reading: Reading, data: bytes) -> tuple[Fault, ...]:
    """The faults of a .docx that has been read, by the clauses of its form."""
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
    return tuple(replace(each, rule=each.rule.of(form)) for each in placed)


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
