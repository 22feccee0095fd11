"""The head 版头 and what opens the body: organ mark, number, signers, title, addressees."""

from __future__ import annotations

import re
from typing import Final

from zhunsheng.gongwen.model import Block, Form, Kind
from zhunsheng.gongwen.read.headings import level_of
from zhunsheng.gongwen.read.line import Paragraph
from zhunsheng.gongwen.read.pieces import block_of, slice_of
from zhunsheng.gongwen.read.special import form_of

NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[［（(【﹝]\s?\d{4}\s?[〕\]］）)】﹞]\s?第?\s?\d{1,5}\s?号"
)
# Without the code of the organ: 第12号 of an order, 第3期 or 〔2024〕3号 of minutes.
_SHORT_NUMBER: Final = re.compile(r"第\s?\d{1,5}\s?[号期次]|〔\d{4}〕\d{1,5}号")
SIGNER: Final = re.compile(r"签发人\s?[：:]\s*(.*)$")
# The fifteen kinds of document (处理工作条例 art. 8) and what else bureaus issue.
_GENRE: Final = re.compile(
    r"(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    r"|方案|办法|规定|细则|要点|计划|总结|清单|规划)(?:[（(].{1,20}[）)])?$"
)
_ABOVE: Final = {
    Kind.COPY_NUMBER: re.compile(r"\d{6}"),
    # 绝密, 机密, 秘密: top secret, secret, confidential; 特急, 加急: very urgent, urgent.
    Kind.SECRECY: re.compile(r"(?:绝\s?密|机\s?密|秘\s?密)(?:★.{0,12})?"),
    Kind.URGENCY: re.compile(r"特\s?急|加\s?急|特提|平急"),
}
_NAMES: Final = re.compile(r"[\u4e00-\u9fff·]{1,4}(?:[\s\u3000]+[\u4e00-\u9fff·]{1,4})?")
# The first row of a title may be as short as a name, but an organ's name ends in its sort.
ORGAN: Final = re.compile(r"[局委厅部院会府办处室司所团校]$")
_LONGEST_TITLE: Final = 120
_TITLE_PT: Final = 18


def head_blocks(paragraphs: list[Paragraph]) -> tuple[list[Block], int]:
    """The blocks of the head, and how many paragraphs they took."""
    blocks: list[Block] = []
    taken = 0
    while taken < len(paragraphs):
        paragraph = paragraphs[taken]
        found = (
            _above(paragraph, blocks)
            or _numbered(paragraph)
            or _number_and_names(paragraph, blocks)
            or _short_number(paragraph, blocks)
            or _mark(paragraph, paragraphs[taken + 1 : taken + 3])
            or _more_signers(paragraph, blocks)
        )
        if not found:
            break
        blocks += found
        taken += 1
    form = form_of(blocks)
    title = _title(paragraphs[taken:], form)
    if title:
        blocks.append(block_of(title, Kind.TITLE))
        taken += len(title)
    addressee = _addressee(paragraphs[taken:]) if blocks and form is not Form.ORDER else []
    if addressee:
        blocks.append(block_of(addressee, Kind.ADDRESSEE))
        taken += len(addressee)
    return blocks, taken


def _above(paragraph: Paragraph, blocks: list[Block]) -> list[Block]:
    """份号, 密级 and 紧急程度, which stand above everything else (7.2.1 to 7.2.3).

    In a letter they stand below the mark, the first of them on the row of the number (10.1).
    """
    if any(block.kind not in (*_ABOVE, Kind.ORGAN_MARK, Kind.NUMBER) for block in blocks):
        return []
    words, _, beside = paragraph.words.partition(" ")
    number = NUMBER.fullmatch(beside.strip())
    own = words if number else paragraph.words
    kind = above_kind(own)
    if kind is None:
        return []
    if not number:
        return [block_of([paragraph], kind)]
    at = len(paragraph.words)
    return [
        slice_of(paragraph, kind, 0, len(words)),
        slice_of(paragraph, Kind.NUMBER, len(words), at),
    ]


def above_kind(text: str) -> Kind | None:
    """Which of the marks above the head a text is."""
    return next((kind for kind, each in _ABOVE.items() if each.fullmatch(text)), None)


def _short_number(paragraph: Paragraph, blocks: list[Block]) -> list[Block]:
    """第12号 or 第3期, below the mark of an order or of minutes (10.2, 10.3)."""
    after_mark = bool(blocks) and blocks[-1].kind is Kind.ORGAN_MARK
    if after_mark and _SHORT_NUMBER.fullmatch(paragraph.words.strip()):
        return [block_of([paragraph], Kind.NUMBER)]
    return []


