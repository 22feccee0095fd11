"""Fonts, sizes, indents and lines of each part of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint import faces
from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.formatting import Shape, Type, W, is_red
from zhunsheng.gongwen.model import Block, Kind

_LEVELS: Final = {
    1: (faces.HEI, "黑体", "HeiTi 黑体"),
    2: (faces.KAI, "楷体", "KaiTi 楷体"),
    3: (faces.FANG, "仿宋", "FangSong 仿宋"),
    4: (faces.FANG, "仿宋", "FangSong 仿宋"),
}
_PITCH_OFF: Final = 0.6  # points: 28.5 to 29.2 give 22 rows
_INDENT_OFF: Final = 0.3  # characters


@dataclass(frozen=True, slots=True)
class Set:
    """A block as it is set: the type of each stretch with its words, and the paragraph's shape.

    `closer`: its rows may be drawn closer, so that text and signature share a page (7.3.5.5).
    """

    block: Block
    stretches: tuple[tuple[str, Type], ...]
    shape: Shape
    pitch: float
    paragraph: Any
    closer: bool = False

    @property
    def tabbed(self) -> bool:
        """Whether a tab moves words to the right; a PDF has none."""
        return self.paragraph is not None and any(
            True for _ in self.paragraph.iterfind(f".//{W}r/{W}tab")
        )

    def first(self) -> Type | None:
        """The type of the first Chinese characters."""
        return next(
            (t for words, t in self.stretches if re.search(r"[\u4e00-\u9fff]", words)), None
        )

    def last(self) -> Type | None:
        """The type of the last characters."""
        return next((t for words, t in reversed(self.stretches) if words.strip()), None)


def type_faults(each: Set) -> Iterator[Fault]:
    """The faults of one block."""
    kind = each.block.kind
    check = _CHECKS.get(kind)
    if check is not None and each.stretches:
        yield from check(each)


def _font(each: Set, code: str, wanted: re.Pattern[str], type_: Type | None) -> Iterator[Fault]:
    if type_ is not None and type_.font and not wanted.search(type_.font):
        yield fault(code, each.block, found=type_.font)


def _size(each: Set, code: str, wanted: float) -> Iterator[Fault]:
    found = each.first()
    if found is not None and abs(found.size - wanted) > 0.1:
        yield fault(code, each.block, found=f"{found.size:g}")


def _body(each: Set) -> Iterator[Fault]:
    most = Counter[Type]()
    for words, type_ in each.stretches:
        most[type_] += len(words)
    main = most.most_common(1)[0][0]
    yield from _font(each, "body-font", faces.FANG, main)
    if abs(main.size - layout.BODY_PT) > 0.1:
        yield fault("body-size", each.block, found=f"{main.size:g}")
    yield from _indent(each, main.size)
    yield from _pitch(each)


def _indent(each: Set, size: float) -> Iterator[Fault]:
    spaces = len(each.stretches[0][0]) - len(each.stretches[0][0].lstrip("\u3000"))
    found = each.shape.first / size + spaces
    if abs(found - 2) > _INDENT_OFF:
        yield fault("body-indent", each.block, found=_short(found))


def _pitch(each: Set) -> Iterator[Fault]:
    line = each.shape.line if each.shape.exact else each.pitch
    wanted = float(layout.LINE_PT)
    if each.closer and float(min(layout.TIGHTER_PT)) - 1 < line < wanted:
        return
    if line and abs(line - wanted) > _PITCH_OFF:
        yield fault("line-pitch", each.block, found=f"{line:g}", wanted=f"{wanted:.0f}")


def _heading(each: Set) -> Iterator[Fault]:
    level = min(max(each.block.level, 1), 4)
    pattern, zh, en = _LEVELS[level]
    found = each.first()
    if found is not None and found.font and not pattern.search(found.font):
        values = {"level": level, "found": found.font, "wanted": zh, "wanted_en": en}
        yield fault("level-font", each.block, **values)
    if found is not None and abs(found.size - layout.BODY_PT) > 0.1:
        yield fault("level-size", each.block, level=level, found=f"{found.size:g}")
    yield from _pitch(each)


def _organ_mark(each: Set) -> Iterator[Fault]:
    found = each.first()
    yield from _font(each, "organ-mark-font", faces.TITLE, found)
    if found is not None and not is_red(found.colour):
        yield fault("organ-mark-colour", each.block)


def _title(each: Set) -> Iterator[Fault]:
    yield from _font(each, "title-font", faces.TITLE, each.first())
    yield from _size(each, "title-size", layout.TITLE_PT)
    if each.shape.align != "center":
        yield fault("title-alignment", each.block)


def _addressee(each: Set) -> Iterator[Fault]:
    size = found.size if (found := each.first()) else layout.BODY_PT
    indent = (each.shape.first + each.shape.left) / size
    if indent > _INDENT_OFF and not re.match(r"主\s?送", each.block.text):
        yield fault("addressee-indent", each.block, found=f"{indent:.0f}")


def _above(each: Set) -> Iterator[Fault]:
    yield from _font(each, "secrecy-font", faces.HEI, each.first())


def _annex(each: Set) -> Iterator[Fault]:
    yield from _font(each, "annex-font", faces.HEI, each.first())


def _signer(each: Set) -> Iterator[Fault]:
    yield from _font(each, "signer-font", faces.KAI, each.last())


def _attendance(each: Set) -> Iterator[Fault]:
    yield from _font(each, "attendance-label-font", faces.HEI, each.first())
    yield from _font(each, "attendance-font", faces.FANG, each.last())
    size = found.size if (found := each.first()) else layout.BODY_PT
    words = each.stretches[0][0]
    spaces = len(words) - len(words.lstrip("\u3000"))
    indent = (each.shape.first + each.shape.left) / size + spaces
    if abs(indent - 2) > _INDENT_OFF:
        yield fault("attendance-indent", each.block, found=_short(indent))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _copies(each: Set) -> Iterator[Fault]:
    yield from _size(each, "copies-size", layout.SMALL_PT)


def _printed(each: Set) -> Iterator[Fault]:
    yield from _size(each, "printed-size", layout.SMALL_PT)


_CHECKS: Final[dict[Kind, Any]] = {
    Kind.PARAGRAPH: _body,
    Kind.HEADING: _heading,
    Kind.ORGAN_MARK: _organ_mark,
    Kind.TITLE: _title,
    Kind.ADDRESSEE: _addressee,
    Kind.SIGNER: _signer,
    Kind.SECRECY: _above,
    Kind.URGENCY: _above,
    Kind.ANNEX: _annex,
    Kind.ANNEX_TITLE: _title,
    Kind.ATTENDANCE: _attendance,
    Kind.COPIES: _copies,
    Kind.PRINTED: _printed,
}
