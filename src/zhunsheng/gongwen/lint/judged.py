"""What the lint answers: the faults, and by name what it could not judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zhunsheng.gongwen.lint.fault import Fault


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Something the standard asks of which the file does not tell, and why, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The faults of the page first, then in the order of the text; what was not judged."""

    faults: tuple[Fault, ...]
    unjudged: tuple[Unjudged, ...]


BY_EYE: Final = Unjudged(
    "印章的位置和清晰程度，标题回行是否词意完整：须由人看。",
    "where seals stand and how clear they are, whether a title breaks by sense: a person must"
    " look.",
)
LAID_OUT: Final = Unjudged(
    "每行字数、每面行数，发文机关标志、署名、成文日期和页码的实际位置，版记是否在末面版心底部："
    "由排版软件算出，Word文件没有写明，请导出PDF后再检查一次。",
    "characters a row, rows a page, the places of organ mark, signature, date and page numbers,"
    " whether the imprint is at the foot of the last page: the program that lays the file out"
    " decides them. Export it as PDF and check that too.",
)
IN_TABLES: Final = Unjudged(
    "表格内文字的字体、字号。", "fonts and sizes of the words inside tables."
)
DRAWN: Final = Unjudged(
    "红色分隔线：文件中有图形，线可能画在其中。",
    "the red line: the file has drawings, and it may be in one of them.",
)
SPACED: Final = Unjudged(
    "发文字号中间有无空格：PDF中字距与空格无法区分。",
    "whether spaces stand inside the document number: a PDF does not tell them from wider gaps.",
)
NUMBERED: Final = Unjudged(
    "由Word自动编号的层次序数。", "numbers of levels that Word counts itself."
)


def untold_fonts(names: tuple[str, ...]) -> Unjudged:
    """Fonts whose names tell no face."""
    return Unjudged(
        f"字体：文件中的字体名（{'、'.join(names)}）看不出是哪种字体。",
        f"fonts: the names in the file ({', '.join(names)}) tell no face.",
    )


def unmeasured_part(zh: str, en: str) -> Unjudged:
    """A measure of which no row of the document tells."""
    return Unjudged(
        f"{zh}：没有足以量取的整行或整面文字。", f"{en}: no full row or page to measure it by."
    )
