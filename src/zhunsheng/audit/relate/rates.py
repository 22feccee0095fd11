"""Rates: what was done out of what there was, and how much of a target was reached."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.ratios import explained, is_percent, printed, quotient

_RATE: Final = re.compile(r"([一-鿿]{2})率(?:为|是|达到?|约|均为)? ?$")
_TARGET: Final = re.compile(r"^[^，。；]{0,8}(?:目标|任务|计划)(?:任务)?[^，。；]{0,4}$")
_REACHED: Final = re.compile(r"^[^。；]{0,12}(?:完成|占|为)[^。；，]{0,12}$")
_STOP: Final = re.compile(r"[，。；、：]")
#: How many figures back a rate looks for what it is a rate of.
_BACK: Final = 8
_FARTHEST: Final = 140  # characters


def rates(passage: Passage) -> tuple[Relation, ...]:
    """Rates that fit their figures, and those that one slip keeps from fitting."""
    told = ((_target(passage, n), _done(passage, n)) for n in _percents(passage))
    return tuple(done for target, done in told if target is None and done is not None)


def targets(passage: Passage) -> tuple[Relation, ...]:
    """How much of a target was reached, where it fits or one slip keeps it from fitting."""
    told = (_target(passage, n) for n in _percents(passage))
    return tuple(relation for relation in told if relation is not None)


def _percents(passage: Passage) -> Iterator[int]:
    """The places of exact percentages among the mentions."""
    return (n for n, m in enumerate(passage.mentions) if m.unit == "%" and m.exact)


def _target(passage: Passage, place: int) -> Relation | None:
    """M，完成全年N的目标的p%."""
    if place < 2:
        return None
    done, target, percent = passage.mentions[place - 2 : place + 1]
    if done.unit != target.unit or not (done.exact and target.exact):
        return None
    if not _TARGET.match(passage.between(target, percent)):
        return None
    if not _REACHED.match(passage.between(done, target)):
        return None
    return judged("rate", percent, done, target)


def _done(passage: Passage, place: int) -> Relation | None:
    """受理N，结案M，结案率p%: the figure of the same verb over a greater one before it."""
    percent = passage.mentions[place]
    named = _RATE.search(passage.before(percent))
    if named is None:
        return None
    earlier = list(_earlier(passage, place))
    over = next((m for m in earlier if named[1] in _clause(passage, m)), None)
    if over is None:
        return None
    counts = [
        m
        for m in earlier[earlier.index(over) + 1 :]
        # What has the verb of the rate is an outcome beside it, not what it is a rate of.
        if m.unit == over.unit and named[1] not in _clause(passage, m)
    ]
    # More done than there was: only where a single figure could be meant.
    bases = [m for m in counts if m.value >= over.value] or counts
    for base in bases:
        relation = judged("rate", percent, over, base)
        if relation is not None and relation.holds:
            return relation
    if len(bases) != 1 or _joined(over, bases[0], percent, earlier):
        return None
    return judged("rate", percent, over, bases[0])


def _earlier(passage: Passage, place: int) -> Iterator[Mention]:
    """Exact counts before the rate at its bracket depth, the nearest first, in its sentence."""
    percent = passage.mentions[place]
    for mention in reversed(passage.mentions[max(0, place - _BACK) : place]):
        gap = passage.plain[mention.end : percent.start]
        if len(gap) > _FARTHEST or "。" in gap:
            return
        if (
            mention.unit != "%"
            and mention.exact
            and passage.depth(mention) == passage.depth(percent)
        ):
            yield mention


def _clause(passage: Passage, mention: Mention) -> str:
    return _STOP.split(passage.before(mention))[-1]


def _joined(over: Mention, base: Mention, percent: Mention, earlier: list[Mention]) -> bool:
    """Whether the rate counts another figure with the one named: (答复 + 办结) ÷ 受理."""
    return any(
        is_percent(
            quotient(_plus(printed(over), printed(other)), printed(base)),
            percent,
        )
        for other in earlier
        if other is not over and other is not base
    )


def _plus(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    return one[0] + other[0], one[1] + other[1]


def _fits(over: Mention, under: Mention, percent: Mention) -> bool:
    return is_percent(quotient(printed(over), printed(under)), percent)


def judged(kind: str, percent: Mention, over: Mention, under: Mention) -> Relation | None:
    """The quotient as a relation; None where it does not hold and no slip explains that."""
    holds = _fits(over, under, percent)
    if not under.value or not (holds or explained((over, under, percent), _fits)):
        return None
    sign = "=" if holds else "≠"
    quotient_shown = (over.value * 100 / under.value).quantize(Decimal("0.01"))
    arithmetic = (
        f"{percent.text} {sign} {number(over.value)} ÷ {number(under.value)}"
        f"{'' if holds else f' = {quotient_shown}%'}"
    )
    return Relation(kind, percent, (over, under), holds, arithmetic)
