"""PDF/A-2b through typst: the document goes in as JSON, so its text is never read as markup."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pypdfium2
import typst

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.joins import laid
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run, head_rows
from zhunsheng.gongwen.write import elements, imprint, signing
from zhunsheng.gongwen.write.glyphs import FONTS, require
from zhunsheng.gongwen.write.refuse import refuse
from zhunsheng.gongwen.write.seal import Seal, refuse_seals

_OPENING: Final = 12  # characters of the text, looked for on the first page
_TEMPLATE: Final = Path(__file__).parent / "official.typ"
_SONG, _SONG_BOLD = "FandolSong-Regular", "FandolSong-Bold"
_FANG, _KAI, _HEI = "FandolFang-Regular", "FandolKai-Regular", "FandolHei-Regular"
_LEVEL_FONTS: Final = {1: _HEI, 2: _KAI, 3: _FANG, 4: _FANG}


def write(doc: OfficialDocument, seals: tuple[Seal, ...] = ()) -> bytes:
    """The PDF. Errors: WriteError `missing_glyph`, `pdf_failed`, those of `refuse`, of seals."""
    return laid_out(doc, seals).data


class Laid(NamedTuple):
    """A PDF, the height of its rows in points, and whether a page parts its only paragraph."""

    data: bytes
    row_pt: Decimal = layout.LINE_PT
    parted: bool = False


def laid_out(doc: OfficialDocument, seals: tuple[Seal, ...] = ()) -> Laid:
    """The PDF, with rows that a short text may have drawn closer.

    The first page shows text (7.3.3), and signature and date never stand alone: where one paragraph
    is all there is, both hold only with rows drawn closer (7.3.5.5), or with its last row on the
    page of the signature. Errors: as `write`.
    """
    refuse(doc)
    refuse_seals(doc, seals)
    data = _data(doc) | {"seals": [_seal(doc, at, seal) for at, seal in enumerate(seals)]}
    _require_glyphs(doc, data)
    numbers = _numbers(doc)
    made = _compiled(data, numbers)
    if len(doc.body) > 1 or not doc.body or _shows_text(made, doc):
        return Laid(made)
    for pitch in layout.TIGHTER_PT:
        closer = _compiled(data, numbers | {"line_pt": pitch})
        if _shows_text(closer, doc):
            return Laid(closer, pitch)
    return Laid(_compiled(data, numbers | {"kept_characters": 0}), parted=True)


def _shows_text(made: bytes, doc: OfficialDocument) -> bool:
    """Whether the first page shows the beginning of the text; a title often has the same words."""
    opening = re.sub(r"\s", "", doc.body[0].text)[:_OPENING]
    page = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    title = re.sub(r"\s", "", elements.clean(doc.title))
    return opening in re.sub(r"\s", "", page).replace(title, "\n", 1)


def _compiled(data: dict[str, Any], numbers: dict[str, Any]) -> bytes:
    try:
        made, warnings = _compiler().compile_with_warnings(
            format="pdf",
            pdf_standards="a-2b",
            sys_inputs={
                "document": json.dumps(data, ensure_ascii=False),
                "layout": json.dumps(numbers, default=float),
            },
            timestamp=0,  # the same document gives the same bytes
        )
    except typst.TypstError as error:
        raise _failed(str(error)) from error
    if warnings:
        # An unknown font family is only a warning there, and drops every character of the text.
        raise _failed(str(warnings[0].message))
    if not isinstance(made, bytes):
        raise TypeError("typst gave several files for one PDF")
    return made


def _failed(why: str) -> WriteError:
    return WriteError(
        "pdf_failed",
        zh=f"PDF 排版失败：{why}。请把这句话连同文稿交给系统管理员。",
        en=f"the PDF could not be laid out: {why}. Give this sentence and the document to the "
        "administrator.",
    )


@lru_cache(maxsize=1)
def _compiler() -> Any:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts)


def _data(doc: OfficialDocument) -> dict[str, Any]:
    free = signing.free_at_right(doc)
    in_imprint = elements.addressees_in_imprint(doc)
    mark, beside = elements.mark_rows(doc)
    return {
        "form": doc.form.value,
        "mark_rows": mark,
        "mark_beside": beside,
        "number": elements.clean(doc.number),
        "signer_label": elements.SIGNER_LABEL,
        "signer_rows": elements.signer_rows(doc),
        "title": elements.clean(doc.title),
        "title_lines": elements.title_rows(doc),
        "addressees": "" if in_imprint else elements.addressee_line(doc),
        "body": [_block(block) for block in doc.body],
        "attachments": elements.numbered_attachments(doc),
        "marks_above": [{"kind": kind, "text": text} for kind, text in elements.marks_above(doc)],
        "annexes": [_annex(doc, at) for at in range(1, len(doc.annexes) + 1)],
        "attendance": elements.attendance(doc),
        "sealed": doc.sealed,
        "name_free": free[0],
        "date_free": free[1],
        "signatures": elements.signatures(doc),
        "signature_rows": signing.sealed_rows(doc),
        "signed_post": signing.signed_post(doc),
        "date": elements.long_date(doc.date),
        "note": elements.note_line(doc),
        "imprint": [asdict(row) for row in imprint.rows(doc)],
        "mark": elements.clean(doc.mark),
    }


def _seal(doc: OfficialDocument, at: int, seal: Seal) -> dict[str, Any]:
    return {
        "bytes": list(seal.image),
        "diameter_mm": seal.diameter_mm,
        "alt": f"{elements.signatures(doc)[at]}印章",  # the seal of that organ
    }


def _block(block: Block) -> dict[str, Any]:
    lead, rest = elements.lead_and_rest(block) if block.kind is Kind.HEADING else ((), block.runs)
    return {
        "kind": block.kind.value,
        "level": block.level,
        "lead": _words(lead),
        "rest": _words(rest),
        **(_table(block) if block.rows else {"rows": ()}),
    }


def _table(block: Block) -> dict[str, Any]:
    rows = elements.clean_rows(block.rows)
    weights = elements.column_weights(rows, block.joined) if any(rows) else ()
    lines = elements.lines_taken(rows, weights, block.joined) if weights else (0,) * len(rows)
    return {
        "rows": rows,
        "cells": [
            [asdict(cell) for cell in row if not cell.goes_on] for row in laid(rows, block.joined)
        ],
        "head": min(head_rows(block.joined), len(rows)),
        "foot_joined": any(
            each.row < len(rows) - 2 < each.row + each.rows for each in block.joined
        ),
        "columns": weights,
        "tall": [count > layout.TALLEST_ROW for count in lines],
        "untorn": len(rows) <= layout.UNTORN_ROWS and sum(lines) <= layout.TALLEST_ROW,
    }


def _annex(doc: OfficialDocument, at: int) -> dict[str, Any]:
    annex = doc.annexes[at - 1]
    return {
        "label": elements.annex_label(doc, at),
        "title": elements.clean(annex.title),
        "title_lines": layout.title_lines(elements.clean(annex.title)),
        "body": [_block(block) for block in annex.body],
    }


def _words(runs: tuple[Run, ...]) -> str:
    return elements.clean("".join(run.text for run in runs))


def _require_glyphs(doc: OfficialDocument, data: dict[str, Any]) -> None:
    """Every text against the font it is set in; what that lacks, the fonts after it may have."""
    annexes = data["annexes"]
    titles = data["title"] + "".join(annex["title"] for annex in annexes)
    mark = data["mark"] + "".join(elements.clean(name) for name in doc.signers)
    above = "".join(each["text"] for each in data["marks_above"])
    head = "".join(data["mark_rows"]) + data["mark_beside"]
    require(head, _SONG_BOLD, where_zh="发文机关标志", where_en="organ mark")
    require(titles, _SONG_BOLD, where_zh="标题", where_en="title")
    require(mark, _KAI, where_zh="签发人或页面标识", where_en="signers or page mark")
    require(above, _HEI, where_zh="份号、密级或紧急程度", where_en="marks above the head")
    for block in (*data["body"], *(block for annex in annexes for block in annex["body"])):
        where = {"where_zh": f"正文“{block['rest'][:12]}…”", "where_en": "body text"}
        require(block["rest"], _FANG, **where)
        require(block["lead"], _LEVEL_FONTS.get(block["level"], _FANG), **where)
        require("".join("".join(row) for row in block["rows"]), _FANG, **where)
    for name in ("number", "addressees", "signatures", "signed_post", "attendance", "note"):
        require(_flat(data[name]), _FANG, where_zh="版头、署名或附注", where_en=name)
    printed = "".join(row["text"] for row in data["imprint"])
    require(printed, _FANG, where_zh="版记", where_en="imprint")
    require(
        elements.clean("".join(doc.attachments)), _FANG, where_zh="附件说明", where_en="attachments"
    )


def _flat(texts: Any) -> str:
    """The words of a text, or of texts however they are grouped."""
    return texts if isinstance(texts, str) else "".join(map(_flat, texts or ()))


def _numbers(doc: OfficialDocument) -> dict[str, Any]:
    names = [name for name in dir(layout) if name.isupper() and not name.startswith("_")]
    numbers = {name.lower(): getattr(layout, name) for name in names}
    mark = elements.mark_rows(doc)
    return numbers | {"mark_pt": layout.mark_size(*mark), "mark_width": layout.mark_width(*mark)}
