"""Dates as official documents write them: 2025年2月20日, 二〇二五年二月二十日."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DATE: Final = re.compile(
    r"([12]\d{3}|[一二〇○零三四五六七八九]{4})\s?年\s?(\d{1,2}|[一二十]{1,3}|[三四五六七八九])\s?月"
    r"\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日"
)
_DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
}


def date_in(text: str) -> date | None:
    """The first date in the text; None if there is none or it is no day of the calendar."""
    match = _DATE.search(text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return date(_year(year), _small(month), _small(day))
    except ValueError:
        return None


def is_date(text: str) -> bool:
    """Whether the text is a date and nothing else."""
    return _DATE.fullmatch(text.strip()) is not None


def _year(text: str) -> int:
    return int(text) if text.isdigit() else int("".join(str(_DIGITS[c]) for c in text))


def _small(text: str) -> int:
    if text.isascii():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
