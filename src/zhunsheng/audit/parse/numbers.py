"""Every number of a text with its bare span, whether or not it counts anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhunsheng.words.numerals import from_chinese
from zhunsheng.words.widths import half_width

_ONE: Final = "〇零一二三四五六七八九"
_SIGN: Final = r"(?:负|(?<![\d一-鿿A-Za-z])-) ?"
_ARABIC: Final = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+"
#: 千 of 千米 and 百 of 百分 belong to the unit; a last 两 is one.
_CHAR: Final = rf"(?:[{_ONE}十廿卅万亿]|两(?=[ 百千万亿])|百(?!分(?!之))|千(?![米克瓦比字]))"
_CHINESE: Final = rf"(?:两(?!百分)|{_CHAR})(?: ?{_CHAR})*(?: ?[点點] ?[{_ONE}](?: ?[{_ONE}])*)?"
_SCALE: Final = r" {0,2}[余多几]?(?:[十百万亿]|千(?![米克瓦比字])){1,4}"
_MIXED: Final = r"(?:\d+[十百千万亿]零?)+\d+[十百千万亿]?"
_NUMBER: Final = (
    rf"(?:{_MIXED}|(?:{_ARABIC})(?:{_SCALE})?(?: ?[kK](?![A-Za-z]))?"
    rf"|{_CHINESE}(?: ?[余多几][万亿]+)?)"
)
# 百分之30, 3分之1, 7.2成, 一吨半
_FIGURE: Final = re.compile(
    rf"(?P<sign>{_SIGN})?(?:(?P<under>[百千万](?= ?分)|{_NUMBER}) ?分 {{0,2}}之 {{0,2}}"
    rf"(?P<sign2>{_SIGN})?(?P<over>{_NUMBER})"
    rf"|(?:(?P<with>\d+) )?(?P<top>\d+)[/／](?P<bottom>\d+)(?![/／\d])"
    rf"|(?P<yuan>{_NUMBER})元(?P<jiao>[{_ONE}\d])[角毛](?:(?P<fen>[{_ONE}\d])分)?"
    rf"|(?P<plain>{_NUMBER})(?P<more>[余多][万亿]*)?(?P<tenths> ?成)?"
    rf"(?:(?P<half>半)|[吨斤年元块](?P<half_of>半)(?![一-鿿]))?)"
)
_OF_HUNDRED: Final = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "k": 1000, "K": 1000}
_PARTS: Final = re.compile(rf"({_ARABIC})(?:[余多几]?([十百千万亿kK]{{1,4}}))?")
_STEPS: Final = re.compile(r"(\d+)([十百千万亿]?)零?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands, half-open; a share of a hundred keeps its per cent."""

    start: int
    end: int
    value: Decimal


def numbers_of(text: str) -> Iterator[Number]:
    """Every number in order: digits, numerals, fractions, 成 (tenths)."""
    for match in _FIGURE.finditer(half_width(text)):
        value = _value(match)
        if value is not None:
            sign = -1 if bool(match["sign"]) != bool(match["sign2"]) else 1
            yield Number(match.start(), match.end(), sign * value)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["over"] is not None:
        return _share(match["over"], match["under"].strip())
    if match["top"] is not None:
        bottom = Decimal(match["bottom"])
        return Decimal(match["with"] or 0) + Decimal(match["top"]) / bottom if bottom else None
    if match["yuan"] is not None:
        small = _read(match["jiao"]), _read(match["fen"] or "0"), _read(match["yuan"])
        jiao, fen, yuan = (part or Decimal(0) for part in small)
        return yuan + jiao / 10 + fen / 100
    value = _read(match["plain"])
    if value is None:
        return None
    for scale in (match["more"] or "")[1:]:
        value *= _SCALES[scale]
    half = Decimal("0.5") if match["half"] or match["half_of"] else Decimal(0)
    return (value + half) * 10 if match["tenths"] else value + half


def _share(over: str, under: str) -> Decimal | None:
    """百分之 is a per cent and keeps its number; any other 分之 is a fraction."""
    part, divisor = _read(over), _read(under)
    if part is None or under in _OF_HUNDRED:
        return None if part is None else part * _OF_HUNDRED[under]
    return part / divisor if divisor else None


def _read(written: str) -> Decimal | None:
    """The value of digits with a scale, or of a numeral."""
    plain = written.replace(" ", "")
    digits = _PARTS.fullmatch(plain)
    if digits is not None:
        value = Decimal(re.sub("[,，]", "", digits[1]))
        for scale in digits[2] or "":
            value *= _SCALES[scale]
        return value
    if plain[0].isascii():
        return _stepped(plain)
    return from_chinese(re.sub("[余多几]", "", plain).replace("點", "点"))


def _stepped(written: str) -> Decimal:
    """The value of 5万4千6百, each step with digits of its own: 3万4000, 2千零30万."""
    done = section = Decimal(0)
    for digits, scale in _STEPS.findall(written):
        section += Decimal(digits) * (_SCALES[scale] if scale in ("十", "百", "千") else 1)
        if scale in ("万", "亿"):
            done, section = done + section * _SCALES[scale], Decimal(0)
    return done + section
