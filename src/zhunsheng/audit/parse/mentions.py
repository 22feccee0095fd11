"""Finding the figures of a text: number first, then scale, approximator and unit around it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Final

from zhunsheng.audit.model import Mention, half_of
from zhunsheng.audit.parse.bare import is_bare_quantity
from zhunsheng.audit.parse.bounds import bounds, step_of
from zhunsheng.audit.parse.excluded import excluded_spans
from zhunsheng.audit.parse.filled import filled
from zhunsheng.audit.parse.flow import flow_of
from zhunsheng.audit.parse.scope import scoped
from zhunsheng.gongwen.model import Reading
from zhunsheng.words.numerals import from_chinese
from zhunsheng.words.units import SCALES, UNITS
from zhunsheng.words.widths import half_width

_UNIT: Final = "|".join(re.escape(unit) for unit in UNITS)
_COUNTED: Final = "件|份|条|家|场次|场|人次|人|名|位|户|起|宗|篇|批次|项|所|类"
# 成 tenths: 成立 set up, 成员 members, 成果 results and the like are words of their own.
_TENTHS: Final = r"成(?![立为员果功效本交品长都绩熟人年份分就套型])"
#: Begins with a digit and nothing else, so that the search passes over all other characters.
_FIGURE: Final = re.compile(
    r"(?P<number>\d(?:\d{0,2}(?:[ ,]\d{3})+(?!\d)|\d*))(?P<decimals>\.\d+)?"
    r" {0,2}(?P<more>余|多)?(?P<scale>万亿|[千百]亿|[千百十]万|亿|万)?(?P<more2>余|多)?"
    rf" {{0,2}}(?P<unit>{_UNIT}|{_TENTHS})?"
    r"(?P<after>以上|以下|左右|(?<=[%\d件人次家份])余|(?<=倍)多)?"
)
#: What may follow a numeral, the nearest first.
_AFTER_NUMERAL: Final = ("much", "scale", "thing", "more", "unit")
_MINUS: Final = re.compile(r"(?<![0-9A-Za-z])[-−](?=\d{1,9}\.\d)")
#: What days, ages, grades and names end with is no unit after a numeral: 二十日, 三十级.
_NO_THING: Final = "[成分度面日周岁级节号口字页款首届村县省]|社区|街道|乡镇"
_DIGITS: Final = "二两三四五六七八九十廿卅百千"
#: 三批次, 近千人, 百分之三十, 四千二百零七件: 千 and 万 alone only behind an approximator, and 一
#: only before them: 一件 is seldom a count. It is so common that the search begins behind it.
_NUMERAL: Final = re.compile(
    rf"[{_DIGITS}万](?:"
    rf"(?:(?<=一[百千万])|(?<=[二两三四五六七八九十])"
    rf"(?:(?<=十)|(?=十)|(?=[一零{_DIGITS}点]{{1,5}}[百千万亿])|(?=[百千万亿])))"
    rf"(?<![第前后每这那上下某各几数半].)[一零〇{_DIGITS}万亿]{{0,14}}"
    r"(?:点[一零二三四五六七八九]{1,4})?"
    rf"(?P<much>余|多)?(?P<scale>[万亿])?(?P<thing>(?!{_NO_THING})(?:{_UNIT}))"
    rf"|(?:(?<!万)(?<![第前后每这那上下某各几数半].)[{_DIGITS}]{{0,5}}|(?<=[近超过逾约]万))"
    rf"(?P<more>余|多)?(?P<unit>{_COUNTED}|(?<=[二两三四五六七八九]){_TENTHS})"
    r"(?P<after>(?<=成)(?:以上|以下|左右|多|余))?"
    r"|(?<=百)分之(?P<percent>[〇零一二两三四五六七八九十百点]{1,8}))"
)
_GROUPING: Final = re.compile("[ ,]")
_NONE: Final = Decimal(0)
_ONE: Final = Decimal(1)
_TEN: Final = Decimal(10)  # a scale of tenths alone: 十 before a unit is no scale
_LARGE: Final = frozenset("百千万")
_BEFORE: Final = re.compile(
    r"(?P<word>将近|接近|近|大约|约为|约占|约|超过|突破|超|逾|过|不足|不到|不少于|少于|至少)"
    r"[ 了达]{0,2}$"
)
_BEFORE_ENDS: Final = frozenset("近约为占过破超逾足到于少 了达")
_MEANS: Final = {
    "将近": "近", "接近": "近", "近": "近",
    "大约": "约", "约为": "约", "约占": "约", "约": "约", "左右": "约",
    "超过": "超", "突破": "超", "超": "超", "逾": "超", "过": "超",
    "不足": "不足", "不到": "不足", "少于": "不足",
    "以上": "以上", "不少于": "以上", "至少": "以上",
    "以下": "以下", "余": "余", "多": "余",
}  # fmt: skip
_REACH: Final = 4
_start: Final = attrgetter("start")
_LONGEST: Final = 15  # digits; more are an account or an identity number


def extract(read: Reading | str, *, scope: bool = False) -> tuple[Mention, ...]:
    """Every quantity in order; dates, numbers of documents and names are none.

    `scope` adds to each what it counts, its role, period, day and channel.
    """
    flow = flow_of(read)
    found = mentions(flow.text)
    if scope:
        found = scoped(half_width(flow.text), found)
    return flow.mentions(found)


def mentions(text: str, *, every: bool = False) -> tuple[Mention, ...]:
    """The quantities of one flow of words, with their places in it.

    `every` adds the numbers that may be quantities or not: 连续3年, 30至40.
    """
    plain = half_width(text)
    barred = excluded_spans(plain)
    found = [*_arabic(plain, text, barred, every=every), *_chinese(plain, text, barred)]
    found.sort(key=_start)
    return _shared_units(found, plain)


def _shared_units(found: list[Mention], plain: str) -> tuple[Mention, ...]:
    """5.26、4.43个百分点: a unit printed once at the end of a list is each one's."""
    for at in range(len(found) - 2, -1, -1):
        this = found[at]
        if this.unit:
            continue
        following = found[at + 1]
        if plain[this.end : following.start] in ("、", "和", "及"):
            found[at] = replace(this, unit=following.unit)
    return tuple(found)


