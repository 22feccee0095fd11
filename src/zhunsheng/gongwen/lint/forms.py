"""Letters, orders and minutes by their own clauses of the standard: 10.1, 10.2 and 10.3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.formatting import Formatting, W
from zhunsheng.gongwen.lint.page import has_page_number
from zhunsheng.gongwen.lint.type import Set
from zhunsheng.gongwen.model import Form, Kind, OfficialDocument, Reading
from zhunsheng.gongwen.read.package import Package

_RIGHT: Final = frozenset({"right", "end"})
_LINES: Final = 2  # a letter's: below the mark, and at the foot of the page
_OFF: Final = 0.3  # characters
_HANGS: Final = re.compile(r"word/(?:header|footer)\d*\.xml")


def form_of(reading: Reading, root: Any, formatting: Formatting) -> Form:
    """The form of a Word file: what its words tell, else a letter by its double lines or title."""
    document = reading.document
    if document.form is not Form.DOCUMENT:
        return document.form
    kinds = (kind for p in root.iter(f"{W}p") for kind in formatting.red_lines(p))
    doubled = any(kind == "double" or kind.startswith("th") for kind in kinds)  # thickThin …
    return Form.LETTER if doubled or names_letter(document) else Form.DOCUMENT


def names_letter(document: OfficialDocument) -> bool:
    """Whether head and title are a letter's 函: the head without 文件, document."""
    headed = bool(document.organ_mark) and not document.organ_mark.endswith("文件")
    return headed and document.title.endswith("函")


def form_faults(form: Form, made: list[Set], reading: Reading) -> Iterator[Fault]:
    """The faults of the elements that only this form has, or has elsewhere."""
    check = {Form.LETTER: _letter, Form.ORDER: _order, Form.MINUTES: _minutes}.get(form)
    if check is not None:
        yield from check(made, reading)


def letter_page_faults(package: Package, root: Any, formatting: Formatting) -> Iterator[Fault]:
    """What a letter's pages have: two double lines, no number on the first (10.1)."""
    parts = [root, *(package.xml(n) for n in package.names if _HANGS.fullmatch(n))]
    lines = sum(len(formatting.red_lines(p)) for part in parts for p in part.iter(f"{W}p"))
    if lines < _LINES and not any(map(is_drawn, parts)):
        yield fault("letter-lines", found=lines)
    section = next(root.iter(f"{W}sectPr"), None)
    if section is not None and _numbered_first(package, section):
        yield fault("letter-first-number")


def is_drawn(node: Any) -> bool:
    """Whether a picture or shape hangs there: it may be the line."""
    return any(True for _ in node.iter(f"{W}drawing", f"{W}pict", f"{W}object"))


def _numbered_first(package: Package, section: Any) -> bool:
    """Whether the first page prints a number: it has no footer of its own, or a numbered one."""
    if section.find(f"{W}titlePg") is None:
        return has_page_number(package, section, "default")
    return has_page_number(package, section, "first")


def _letter(made: list[Set], reading: Reading) -> Iterator[Fault]:
    for each in made:
        if each.block.kind is Kind.NUMBER and each.shape.align not in _RIGHT and not each.tabbed:
            yield fault("letter-number-place", each.block)
    for block in reading.blocks:
        if block.kind is Kind.PRINTED:
            yield fault("letter-imprint", block)


def _order(made: list[Set], reading: Reading) -> Iterator[Fault]:
    signed = [each for each in made if each.block.kind is Kind.SIGNED_POST]
    if not signed:
        yield fault("order-signer-missing")
    for each in made:
        if each.block.kind is Kind.NUMBER and each.shape.align != "center":
            yield fault("order-number-place", each.block)
    dated = [each for each in made if each.block.kind is Kind.DATE]
    for each in signed + (dated if signed else []):
        yield from _free_at_right(each)


def _free_at_right(each: Set) -> Iterator[Fault]:
    found = each.shape.right / layout.BODY_PT
    if each.shape.align in _RIGHT and abs(found - layout.SEALED_DATE_INDENT) > _OFF:
        yield fault("order-signer-place", each.block, found=f"{found:g}")


def _minutes(made: list[Set], reading: Reading) -> Iterator[Fault]:
    if not reading.document.present:
        yield fault("minutes-present-missing")
