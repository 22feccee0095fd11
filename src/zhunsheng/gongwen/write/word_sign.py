"""What closes the Word document: attendance, signatures with their seals, date and note."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.write import elements, signing
from zhunsheng.gongwen.write.seal import Seal
from zhunsheng.gongwen.write.word_add import add, add_run
from zhunsheng.gongwen.write.word_style import Word

_LABEL_CHARACTERS = 3  # 出席：


def attendance(word: Word, doc: OfficialDocument) -> None:
    """Those present, excused and observing; what wraps goes on behind the colon (10.3)."""
    for at, (label, names) in enumerate(elements.attendance(doc)):
        paragraph = add(word, "attendance" if at else "attendance-first")
        shape = paragraph.paragraph_format
        shape.left_indent = Pt((2 + _LABEL_CHARACTERS) * layout.BODY_PT)
        shape.first_line_indent = Pt(-_LABEL_CHARACTERS * layout.BODY_PT)
        add_run(paragraph, label, "lead-1")
        paragraph.add_run(f"：{names}")


def signed(word: Word, doc: OfficialDocument, seals: tuple[Seal, ...]) -> None:
    """Signatures, date and note, which are never alone on a page."""
    post, names = signing.signed_post(doc), elements.signatures(doc)
    name_free, date_free = signing.free_at_right(doc)
    if post:
        date_free = float(layout.SEALED_DATE_INDENT)
        _post(word, post)
    elif doc.sealed and len(names) > 1:
        _joint(word, doc, seals[:-1])
    else:
        for at, name in enumerate(names):
            key = "signature" if doc.sealed else "signature-unsealed" + ("-more" if at else "")
            _right(word, name, key, free=name_free + _beside(names, name))
    day = elements.long_date(doc.date)
    if day:
        _right(word, day, "date", free=date_free)
    if seals:
        middle = signing.sealed_rows(doc)[-1][-1][1]
        press(word.paragraphs[-1], seals[-1], middle=middle, below=0 if day else layout.LINE_PT / 2)
    if doc.note:
        if day:  # the note never stands alone on a page either
            word.paragraphs[-1].paragraph_format.keep_with_next = True
        add(word, "note", elements.note_line(doc))


def _beside(names: tuple[str, ...], name: str) -> float:
    """Characters by which a name is shorter than the widest, on each side."""
    return (max(map(layout.em_width, names)) - layout.em_width(name)) / 2


def _post(word: Word, post: tuple[str, str, str]) -> None:
    paragraph = add(word, "signed_post", post[0] + post[1])
    add_run(paragraph, post[2], "signer-name")
    paragraph.paragraph_format.right_indent = Pt(layout.SEALED_DATE_INDENT * layout.BODY_PT)


def _joint(word: Word, doc: OfficialDocument, seals: tuple[Seal, ...]) -> None:
    """Signatures beside and below each other, the last one over the date (7.3.5.1).

    Tabs hold them, not a table: LibreOffice lets no seal reach out of a cell.
    """
    at = 0
    for nth, names in enumerate(signing.sealed_rows(doc)):
        # Rows, not space above: programs differ in whether a picture's place counts from above it.
        for _ in range(layout.SEALED_ROWS_APART - 1 if nth else layout.SEALED_ROWS_ABOVE):
            add(word, "signature-joint")
        paragraph = add(word, "signature-joint")
        for name, middle in names:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(middle), WD_TAB_ALIGNMENT.CENTER)
            paragraph.add_run(f"\t{name}")
            if at < len(seals):
                press(paragraph, seals[at], middle=middle, below=layout.LINE_PT / 2)
            at += 1


def press(paragraph: Any, seal: Seal, *, middle: float, below: Any) -> None:
    """The seal behind the words: its middle so many mm from the left, points below the row."""
    run = paragraph.add_run()
    run.add_picture(BytesIO(seal.image), width=Mm(seal.diameter_mm), height=Mm(seal.diameter_mm))
    inline = run._r.find(f".//{qn('wp:inline')}")
    half = seal.diameter_mm / 2
    left, top = Mm(middle - half), Pt(float(below)) - Mm(half)
    anchor = OxmlElement("wp:anchor")
    for key, value in (
        *((f"dist{side}", "0") for side in "TBLR"),
        *(("simplePos", "0"), ("relativeHeight", "1"), ("behindDoc", "1"), ("locked", "0")),
        *(("layoutInCell", "1"), ("allowOverlap", "1")),
    ):
        anchor.set(key, value)
    anchor.append(_element("wp:simplePos", x="0", y="0"))
    anchor.append(_placed("wp:positionH", "column", left))
    anchor.append(_placed("wp:positionV", "paragraph", top))
    extent, *rest = list(inline)
    anchor.append(extent)
    anchor.append(_element("wp:effectExtent", l="0", t="0", r="0", b="0"))
    anchor.append(OxmlElement("wp:wrapNone"))
    anchor.extend(rest)
    inline.getparent().replace(inline, anchor)


def _placed(name: str, origin: str, offset: int) -> Any:
    made, value = _element(name, relativeFrom=origin), OxmlElement("wp:posOffset")
    value.text = str(int(offset))
    made.append(value)
    return made


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(key, value)
    return made


def _right(word: Word, text: str, key: str, *, free: float) -> None:
    paragraph = add(word, key, text)
    paragraph.paragraph_format.right_indent = Pt(free * layout.BODY_PT)
