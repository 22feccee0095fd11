"""An official document 公文 as values: what every reader gives back and every writer takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  (a field below is itself named `date`)
from enum import StrEnum


class Form(StrEnum):
    """How a document is laid out: as clause 7 has it, or as one of the forms of clause 10."""

    DOCUMENT = "document"  # 文件
    LETTER = "letter"  # 信函格式 10.1
    ORDER = "order"  # 命令（令）格式 10.2
    MINUTES = "minutes"  # 纪要格式 10.3


class Kind(StrEnum):
    """What part of an official document a block is, in the words of GB/T 9704—2012 clause 7."""

    COPY_NUMBER = "copy_number"  # 份号
    SECRECY = "secrecy"  # 密级和保密期限
    URGENCY = "urgency"  # 紧急程度
    ORGAN_MARK = "organ_mark"  # 发文机关标志 the red head
    NUMBER = "number"  # 发文字号
    SIGNER = "signer"  # 签发人
    TITLE = "title"  # 标题
    ADDRESSEE = "addressee"  # 主送机关
    HEADING = "heading"  # 层次标题, level 1 to 4
    PARAGRAPH = "paragraph"  # 正文 running text
    TABLE = "table"  # 表格
    ATTACHMENT_NOTE = "attachment_note"  # 附件说明
    ATTENDANCE = "attendance"  # 出席、请假、列席 of minutes
    SIGNATURE = "signature"  # 发文机关署名
    SIGNED_POST = "signed_post"  # 签发人职务和签名章 of an order
    DATE = "date"  # 成文日期
    NOTE = "note"  # 附注
    ANNEX = "annex"  # 附件 and its number, which opens an attachment
    ANNEX_TITLE = "annex_title"
    COPIES = "copies"  # 抄送机关
    PRINTED = "printed"  # 印发机关和印发日期
    PAGE_NUMBER = "page_number"  # 页码
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `ref` is the key of the figure it shows, if it shows one."""

    text: str
    ref: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Cells of a table that are one: `rows` by `columns` from `row`, `column`, counted from 0.

    The words stand in the first; the others are empty in `Block.rows`. Cells of one row that reach
    to the table's edge are written as a short row instead.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1


def head_rows(joined: Iterable[Joined]) -> int:
    """How many rows the head has: one, or as many as the cells joined downward from it take."""
    rows = 1
    for each in sorted(joined, key=lambda each: each.row):
        if each.row < rows:
            rows = max(rows, each.row + each.rows)
    return rows


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table.

    `level` is 1 to 4 for a heading, else 0. A heading that runs on into text in the same paragraph
    (（一）强化领导。正文…) is one block; its first `lead` characters are the heading. A table whose
    cells show figures has a run for each cell of `rows`, in reading order. In a row of fewer cells
    than the widest the last one reaches to the table's edge; `joined` are cells joined otherwise.
    `start`..`end` are half-open offsets into `Reading.text`; 0, 0 for a block read from nowhere.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    start: int = 0
    end: int = 0
    lead: int = 0
    joined: tuple[Joined, ...] = ()

    @property
    def text(self) -> str:
        """The words of the block; a table's cells joined by tabs, its rows by newlines."""
        if self.rows:
            return "\n".join("\t".join(row) for row in self.rows)
        if len(self.runs) == 1:
            return self.runs[0].text
        return "".join([run.text for run in self.runs])

    def cells(self) -> tuple[tuple[Run, ...], ...]:
        """A table's cells as runs: those of `runs`, one a cell, where it has them."""
        told = iter(self.runs if len(self.runs) == sum(map(len, self.rows)) else ())
        return tuple(tuple(next(told, Run(cell)) for cell in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment bound with the document: its title, which 附件说明 repeats, and its blocks."""

    title: str
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """The elements of one official document, without their punctuation and layout.

    `addressees` has no colon, `copies` no full stop. `mark` is printed on every page. `attachments`
    are the names listed below the text, `annexes` the attachments themselves. `sealed`: whether
    signature and date leave room for a seal. Of several organs that issue it jointly the first is
    in `organ_mark` and `signature`, the others in `joint_marks` and `joint_signatures`.
    `signer_post` is the post of an order's signer; `present`, `excused`, `observers` are minutes'.
    """

    organ_mark: str
    number: str
    signers: tuple[str, ...]
    title: str
    addressees: str
    body: tuple[Block, ...]
    attachments: tuple[str, ...] = ()
    signature: str = ""
    date: Date | None = None
    note: str = ""
    copies: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: Date | None = None
    mark: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    sealed: bool = True
    annexes: tuple[Annex, ...] = ()
    form: Form = Form.DOCUMENT
    joint_marks: tuple[str, ...] = ()
    joint_signatures: tuple[str, ...] = ()
    signer_post: str = ""
    present: str = ""
    excused: str = ""
    observers: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the source that was not read: its sentences say all; `where` is for programs."""

    where: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives back: the original text, its blocks in order, the document they form.

    A paragraph that a line or page break cut in mid-sentence is one block: its text is rejoined,
    its `start`..`end` span the break.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    document: OfficialDocument
    unread: tuple[Unread, ...] = ()

    def origin(self, block: Block, position: int) -> int:
        """Where in `text` the character `position` of `block.text` stands.

        The end of the block (`position` = its length) gives the offset after its last character.
        """
        if block.rows:
            return min(block.start + position, block.end)
        at = block.start
        for run in block.runs:
            at = self.text.index(run.text, at)
            # The end of one stretch is not the start of the next: a break lies between.
            if position < len(run.text) or run is block.runs[-1]:
                return at + position
            position -= len(run.text)
            at += len(run.text)
        return at
