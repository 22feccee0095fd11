"""Chinese numerals and whole numbers."""

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10_000, "亿": 100_000_000}
NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿")


def from_chinese(text: str) -> int | None:
    """The number a Chinese numeral says; None where the text is no numeral."""
    if not text or not set(text) <= NUMERALS:
        return None
    if len(text) > 1 and set(text) <= set(_DIGITS):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            total = (total + section + digit) * _SCALES[char]
            section = digit = 0
    return total + section + digit


def to_chinese(number: int) -> str:
    """一 to 九十九 for numbers below a hundred, digits for others."""
    names = "零一二三四五六七八九"
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return names[ones]
    return ("" if tens == 1 else names[tens]) + "十" + (names[ones] if ones else "")
