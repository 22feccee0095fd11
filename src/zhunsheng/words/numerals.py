"""Chinese numerals to numbers and back."""

from decimal import Decimal
from typing import Final

_DIGITS: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"万": 10**4, "亿": 10**8}
_NAMES: Final = "零一二三四五六七八九"
NUMERALS: Final = frozenset("〇零一二两三四五六七八九十百千万亿")
_TENS: Final = {"廿": "二十", "卅": "三十"}  # 廿三 is 23
_LARGEST: Final = 10**12
_LONGEST: Final = 24  # characters; the longest numeral below 10¹² has 23


def from_chinese(text: str) -> Decimal | None:
    """The number a numeral says: 三百零五 → 305, 二〇二四 → 2024, 三百五 → 350, 三点五 → 3.5.

    None where the text is no numeral.
    """
    for written, tens in _TENS.items():
        text = text.replace(written, tens)
    whole, point, decimals = text.partition("点")
    if not whole or len(text) > _LONGEST or not set(whole) <= NUMERALS:
        return None
    if (point and not decimals) or not set(decimals) <= set(_DIGITS):
        return None
    value = Decimal(_whole(whole))
    for place, char in enumerate(decimals, start=1):
        value += Decimal(_DIGITS[char]).scaleb(-place)
    return value


def to_chinese(number: int) -> str:
    """The numeral of a whole number below 10¹²: 12 → 十二, 305 → 三百零五; digits for others."""
    if not 0 <= number < _LARGEST:
        return str(number)
    if number == 0:
        return "零"
    text = _scaled(number)
    return text[1:] if text.startswith("一十") else text


def _whole(text: str) -> int:
    if len(text) > 1 and set(text) <= set(_DIGITS):
        return int("".join(str(_DIGITS[char]) for char in text))
    done = section = digit = 0
    place = 1  # what a bare last digit counts: 三百五 is 350, 三百零五 is 305
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            place = 1 if digit == 0 else place
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit, place = 0, _UNITS[char] // 10
        elif char == "万":
            section, digit, place = (section + digit) * _SCALES[char], 0, 1000
            done, section = done + section, 0
        else:
            done, section, digit, place = (done + section + digit) * _SCALES[char], 0, 0, 1
    return done + section + digit * (place if digit else 1)


def _scaled(number: int) -> str:
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        head, rest = divmod(number, scale)
        if head:
            zero = "零" if rest and rest < scale // 10 else ""
            return _scaled(head) + name + (zero + _scaled(rest) if rest else "")
    return _thousands(number)


def _thousands(number: int) -> str:
    text = ""
    gap = False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + _NAMES[digit] + name
        gap = not digit
    return text
