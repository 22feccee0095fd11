"""Article numbers as a law prints them, turned into English."""

import re

_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True))  # Chinese numerals 0-9
_UNITS = {"十": 10, "百": 100}  # ten, hundred
_NAMES = {"条": "article", "款": "paragraph", "项": "item"}
_PART = re.compile(r"第([零一二三四五六七八九十百]+)([条款项])|指标(\d+)")  # indicator n


def in_english(article: str) -> str:
    """`第二十六条` → `article 26`, `第三条、第五条` → `articles 3, 5`; else the text itself."""
    parts = [_part(m) for m in _PART.finditer(article)]
    if not parts:
        return article
    names = [name for name, _ in parts]
    if len(parts) > 1 and set(names) == {"article"}:
        return f"articles {', '.join(str(number) for _, number in parts)}"
    return " ".join(f"{name} {number}" for name, number in parts)


def _part(match: re.Match[str]) -> tuple[str, int]:
    if match[3]:
        return "indicator", int(match[3])
    return _NAMES[match[2]], number(match[1])


def number(text: str) -> int:
    """A Chinese numeral below one thousand: `一百零八` → 108."""
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
