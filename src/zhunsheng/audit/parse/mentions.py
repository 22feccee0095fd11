"""Finding the figures of a text: number first, then scale, approximator and unit around it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.excluded import excluded_spans
from zhunsheng.audit.parse.flow import flow_of
from zhunsheng.gongwen.model import Reading
from zhunsheng.words.numerals import from_chinese
from zhunsheng.words.units import SCALES, UNITS
from zhunsheng.words.widths import half_width

_UNIT = "|".join(re.escape(unit) for unit in UNITS)
_COUNTED = "件|份|条|家|场|名|户|起|宗|篇|批次|项|所|类"
_FIGURE = re.compile(
    r"(?P<sign>(?<![0-9A-Za-z])[-−](?=\d{1,9}\.\d))?"
    r"(?P<number>\d{1,3}(?:[ ,，]\d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?"
    r" {0,2}(?P<more>余|多)?(?P<scale>万亿|[千百]亿|[千百十]万|亿|万)?(?P<more2>余|多)?"
    rf" {{0,2}}(?P<unit>{_UNIT})?(?P<after>以上|以下|左右|(?<=[%\d件人次家份])余)?"
)
_NUMERAL = re.compile(
    rf"(?<![第前后每这那上下某各几])(?P<number>[二两三四五六七八九十百千]{{1,6}})(?P<unit>{_COUNTED})"
)
_BEFORE = re.compile(
    r"(?P<word>将近|接近|近|大约|约为|约占|约|超过|突破|超|逾|不足|不少于|少于|至少)[ 了达]{0,2}$"
)
_MEANS = {
    "将近": "近", "接近": "近", "近": "近",
    "大约": "约", "约为": "约", "约占": "约", "约": "约", "左右": "约",
    "超过": "超", "突破": "超", "超": "超", "逾": "超",
    "不足": "不足", "少于": "不足", "以上": "以上", "不少于": "以上", "至少": "以上",
    "以下": "以下", "余": "余", "多": "余",
}  # fmt: skip
_REACH = 4
_INFINITY = Decimal(10) ** 18


def extract(read: Reading | str) -> tuple[Mention, ...]:
    """Every quantity in order; dates, numbers of documents and names are none."""
    flow = flow_of(read)
    return tuple(flow.mention(mention) for mention in mentions(flow.text))


def mentions(text: str) -> tuple[Mention, ...]:
    """The quantities of one flow of words, with their places in it."""
    plain = half_width(text)
    barred = excluded_spans(plain)
    found = [*_arabic(plain, text, barred), *_chinese(plain, text, barred)]
    return tuple(sorted(found, key=lambda m: m.start))


def _arabic(plain: str, text: str, barred: list[tuple[int, int]]) -> Iterator[Mention]:
    at = 0
    for match in _FIGURE.finditer(plain):
        while at < len(barred) and barred[at][1] <= match.start("number"):
            at += 1
        inside = at < len(barred) and barred[at][0] <= match.start("number") < barred[at][1]
        if not inside:
            yield _mention(match, plain, text)


def _mention(match: re.Match[str], plain: str, text: str) -> Mention:
    decimals = match["decimals"] or ""
    digits = re.sub(r"[ ,，]", "", match["number"]) + decimals
    scale = SCALES.get(match["scale"] or "", Decimal(1))
    value = Decimal(digits) * scale * (-1 if match["sign"] else 1)
    start, word = _approximated(match, plain)
    end = len(match.group().rstrip()) + match.start()
    low, high = bounds(value, word, step=_step(digits, scale))
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        unit=match["unit"] or "",
        approx=word,
        lower=low,
        upper=high,
        decimals=max(len(decimals) - 1, 0),
        scale=scale,
    )


def _approximated(match: re.Match[str], plain: str) -> tuple[int, str]:
    """(where the mention begins with its approximator, what that means)."""
    after = match["more"] or match["more2"] or match["after"]
    before = _BEFORE.search(plain, max(0, match.start() - _REACH), match.start())
    if before is not None and before["word"] in _MEANS:
        return before.start(), _MEANS[before["word"]]
    return match.start(), _MEANS.get(after or "", "")


def bounds(value: Decimal, word: str, *, step: Decimal) -> tuple[Decimal, Decimal]:
    """The numbers an approximated figure may stand for; `step` is a 1 in its last digit not 0."""
    if word == "余":
        return value, value + step
    if word == "近":
        return value * Decimal("0.85"), value
    if word == "约":
        return value * Decimal("0.95"), value * Decimal("1.05")
    if word in ("超", "以上"):
        return value, value + max(step, value * Decimal("0.5")) if word == "超" else _INFINITY
    if word in ("不足", "以下"):
        return Decimal(0), value
    return value, value


def _step(digits: str, scale: Decimal) -> Decimal:
    whole, _, fraction = digits.partition(".")
    if fraction:
        return scale / (10 ** len(fraction))
    zeros = len(whole) - len(whole.rstrip("0"))
    return scale * 10 ** (zeros if whole.strip("0") else 0)


def _chinese(plain: str, text: str, barred: list[tuple[int, int]]) -> Iterator[Mention]:
    at = 0
    for match in _NUMERAL.finditer(plain):
        while at < len(barred) and barred[at][1] <= match.start():
            at += 1
        if at < len(barred) and barred[at][0] <= match.start():
            continue
        value = from_chinese(match["number"])
        if value is None:
            continue
        yield Mention(
            start=match.start(),
            end=match.end(),
            text=text[match.start() : match.end()],
            value=value,
            unit=match["unit"],
            approx="",
            lower=value,
            upper=value,
        )
