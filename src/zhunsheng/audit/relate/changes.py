"""Change: from an old figure to a new one, by so much, by so many per cent."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.ratios import Interval, explained, is_percent, printed, quotient

_UP: Final = "增加|增长|上升|提高|提升|扩大|多|增幅|升幅|增"
_DOWN: Final = "减少|下降|降低|压减|压缩|缩短|少|降幅|降"
_POINTS: Final = ("百分点", "个百分点")
_FROM: Final = re.compile(r"(?:由|从)[^，。；\d]{0,12}$")
_TO: Final = re.compile(
    rf"^[^，。；\d]{{0,8}}(?:(?:{_UP}|{_DOWN}|升|调整|发展)(?:到|至|为)|至|到)了?[^，。；\d]{{0,8}}$"
)
_AGAINST: Final = re.compile(r"^[，,（(]? ?(?:同比|比|较|与)[^。；，]{0,14}$")
_BY: Final = re.compile(
    rf"^[^。；\d]{{0,10}}?(?P<verb>{_UP}|{_DOWN})(?:了|幅度)?(?:为|达|约)?[^。；，\d]{{0,2}}$"
)
_COMPARED: Final = re.compile(r"同比|环比|比上|比去|较上|较去|较前|比前|相比|比20|较20")


@dataclass(frozen=True, slots=True)
class _Step:
    """What the words between two figures say of the second: how much more or less."""

    down: bool
    compared: bool


def changes(passage: Passage) -> tuple[Relation, ...]:
    """Growth and difference that fit, and those that one slip keeps from fitting."""
    found = []
    ms = passage.mentions
    for place in range(len(ms) - 2):
        first, second, third = ms[place : place + 3]
        if not (first.exact and second.exact and third.exact):
            continue
        relation = _from_to(passage, first, second, third) or _derived(
            passage, first, second, third
        )
        if relation is not None:
            found.append(relation)
    return tuple(found)


def _step(passage: Passage, before: Mention, after: Mention) -> _Step | None:
    words = passage.between(before, after)
    match = _BY.match(words)
    if match is None:
        return None
    down = re.fullmatch(_DOWN, match["verb"]) is not None
    return _Step(down, _COMPARED.search(words) is not None)


def _from_to(passage: Passage, first: Mention, second: Mention, change: Mention) -> Relation | None:
    """由A增至B，增长p%; B，比上年的A增加D."""
    words = passage.between(first, second)
    if first.unit != second.unit:
        return None
    if _FROM.search(passage.before(first)) and _TO.match(words):
        old, new = first, second
    elif _AGAINST.match(words):
        old, new = second, first
    else:
        return None
    step = _step(passage, second, change)
    if step is None or (new.value < old.value) != step.down:
        return None
    if change.unit == "%" and new.unit != "%":
        return _relation("growth", change, (new, old), _grown)
    if change.unit == new.unit or (new.unit == "%" and change.unit in _POINTS):
        return _relation("difference", change, (new, old), _apart)
    return None


def _derived(passage: Passage, new: Mention, second: Mention, third: Mention) -> Relation | None:
    """N，同比增加D，增长p%, and the same with D and p% in the other order."""
    one, other = _step(passage, new, second), _step(passage, second, third)
    if one is None or other is None or one.down != other.down or not one.compared:
        return None
    if new.unit in ("%", *_POINTS):
        return None
    amount, percent = (third, second) if second.unit == "%" else (second, third)
    if amount.unit != new.unit or percent.unit != "%":
        return None
    return _relation("growth", percent, (new, amount), _fell if one.down else _rose)


def _grown(new: Mention, old: Mention, percent: Mention) -> bool:
    change = _minus(printed(new), printed(old))
    sized = change if change[0] >= 0 else (-change[1], -change[0])
    return is_percent(quotient(sized, printed(old)), percent)


def _apart(new: Mention, old: Mention, change: Mention) -> bool:
    low, high = _minus(printed(new), printed(old))
    printed_change = printed(change)
    sized = (low, high) if low + high >= 0 else (-high, -low)
    return sized[0] <= printed_change[1] and printed_change[0] <= sized[1]


def _rose(new: Mention, amount: Mention, percent: Mention) -> bool:
    old = _minus(printed(new), printed(amount))
    return is_percent(quotient(printed(amount), old), percent)


def _fell(new: Mention, amount: Mention, percent: Mention) -> bool:
    old = (printed(new)[0] + printed(amount)[0], printed(new)[1] + printed(amount)[1])
    return is_percent(quotient(printed(amount), old), percent)


def _minus(one: Interval, other: Interval) -> Interval:
    return one[0] - other[1], one[1] - other[0]


def _relation(
    kind: str,
    change: Mention,
    figures: tuple[Mention, Mention],
    fits: Callable[[Mention, Mention, Mention], bool],
) -> Relation | None:
    holds = fits(*figures, change)
    if not holds and not explained((*figures, change), fits):
        return None
    sign = "=" if holds else "≠"
    return Relation(kind, change, figures, holds, f"{change.text} {sign} {_shown(fits, *figures)}")


def _shown(
    fits: Callable[[Mention, Mention, Mention], bool], first: Mention, second: Mention
) -> str:
    a, b = number(first.value), number(second.value)
    if fits is _apart:
        return f"|{a} − {b}| = {number(abs(first.value - second.value))}"
    if fits is _grown:
        return f"|{a} − {b}| ÷ {b} = {_percent(abs(first.value - second.value), second.value)}"
    old = first.value + (second.value if fits is _fell else -second.value)
    sign = "+" if fits is _fell else "−"
    return f"{b} ÷ ({a} {sign} {b}) = {_percent(second.value, old)}"


def _percent(over: Decimal, under: Decimal) -> str:
    return f"{(over * 100 / under).quantize(Decimal('0.01'))}%" if under else "∞"