def _arabic(
    plain: str, text: str, barred: list[tuple[int, int]], *, every: bool
) -> Iterator[Mention]:
    at, count = 0, len(barred)
    for match in _FIGURE.finditer(plain):
        first, last = match.span(1)
        while at < count and barred[at][1] <= first:
            at += 1
        if (at < count and barred[at][0] <= first) or last - first > _LONGEST:
            continue
        if every or match["unit"] or match["scale"] or is_bare_quantity(plain, match):
            yield _mention(match, plain, text)


def _mention(match: re.Match[str], plain: str, text: str) -> Mention:
    # Every figure passes here: what few figures have is looked at only where it may stand.
    written, fraction, more, scaled, more2, unit, after = match.groups()
    decimals = fraction[: _LONGEST + 1] if fraction else ""
    digits = (written if written.isdigit() else _GROUPING.sub("", written)) + decimals
    value = Decimal(digits)
    scale = _ONE
    if scaled:
        scale = SCALES[scaled]
        value *= scale
    elif unit == "成":
        unit, scale, value = "%", _TEN, value * 10
    first, end = match.span()
    if fraction and first and plain[first - 1] in "-−" and _MINUS.match(plain, first - 1):
        first, value = first - 1, -value
    start, word = _approximated(first, more or more2 or after, plain)
    low, high = _limits(value, word, digits, scale) if word or scale is _TEN else (value, value)
    while plain[end - 1] == " ":
        end -= 1
    places = len(decimals) - 1 if decimals else 0
    return filled(
        start, end, text[start:end], value, unit or "", word, low, high, places, scale, None,
        low is high or low == high, half_of(places, scale) if places or scaled or scale is _TEN
        else _NONE,
    )  # fmt: skip


def _limits(value: Decimal, word: str, digits: str, scale: Decimal) -> tuple[Decimal, Decimal]:
    """What the figure may stand for; tenths (七成) are rounded even without a word that says so."""
    if word:
        return bounds(value, word, step=step_of(digits, scale))
    return (value - 5, value + 5) if scale == _TEN else (value, value)


def _approximated(start: int, after: str | None, plain: str) -> tuple[int, str]:
    """(where the mention begins with its approximator, what that means)."""
    before = None
    if plain[start - 1 : start] in _BEFORE_ENDS:  # none before the first character
        before = _BEFORE.search(plain, max(0, start - _REACH), start)
    # 通过12件 and 经过 are verbs: only 过万, 过千 are approximate.
    if before is not None and (before["word"] != "过" or plain[start] in _LARGE):
        return before.start(), _MEANS[before["word"]]
    return start, _MEANS[after] if after else ""


def _chinese(plain: str, text: str, barred: list[tuple[int, int]]) -> Iterator[Mention]:
    at = 0
    for match in _NUMERAL.finditer(plain):
        while at < len(barred) and barred[at][1] <= match.start():
            at += 1
        if at < len(barred) and barred[at][0] <= match.start():
            continue
        much, scaled, thing, more, unit, after, percent = match.groups()
        more, unit = much or more, thing or unit
        ends = match.start(next((name for name in _AFTER_NUMERAL if match[name]), "unit"))
        begins = match.start()
        begins -= begins > 0 and plain[begins - 1] == "一" and plain[begins] in _LARGE
        written = percent or plain[begins:ends]
        value = Decimal(10000) if written == "万" else from_chinese(written)
        start, word = _approximated(begins, more or after, plain)
        if value is None or (written[0] in _LARGE and not word):
            continue
        decimals = len(written.partition("点")[2])
        scale = SCALES[scaled] if scaled else SCALES.get(written[-1], _ONE) if thing else _ONE
        digits = str(int(value))
        value *= SCALES[scaled] if scaled else _ONE
        if unit == "成":
            unit, scale, value = "%", _TEN, value * 10
        low, high = _limits(value, word, digits, scale)
        end = match.end()
        yield Mention(
            start, end, text[start:end], value, unit or "%", word, low, high,
            decimals=decimals, scale=scale,
        )  # fmt: skip
