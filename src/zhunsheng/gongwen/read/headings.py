"""The level of a numbered line, and how much of it is the heading."""

from __future__ import annotations

import re
from typing import Final

# GB/T 9704—2012 7.3.3: 一、 （一） 1. （1）. Half-width brackets are a fault, but are read.
_LEVELS: Final = re.compile(
    r"([一二三四五六七八九十百]{1,4}\s?、)"
    r"|([（(]\s?[一二三四五六七八九十百]{1,4}\s?[）)])"
    r"|(\d{1,2}\s?(?:[.．](?!\d)|、(?!\d)))"
    r"|([（(]\s?\d{1,2}\s?[）)])"
)
_SENTENCE: Final = re.compile(r"[^。！？；]*[。！？]?")
LONGEST_HEADING: Final = 40


def level_of(text: str) -> int:
    """1 to 4 if the text begins with the number of a level, else 0."""
    number = _LEVELS.match(text)
    return number.lastindex or 0 if number else 0


def lead_of(text: str, level: int) -> int:
    """How many characters of a numbered paragraph are its heading; 0 if it is only an item.

    The heading is the first sentence. Under levels 3 and 4 a long first sentence is body text:
    bureaus number ordinary sentences so.
    """
    match = _SENTENCE.match(text)
    length = match.end() if match else 0
    if length < len(text) and not text[:length].endswith(("。", "！", "？")):
        return 0  # the first sentence is a list (…；…), not a heading
    return length if length <= LONGEST_HEADING or (level <= 2 and length == len(text)) else 0
