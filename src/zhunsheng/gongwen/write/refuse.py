"""What cannot be laid out is refused before it is printed: titles, tables, characters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Block, OfficialDocument
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.forms import refuse_form
from zhunsheng.gongwen.write.imprint import rows

# Half of a surrogate pair; what Unicode says is no character; marks that turn the direction of
# the text, so that what is read is not what stands there.
_UNPRINTABLE: Final = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def refuse(doc: OfficialDocument) -> None:
    """Nothing, if every writer can lay it out.

    Errors: WriteError `title_too_long`, `table_too_wide`, `imprint_too_long`, `head_too_tall`,
    `mark_too_long`, `unprintable_character`, and those of `refuse_form`.
    """
    refuse_characters(doc)
    refuse_form(doc)
    _imprint(doc)
    _head(doc)
    _title(doc.title, elements.title_rows(doc))
    for annex in doc.annexes:
        _title(annex.title, layout.title_lines(annex.title))
    for block in blocks(doc):
        _table(block)


def refuse_characters(doc: OfficialDocument) -> None:
    """Nothing, if no text holds a character that no file can carry or that hides others."""
    for text in texts(doc):
        found = _UNPRINTABLE.search(text)
        if found:
            raise _unprintable(found.group(), text)


def blocks(doc: OfficialDocument) -> Iterator[Block]:
    """The blocks of the body and of every attachment."""
    yield from doc.body
    for annex in doc.annexes:
        yield from annex.body


def texts(doc: OfficialDocument) -> Iterator[str]:
    """Every text the document prints."""
    yield from (doc.organ_mark, doc.number, *doc.signers, doc.title, doc.addressees)
    yield from (*doc.attachments, doc.signature, doc.note, *doc.copies, doc.printed_by, doc.mark)
    yield from (doc.copy_number, doc.secrecy, doc.urgency, doc.signer_post)
    yield from (*doc.joint_marks, *doc.joint_signatures)
    yield from (doc.present, doc.excused, doc.observers)
    yield from (annex.title for annex in doc.annexes)
    for block in blocks(doc):
        yield block.text


def _unprintable(character: str, text: str) -> WriteError:
    point = f"U+{ord(character):04X}"
    at = text.index(character)
    near = "".join(c for c in text[max(at - 8, 0) : at] if c.isprintable())
    return WriteError(
        "unprintable_character",
        zh=f"“{near}”之后有一个不能印出的字符（{point}），会使文件损坏或改变文字显示的顺序。"
        "请删除这个字符后重试。",
        en=f"after “{near}” stands a character that cannot be printed ({point}): it would break "
        "the file or change the order in which the words are shown. Delete it and retry.",
    )


def _title(title: str, rows_taken: tuple[str, ...]) -> None:
    lines, most = len(rows_taken), layout.TITLE_MOST_LINES
    if lines > most:
        raise WriteError(
            "title_too_long",
            zh=f"标题“{title[:12]}…”共{len(title)}字，用2号字要排{lines}行，超过{most}行，"
            "首页将无法显示正文（GB/T 9704—2012 第7.3节）。请精简标题后重试。",
            en=f"the title “{title[:12]}…” has {len(title)} characters and takes {lines} rows of "
            f"size 2, more than {most}: the first page could not show text (GB/T 9704—2012, 7.3). "
            "Shorten the title and retry.",
        )


def _head(doc: OfficialDocument) -> None:
    mark, beside = elements.mark_rows(doc)
    if layout.mark_width(mark, beside) < layout.MARK_NARROWEST:
        raise WriteError(
            "mark_too_long",
            zh=f"发文机关标志“{doc.organ_mark[:12]}…”过长，在版心宽度（156毫米）内排不成一行"
            "（GB/T 9704—2012 第7.2.4条）。请改用规范化简称后重试。",
            en=f"the mark “{doc.organ_mark[:12]}…” is too long to stand in one row of the type "
            "area, 156 mm (GB/T 9704—2012, 7.2.4). Use the standard short name and retry.",
        )
    height = elements.head_height(doc, with_addressees=False) + layout.LINE_PT
    if len(mark) > 1 and height > layout.type_area_height():
        raise WriteError(
            "head_too_tall",
            zh=f"版头列了{len(mark)}个发文机关，首页已排不下正文（GB/T 9704—2012 第7.2.4条）。"
            "请只用主办机关的发文机关标志，其余机关在署名处列出。",
            en=f"the head names {len(mark)} organs, which leaves the first page no room for text "
            "(GB/T 9704—2012, 7.2.4). Use the mark of the host alone and let the others sign.",
        )


def _imprint(doc: OfficialDocument) -> None:
    taken = sum(
        math.ceil(layout.em_width(row.text) / layout.IMPRINT_CHARACTERS) for row in rows(doc)
    )
    if taken > layout.IMPRINT_MOST_ROWS:
        raise WriteError(
            "imprint_too_long",
            zh=f"版记中的主送、抄送机关要排{taken}行，一面最多{layout.IMPRINT_MOST_ROWS}行。"
            "请改用规范化简称或统称（如“各县、区人民政府”）后重试。",
            en=f"the recipients and copies of the imprint take {taken} rows; a page holds "
            f"{layout.IMPRINT_MOST_ROWS}. Use short or collective names and retry.",
        )


def _table(block: Block) -> None:
    columns, most = max((len(row) for row in block.rows), default=0), layout.MOST_COLUMNS
    if columns > most:
        first = next((cell for row in block.rows for cell in row if cell), "")
        raise WriteError(
            "table_too_wide",
            zh=f"以“{first[:12]}”开头的表格有{columns}栏，超过{most}栏，4号字在版心宽度（156毫米）"
            "内一栏排不下一个字。请拆成几个表，或把行与列对调后重试。",
            en=f"the table that begins with “{first[:12]}” has {columns} columns, more than "
            f"{most}: in the width of the type area (156 mm) a column would not hold one "
            "character of size 4. Split it, or turn rows into columns, and retry.",
        )
    held: set[tuple[int, int]] = set()
    for each in block.joined:
        cells = [
            (row, column)
            for row in range(each.row, each.row + each.rows)
            for column in range(each.column, each.column + each.columns)
        ]
        inside = cells and all(
            row < len(block.rows) and column < len(block.rows[row]) for row, column in cells
        )
        if not inside or any(block.rows[r][c] for r, c in cells[1:]) or not held.isdisjoint(cells):
            raise WriteError(
                "cells_joined_wrongly",
                zh=f"表格第{each.row + 1}行第{each.column + 1}栏起要合并的单元格超出表格、与别的"
                "合并重叠，或者其中还有文字，合并后会丢失。请改正后重试。",
                en=f"the cells to be joined from row {each.row + 1}, column {each.column + 1} of a "
                "table leave it, overlap others, or hold words that would be lost. Mend that and "
                "retry.",
            )
        held.update(cells)
