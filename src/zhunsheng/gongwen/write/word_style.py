"""The styles of the Word document: one for each element, its official font named, not embedded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.write.elements import mark_rows

type_area = Mm(layout.TYPE_AREA_WIDTH_MM)
Word = Any  # python-docx ships no types

FANG: Final = "仿宋_GB2312"  # FangSong, body
KAI: Final = "楷体_GB2312"  # KaiTi, level 2 and the signer's name
HEI: Final = "黑体"  # HeiTi, level 1
TITLE: Final = "方正小标宋_GBK"  # XiaoBiaoSong, red head and title
SONG: Final = "宋体"  # SimSun, page numbers
_LEVEL_FONTS: Final = {1: HEI, 2: KAI, 3: FANG, 4: FANG}
_GRID: Final = -5  # twentieths of a point between characters: 28 in a row of 156 mm


@dataclass(frozen=True, slots=True)
class Look:
    """How one element looks. Sizes and spaces in points, `indent` in characters."""

    font: str = FANG
    size: int = layout.BODY_PT
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent: int = 0
    before: int = 0
    after: int = 0
    line: int = 0  # exact line height; 0 = one row of the grid
    red: bool = False
    keep: bool = False


_ROW: Final = 29
IMPRINT_LINE_PT: Final = 26
_IMPRINT: Final = Look(size=layout.SMALL_PT, align=WD_ALIGN_PARAGRAPH.LEFT, line=IMPRINT_LINE_PT)
_LOOKS: Final[dict[str, tuple[str, Look]]] = {
    "copy_number": ("公文份号", Look(align=WD_ALIGN_PARAGRAPH.LEFT)),
    "secrecy": ("公文密级和保密期限", Look(font=HEI, align=WD_ALIGN_PARAGRAPH.LEFT)),
    "urgency": ("公文紧急程度", Look(font=HEI, align=WD_ALIGN_PARAGRAPH.LEFT)),
    "number": ("公文发文字号", Look(align=WD_ALIGN_PARAGRAPH.LEFT)),
    "number-alone": ("公文发文字号居中", Look(align=WD_ALIGN_PARAGRAPH.CENTER)),
    "title": (
        "公文标题",
        Look(
            font=TITLE,
            size=layout.TITLE_PT,
            align=WD_ALIGN_PARAGRAPH.CENTER,
            before=2 * _ROW,
            after=_ROW,
            line=layout.TITLE_LINE_PT,
            keep=True,
        ),
    ),
    "addressee": ("公文主送", Look()),
    "paragraph": ("公文正文", Look(indent=2)),
    "attachment_note": ("公文附件说明", Look(indent=2, before=_ROW, keep=True)),
    "attachment_note-more": ("公文附件说明续行", Look(indent=5, keep=True)),
    "signature": ("公文署名", Look(align=WD_ALIGN_PARAGRAPH.RIGHT, before=2 * _ROW, keep=True)),
    "signature-unsealed": (
        "公文署名（不加盖印章）",
        Look(align=WD_ALIGN_PARAGRAPH.RIGHT, before=_ROW, keep=True),
    ),
    "date": ("公文成文日期", Look(align=WD_ALIGN_PARAGRAPH.RIGHT)),
    "note": ("公文附注", Look(indent=2)),
    "number-letter": ("公文发文字号（信函）", Look(align=WD_ALIGN_PARAGRAPH.LEFT, line=_ROW)),
    "number-order": (
        "公文令号",
        Look(align=WD_ALIGN_PARAGRAPH.CENTER, after=2 * _ROW),
    ),
    "attendance": ("公文出席列席人员", Look()),
    "attendance-first": ("公文出席人员首行", Look(before=_ROW)),
    "signature-joint": ("公文联合署名", Look(align=WD_ALIGN_PARAGRAPH.LEFT, keep=True)),
    "signature-unsealed-more": (
        "公文联合署名（不加盖印章）",
        Look(align=WD_ALIGN_PARAGRAPH.RIGHT, keep=True),
    ),
    "signed_post": (
        "公文签发人职务和签名章",
        Look(align=WD_ALIGN_PARAGRAPH.RIGHT, before=2 * _ROW, after=_ROW, keep=True),
    ),
    "cell": ("公文表格", Look(size=layout.SMALL_PT, align=WD_ALIGN_PARAGRAPH.CENTER, line=22)),
    "annex": ("公文附件", Look(font=HEI, align=WD_ALIGN_PARAGRAPH.LEFT, keep=True)),
    "annex_title": (
        "公文附件标题",
        Look(
            font=TITLE,
            size=layout.TITLE_PT,
            align=WD_ALIGN_PARAGRAPH.CENTER,
            before=_ROW - (layout.TITLE_LINE_PT - _ROW) // 2,
            after=_ROW,
            line=layout.TITLE_LINE_PT,
            keep=True,
        ),
    ),
    "addressee-imprint": ("公文主送（版记）", _IMPRINT),
    "copies": ("公文抄送", _IMPRINT),
    "printed": ("公文印发", _IMPRINT),
    "mark": (
        "公文演示标识",
        Look(font=KAI, size=14, align=WD_ALIGN_PARAGRAPH.CENTER, red=True, line=20),
    ),
    "page_number": ("公文页码", Look(font=SONG, size=layout.SMALL_PT, line=16)),
}


# Shown in Word's style list; the identifier `gw-…` beside it is what the reader knows.
_NAMES: Final[dict[str, str]] = {key: name for key, (name, _) in _LOOKS.items()} | {
    "organ_mark": "公文发文机关标志",
    "organ_mark-letter": "公文发文机关标志（信函）",
    "organ_mark-order": "公文发文机关标志（命令）",
    "organ_mark-minutes": "公文纪要标志",
    "signer-name": "公文签发人姓名",
    **{f"heading-{level}": f"公文{level}级标题" for level in _LEVEL_FONTS},
    **{f"lead-{level}": f"公文{level}级标题字" for level in _LEVEL_FONTS},
}


def style(key: str) -> str:
    """The name of an element's style."""
    return _NAMES[key]


