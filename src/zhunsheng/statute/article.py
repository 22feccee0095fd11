"""Article numbers as a law prints them, turned into English."""

import re

_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True))  # Chinese numerals 0-9
_UNITS = {"十": 10, "百": 100}  # ten, hundred
_ARTICLE = re.compile(r"第([零一二三四五六七八九十百]+)条")  # article n


def in_english(article: str) -> str:
    """`第二十六条` → `article 26`; several are joined by a comma."""
    numbers = [str(_number(m)) for m in _ARTICLE.findall(article)]
    if not numbers:
        return article
    return f"article{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"


def _number(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