def _numbered(paragraph: Paragraph) -> list[Block]:
    """Number and signer, which an upward document prints on one line."""
    text = paragraph.words
    number = NUMBER.match(text)
    signer = SIGNER.search(text)
    if len(text) > 80 or not (number or (signer and signer.start() == 0)):
        return []
    if number and not signer and number.end() != len(text.rstrip()):
        return []
    blocks = [slice_of(paragraph, Kind.NUMBER, *number.span())] if number else []
    if signer:
        blocks.append(slice_of(paragraph, Kind.SIGNER, signer.start(), len(text)))
    return blocks


def _number_and_names(paragraph: Paragraph, blocks: list[Block]) -> list[Block]:
    """The number on the row of the last of several signers, whose 签发人 stands above (7.2.5)."""
    text = paragraph.words
    number = NUMBER.match(text)
    if not number or not any(block.kind is Kind.SIGNER for block in blocks):
        return []
    names = text[number.end() :]
    if not _NAMES.fullmatch(names.strip()):
        return []
    start = len(text) - len(names.lstrip())
    return [
        slice_of(paragraph, Kind.NUMBER, *number.span()),
        slice_of(paragraph, Kind.SIGNER, start, len(text)),
    ]


def _mark(paragraph: Paragraph, following: list[Paragraph]) -> list[Block]:
    text = paragraph.words
    if paragraph.line.red:
        return [block_of([paragraph], Kind.ORGAN_MARK)]
    if not 2 <= len(text) <= 40 or level_of(text) or text.endswith(("。", "：", ":")):
        return []
    numbered = any(_numbered(each) for each in following)
    ordered = text.endswith(("令", "纪要")) and any(
        _SHORT_NUMBER.fullmatch(each.words.strip()) for each in following
    )
    if text.endswith("文件") or numbered or ordered:
        return [block_of([paragraph], Kind.ORGAN_MARK)]
    return []


def _more_signers(paragraph: Paragraph, blocks: list[Block]) -> list[Block]:
    """A row of names below 签发人：, which holds two a row (7.2.6)."""
    signed = any(block.kind is Kind.SIGNER for block in blocks)
    other = _GENRE.search(paragraph.words) or ORGAN.search(paragraph.words)
    if signed and not other and _NAMES.fullmatch(paragraph.words):
        return [block_of([paragraph], Kind.SIGNER)]
    return []


def _title(paragraphs: list[Paragraph], form: Form) -> list[Paragraph]:
    if form is Form.ORDER:  # it has none
        return []
    lines: list[Paragraph] = []
    for paragraph in paragraphs[:6]:
        text = paragraph.words
        if form is Form.MINUTES and (paragraph.line.size or _TITLE_PT) < _TITLE_PT:
            break  # the mark is their title, mostly: text may follow at once
        length = sum(len(each.words) for each in lines) + len(text)
        ends = not text or text.endswith(("。", "：", ":", "；")) or level_of(text) or "。" in text
        if ends or length > _LONGEST_TITLE:
            break
        lines.append(paragraph)
        if _GENRE.search(text):
            return lines
    return lines[:1] if lines and _followed_by_body(paragraphs, lines) else []


def _followed_by_body(paragraphs: list[Paragraph], lines: list[Paragraph]) -> bool:
    following = paragraphs[len(lines) :]
    return bool(following) and len(lines) == 1


def _addressee(paragraphs: list[Paragraph]) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for paragraph in paragraphs[:3]:
        text = paragraph.words
        if not text or "。" in text or level_of(text) or len(text) > 200:
            return []
        lines.append(paragraph)
        if text.endswith(("：", ":")):
            return lines
    return []


def title_text(block: Block) -> str:
    """The title without the spaces that stand where its lines broke."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", block.text).strip()


def signer_names(blocks: list[Block]) -> tuple[str, ...]:
    """The names after 签发人： and in the rows below it; 周 明, spread by a space, is one name."""
    words = " ".join(SIGNER.sub(r"\1", block.text, count=1) for block in blocks)
    chunks = re.split(r"[\s\u3000、，,]+", words)
    names: list[str] = []
    for chunk in filter(None, chunks):
        if names and len(chunk) == len(names[-1]) == 1:
            names[-1] += chunk
        else:
            names.append(chunk)
    return tuple(names)