def above_organ_mark(doc: OfficialDocument) -> int:
    """Points above the row of the mark, whose upper edge is 35 mm below the type area's (7.2.4)."""
    top = layout.ORDER_MARK_TOP_MM if doc.form is Form.ORDER else layout.MARK_TOP_MM
    # A row of 1.2 times the size leaves a tenth of it above the characters.
    return round(top * 72 / 25.4 - layout.mark_size(*mark_rows(doc)) * 0.1)


def mark_key(doc: OfficialDocument) -> str:
    """The key of the red head's style, by which the reader knows the form of the document."""
    return "organ_mark" if doc.form is Form.DOCUMENT else f"organ_mark-{doc.form.value}"


def add_styles(word: Word, doc: OfficialDocument) -> None:
    """Every style of an official document; the red head is sized to fill its row."""
    _defaults(word)
    size = layout.mark_size(*mark_rows(doc))
    alone = not doc.joint_marks and doc.form is not Form.LETTER
    look = Look(
        font=TITLE,
        size=size,
        align=WD_ALIGN_PARAGRAPH.CENTER if not doc.joint_marks else WD_ALIGN_PARAGRAPH.DISTRIBUTE,
        before=above_organ_mark(doc) if alone else 0,
        after=2 * _ROW if alone else 0,
        line=round(size * layout.MARK_ROW),
        red=True,
    )
    made = _paragraph_style(word, mark_key(doc), look)
    narrow = OxmlElement("w:w")
    narrow.set(qn("w:val"), str(layout.mark_width(*mark_rows(doc))))
    made.element.get_or_add_rPr().insert_element_before(narrow, "w:kern", "w:sz", "w:szCs")
    for key, (_, each) in _LOOKS.items():
        _paragraph_style(word, key, each)
    tabs = word.styles[style("number")].paragraph_format
    tabs.first_line_indent = Pt(layout.BODY_PT)  # a left indent would shorten the red line
    tabs.tab_stops.add_tab_stop(type_area - Pt(layout.BODY_PT), WD_TAB_ALIGNMENT.RIGHT)
    letter = word.styles[style("number-letter")].paragraph_format
    letter.tab_stops.add_tab_stop(type_area, WD_TAB_ALIGNMENT.RIGHT)
    for level, font in _LEVEL_FONTS.items():
        made = _paragraph_style(word, f"heading-{level}", Look(indent=2))
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level - 1))
        made.element.get_or_add_pPr().append(outline)
        _character_style(word, f"lead-{level}", font)
    _character_style(word, "signer-name", KAI)


