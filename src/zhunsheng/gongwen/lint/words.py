"""The form of number, levels, dates, attachments and copies, whatever they are set in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.model import Block, Form, Kind, Reading
from zhunsheng.gongwen.read.dates import date_in

_NUMBER: Final = re.compile(
    r"(?P<open>[〔\[［（(【﹝]).*?(?P<close>[〕\]］）)】﹞])\s?(?P<nth>第?)\s?(?P<no>\d+)"
)
_LEVEL: Final = re.compile(
    r"(?P<open>[（(]?)\s?(?P<no>[一二三四五六七八九十百]+|\d+)\s?(?P<close>[）)]?)(?P<mark>[、.．,，]?)"
)
_LABEL: Final = re.compile(r"(附\s?件\s?\d{0,2})\s?[:：]\s*$")
# Sorts of document that go upward: 报告 report, 请示 request.
_UPWARD: Final = re.compile(r"(?:报告|请示)(?:[（(].{1,20}[）)])?$")


def word_faults(reading: Reading) -> Iterator[Fault]:
    """The faults that the words alone show."""
    before = 0
    for block in reading.blocks:
        check = _CHECKS.get(block.kind)
        if check is not None:
            yield from check(block)
        if block.kind is Kind.HEADING:
            yield from _level(block, before)
            before = block.level
        elif block.kind in (Kind.ANNEX, Kind.TITLE):
            before = 0
    yield from _whole(reading)


def _whole(reading: Reading) -> Iterator[Fault]:
    document = reading.document
    ordinary = document.form is Form.DOCUMENT  # clause 10 gives no other form a signer's row
    upward = ordinary and _UPWARD.search(document.title)
    if document.number and not document.signers and upward:
        title = next(b for b in reading.blocks if b.kind is Kind.TITLE)
        yield fault("signer-missing", title)
    # Minutes tell the day of the meeting; no clause asks them for a date after the text (10.3).
    if document.number and document.date is None and document.form is not Form.MINUTES:
        yield fault("date-missing")
    if document.date and document.printed_on and document.printed_on < document.date:
        printed = next(b for b in reversed(reading.blocks) if b.kind is Kind.PRINTED)
        yield fault("printed-before-date", printed)


def _number(block: Block) -> Iterator[Fault]:
    match = _NUMBER.search(block.text)
    if match is None:
        return
    brackets = match["open"] + match["close"]
    if brackets != "〔〕":
        yield fault("number-brackets", block, found=brackets)
    if match["nth"]:
        yield fault("number-ordinal", block)
    if match["no"].startswith("0"):
        wanted = match["no"].lstrip("0") or "0"
        yield fault("number-zeros", block, found=match["no"], wanted=wanted)
    if re.search(r"\s", block.text.strip()):
        yield fault("number-spaces", block)


def _level(block: Block, before: int) -> Iterator[Fault]:
    match = _LEVEL.match(block.text)
    if match is None:
        return
    found, number = match.group().strip(), match["no"]
    wanted = (f"{number}、", f"（{number}）", f"{number}.", f"（{number}）")[block.level - 1]
    if match["open"] == "(" or match["close"] == ")":
        yield fault("level-brackets", block, found=found, wanted=wanted)
    elif re.sub(r"\s", "", found) != wanted:
        yield fault("level-mark", block, found=found, wanted=wanted)
    # （一） may follow the title itself in a short document; 1. directly under 一、 skips a level.
    if block.level > before + 1 and before:
        yield fault("level-skipped", block, before=before, level=block.level, found=found)


def _addressee(block: Block) -> Iterator[Fault]:
    if block.text.rstrip().endswith(":"):
        yield fault("addressee-colon", block, found=":")


def _attachment(block: Block) -> Iterator[Fault]:
    mark = re.search(r"[。；;，,、.]$", block.text.rstrip())
    if mark:
        yield fault("attachment-punctuation", block, found=mark.group())


def _annex(block: Block) -> Iterator[Fault]:
    match = _LABEL.match(block.text)
    if match:
        yield fault("annex-label", block, found=block.text.strip(), wanted=match[1])


def _date(block: Block) -> Iterator[Fault]:
    day = date_in(block.text)
    if day is None:
        return
    wanted, found = f"{day.year}年{day.month}月{day.day}日", block.text.strip()
    if re.search(r"[〇○零一二三四五六七八九十]", found):
        yield fault("date-numerals", block, found=found, wanted=wanted)
    elif re.search(r"[年月]\s?0\d", found):
        yield fault("date-zeros", block, found=found, wanted=wanted)


def _note(block: Block) -> Iterator[Fault]:
    if block.text.startswith("(") or block.text.endswith(")"):
        yield fault("note-brackets", block)


def _attendance(block: Block) -> Iterator[Fault]:
    if re.match(r"\S{2,4}\s?:", block.text):
        yield fault("attendance-colon", block)


def _copies(block: Block) -> Iterator[Fault]:
    if not block.text.rstrip().endswith("。"):
        yield fault("copies-stop", block)


_CHECKS: Final = {
    Kind.NUMBER: _number,
    Kind.ADDRESSEE: _addressee,
    Kind.ATTACHMENT_NOTE: _attachment,
    Kind.PARAGRAPH: _annex,
    Kind.DATE: _date,
    Kind.NOTE: _note,
    Kind.ATTENDANCE: _attendance,
    Kind.COPIES: _copies,
}
