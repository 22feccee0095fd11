"""What closes a document: attachments, signature, date, note, copies, printing office."""

from __future__ import annotations

import re
from typing import Final

from zhunsheng.gongwen.model import Block, Kind
from zhunsheng.gongwen.read.annexes import LABEL
from zhunsheng.gongwen.read.dates import date_in, is_date
from zhunsheng.gongwen.read.head import ORGAN
from zhunsheng.gongwen.read.headings import level_of
from zhunsheng.gongwen.read.line import Paragraph
from zhunsheng.gongwen.read.pieces import block_of
from zhunsheng.gongwen.read.special import ATTENDANCE

COPIES: Final = re.compile(r"(?:抄\s?送|抄报)\s?[：:]\s*")
ATTACHMENT: Final = re.compile(r"附\s?件\s?[：:]\s*")
ITEM: Final = re.compile(r"\d{1,2}\s?[.．、]\s*")
_ANNEX: Final = re.compile(r"附\s?[件表图]\s?\d{0,2}(?:[：:\s\u3000]|$)")
_RECIPIENTS: Final = re.compile(r"主\s?送\s?[：:]")
PRINTED: Final = re.compile(r"日\s?印发。?$")
# 局长　　林知远: the post of an order's signer and the name (7.3.5.3)
_SIGNED_POST: Final = re.compile(r"[\u4e00-\u9fff]{1,12}[长任记席][\s\u3000]+[\u4e00-\u9fff·]{2,8}")
_NOTE: Final = re.compile(r"[（(].{2,60}[）)]$")


def tail_blocks(
    paragraphs: list[Paragraph],
) -> tuple[list[Block], list[Paragraph], list[Paragraph]]:
    """The closing blocks in order, the text that none of them took, and the attachments.

    The attachments stand after the date and before the imprint, or wrongly after the imprint.
    """
    rest = list(paragraphs)
    annexes: list[Paragraph] = []
    blocks: list[Block] = []
    for take in (
        _annexes_after_imprint,
        _printed,
        _copies,
        _recipients,
        _annexes,
        _note,
        _date,
        _signature,
        _attendance,
        _attachments,
    ):
        found, count = take(rest, blocks)
        if take in (_annexes, _annexes_after_imprint):
            annexes = rest[len(rest) - count :] + annexes
        blocks = found + blocks
        rest = rest[: len(rest) - count]
    return blocks, rest, annexes


def _annexes_after_imprint(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    """No block: an attachment is text like any other; only how many paragraphs it holds."""
    for at in range(len(before) - 1, 1, -1):
        if PRINTED.search(before[at - 1].text):
            return [], len(before) - at if _opens_annex(before[at]) else 0
    return [], 0


def _annexes(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    for at in range(1, len(before)):
        if LABEL.fullmatch(before[at].words):
            return [], len(before) - at
        # Asked first, for few paragraphs open an attachment; a note is told by the last two.
        if _opens_annex(before[at]) and (
            is_date(before[at - 1].words) or _is_note(before[max(0, at - 2) : at])
        ):
            return [], len(before) - at
    return [], 0


def _opens_annex(opening: Paragraph) -> bool:
    return bool(opening.line.rows) or _ANNEX.match(opening.words) is not None


def _recipients(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    """主送： in the imprint, where the first page had no room for it (7.3.2)."""
    if before and _RECIPIENTS.match(before[-1].words):
        return [block_of(before[-1:], Kind.ADDRESSEE)], 1
    return [], 0


def _printed(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    if not before or not PRINTED.search(before[-1].text):
        return [], 0
    alone = len(before) > 1 and date_in(before[-1].text) and before[-1].text[0] in "12二一"
    office = alone and _is_name(before[-2].text) and not COPIES.match(before[-2].text)
    lines = before[-2:] if office else before[-1:]
    return [block_of([line], Kind.PRINTED) for line in lines], len(lines)


def _copies(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    for count in (1, 2, 3):
        lines = before[-count:]
        if len(lines) == count and COPIES.match(lines[0].text):
            return [block_of(lines, Kind.COPIES)], count
    return [], 0


def _note(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    return ([block_of(before[-1:], Kind.NOTE)], 1) if _is_note(before) else ([], 0)


def _is_note(before: list[Paragraph]) -> bool:
    """Whether the last paragraph is the note in brackets, which stands below the date (7.3.6)."""
    dated = len(before) > 1 and is_date(before[-2].words)
    return dated and bool(_NOTE.match(before[-1].words)) and not level_of(before[-1].words)


def _date(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    if before and is_date(before[-1].words):
        return [block_of(before[-1:], Kind.DATE)], 1
    return [], 0


def _signature(before: list[Paragraph], after: list[Block]) -> tuple[list[Block], int]:
    dated = bool(after) and after[0].kind is Kind.DATE
    if not dated or not before:
        return [], 0
    if _SIGNED_POST.fullmatch(before[-1].words) and not are_organs(before[-1].words):
        return [block_of(before[-1:], Kind.SIGNED_POST)], 1
    count = 0
    while count < len(before) and are_organs(before[-1 - count].words):
        count += 1
    if count == 0 and _is_name(before[-1].words):
        count = 1
    return [block_of([each], Kind.SIGNATURE) for each in before[len(before) - count :]], count


def are_organs(text: str) -> bool:
    """Whether a line holds nothing but names of organs: several may sign, beside each other."""
    names = re.split(r"[\s\u3000]+", text.strip())
    return _is_name(text) and all(ORGAN.search(name) for name in names)


def _attendance(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    count = 0
    while count < len(before) and ATTENDANCE.match(before[-1 - count].words):
        count += 1
    return [block_of([each], Kind.ATTENDANCE) for each in before[len(before) - count :]], count


def _attachments(before: list[Paragraph], _: list[Block]) -> tuple[list[Block], int]:
    for count in range(1, min(len(before), 20) + 1):
        text = before[-count].words
        if ATTACHMENT.match(text):
            return [block_of([line], Kind.ATTACHMENT_NOTE) for line in before[-count:]], count
        if not ITEM.match(text) or "。" in text:
            break
    return [], 0


def _is_name(text: str) -> bool:
    """Whether a short line can be the name of an organ."""
    return 2 <= len(text) <= 60 and not level_of(text) and not re.search(r"[。；：，:！？]", text)


def attachment_names(blocks: list[Block]) -> tuple[str, ...]:
    """The names listed after 附件：, without their numbers."""
    names = []
    for block in blocks:
        text = ATTACHMENT.sub("", block.text, count=1) if block is blocks[0] else block.text
        names.append(ITEM.sub("", text, count=1).strip())
    return tuple(filter(None, names))


def copied_to(block: Block) -> tuple[str, ...]:
    """The organs after 抄送：, without the full stop."""
    text = COPIES.sub("", block.text, count=1).strip().removesuffix("。")
    return tuple(filter(None, (part.strip() for part in re.split(r"[，、；,;]", text))))