def _defaults(word: Word) -> None:
    """Size 3 仿宋, no space around paragraphs: Word's own template brings both otherwise."""
    normal = word.styles["Normal"]
    _font(normal, FANG, layout.BODY_PT)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:eastAsia"), "zh-CN")
    # The template's theme is Japanese there, which picks other shapes for the same characters.
    word.settings.element.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    properties = normal.element.get_or_add_pPr()
    # No stop hangs over the edge of the type area; no gap between figures and Chinese: 2024年.
    # LibreOffice 7.4 takes `overflowPunct` for its opposite, and hangs without it as well: there a
    # stop may stand outside by its own width. The file says what Word and WPS need.
    for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        off = OxmlElement(f"w:{name}")
        off.set(qn("w:val"), "0")
        properties.insert_element_before(off, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _paragraph_style(word: Word, key: str, look: Look) -> Any:
    made = word.styles.add_style(f"gw-{key}", WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = word.styles["Normal"]
    made.element.find(qn("w:name")).set(qn("w:val"), style(key))
    _font(made, look.font, look.size)
    if look.red:
        made.font.color.rgb = RGBColor.from_string(layout.RED.removeprefix("#").upper())
    shape = made.paragraph_format
    shape.alignment = look.align
    shape.first_line_indent = Pt(look.indent * layout.BODY_PT) if look.indent else None
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.keep_with_next = look.keep or None
    shape.widow_control = False
    if look.line:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
        off_grid = OxmlElement("w:snapToGrid")
        off_grid.set(qn("w:val"), "0")
        made.element.get_or_add_pPr().insert_element_before(
            off_grid, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
        )
    return made


def _character_style(word: Word, key: str, font: str) -> None:
    made = word.styles.add_style(f"gw-{key}", WD_STYLE_TYPE.CHARACTER)
    made.element.find(qn("w:name")).set(qn("w:val"), style(key))
    _font(made, font, layout.BODY_PT)


def _font(style: Any, font: str, size: int) -> None:
    """All four faces of `rFonts`: with only one, Word takes another font for digits or Chinese."""
    style.font.name = font
    style.font.size = Pt(size)
    properties = style.element.get_or_add_rPr()
    faces = properties.find(qn("w:rFonts"))
    for face in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{face}"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    if size == layout.BODY_PT:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(_GRID))
        properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")


def break_line(paragraph: Any) -> None:
    """A line break inside the paragraph."""
    paragraph.add_run().add_break()


def rule_below(paragraph: Any) -> None:
    """The red line, 4 mm below the number and as wide as the type area (7.2.7)."""
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    # 4 mm below the characters: their row reaches further down.
    below = (_ROW - layout.BODY_PT) / 2
    space = round(layout.RED_LINE_BELOW_NUMBER_MM * 72 / 25.4 - below)
    for key, value in (
        ("val", "single"),
        ("sz", str(layout.RED_LINE_PT * 8)),
        ("space", str(space)),
        ("color", layout.RED.removeprefix("#").upper()),
    ):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
