"""Rates: what was done out of what there was."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.judged import fits, judged
from zhunsheng.audit.relate.ratios import (
    explained,
    is_percent,
    plus,
    printed,
    quotient,
    swap_explains,
)

_RATE: Final = re.compile(
    r"([不未])?([一-鿿]{2})率(?:[总整]体水平)?(?:均|约|高|仅|只)?(?:为|是|达|达到|有)?(?:了|约)? ?$"
)
#: 报备率、及时率、规范率均为: one percentage told of several.
_SEVERAL: Final = re.compile(r"(?:[一-鿿]{2,6}率[、和及])+[一-鿿]{2,6}率(?:均|都)[为是达]?到? ?$")
_NAMES: Final = re.compile(r"([不未]?[一-鿿]{2,6})率")
_SAID: Final = re.compile(r"[，。；、：（）]")
_NOT: Final = re.compile(r"未|不|没有|尚|正在|在办|剩|余|非(?:立案|现场|诉|许可)")
_ANY_SCOPE: Final = frozenset(
    ["全年", "总体", "综合", "平均", "实际", "群众", "其中", "整体", "预算"]
)
#: What there was to be done.
_WHOLE: Final = re.compile(r"受理|收到|接收|接到|共|应|总|抽检|检查|登记|发现|提出|新收|交办|承办")
#: How many figures back a rate looks for what it is a rate of.
_BACK: Final = 12
_FARTHEST: Final = 140  # characters
_WHOLE_REACH: Final = 400  # characters in which a total may stand that was divided since
_VERB: Final = 2  # characters
#: What is counted where the rate's name says something else: 执行率 of a budget counts 支出.
_SAID_OTHERWISE: Final = {
    "执行": ("支出",),
    "到课": ("参加",),
    "出席": ("到会",),
    "参训": ("参加",),
    "优良": ("优秀",),
}
_OVERS: Final = 3  # figures that the rate may count


def rates(passage: Passage) -> tuple[Relation, ...]:
    """Rates that fit their figures, and those that one slip keeps from fitting."""
    found = []
    for place in passage.percents:
        percent = passage.mentions[place]
        if not percent.exact:
            continue
        verbs = list(_verbs(passage.before(percent)))
        earlier = list(_earlier(passage, place)) if verbs else []
        told = (_done(passage, percent, earlier, verb) for verb in verbs)
        found += [relation for relation in told if relation is not None][:1]
    return tuple(found)


def _verbs(before: str) -> Iterator[str]:
    """What the rate is of, the likeliest first: 应诉 and 出庭 of 出庭应诉率."""
    named = _RATE.search(before) if "率" in before else None
    if named is None:
        return
    yield (named[1] or "") + named[2]
    several = _SEVERAL.search(before)
    names = _NAMES.findall(several.group() if several else _SAID.split(before)[-1])
    for name in names:
        if several or len(name) == 2 * _VERB:
            yield from dict.fromkeys((name[-_VERB:], name[:_VERB]))
    yield from _SAID_OTHERWISE.get(named[2], ())


def _done(passage: Passage, percent: Mention, earlier: list[Mention], verb: str) -> Relation | None:
    """受理N，结案M，结案率p%: the figure of the same verb over a greater one before it."""
    overs = _counted(passage, earlier, verb)
    pairs = [
        (over, base) for over in overs for base in _bases(passage, percent, earlier, over, verb)
    ]
    for over, base in pairs:
        if fits(over, base, percent):
            return judged("rate", percent, over, base)
    if (by_rest := _by_the_rest(passage, percent, earlier, verb)) is not None:
        return by_rest
    if overs and (whole := _divided(passage, percent, overs[0])) is not None:
        return judged("rate", percent, overs[0], whole)
    if (
        not overs
        or _of_another(passage, percent, overs[0], earlier)
        or any(_joined(over, base, percent, earlier) for over, base in pairs)
    ):
        return None
    # 起诉a人，不起诉b人: the one outcome is no base of the other's rate.
    first = [
        (over, base)
        for over, base in pairs
        if over is overs[0]
        and not (verb[0] in "不未" and _done_so(passage.clause(base), verb[1:]))
        and _may_be_of(passage, over, base)
        and (not _is_object(passage, percent, verb) or _due(passage, base))
    ]
    return _wrong(passage, percent, _nearest(passage, first))


def _may_be_of(passage: Passage, over: Mention, base: Mention) -> bool:
    """Whether the rate is surely of that base: 调解结案a件。纠错b件，纠错率 is of neither."""
    near = "。" not in passage.between(base, over)
    return near or _WHOLE.search(passage.clause(base)) is not None


def _is_object(passage: Passage, percent: Mention, verb: str) -> bool:
    """Whether the rate's name only begins with the verb: 抗诉改变率 counts what was changed."""
    names = _NAMES.findall(_SAID.split(passage.before(percent))[-1])
    return any(name.startswith(verb) and len(name) == 2 * _VERB for name in names)


def _by_the_rest(
    passage: Passage, percent: Mention, earlier: list[Mention], verb: str
) -> Relation | None:
    """A rate by way of the other outcome.

    起诉a人，不起诉b人，不起诉率: b ÷ (a + b). 抽检N批次，不合格n批次，合格率: 1 − n ÷ N; the latter
    is called wrong too: nothing else could be meant.
    """
    opposite = verb.lstrip("不未") if verb[0] in "不未" else None
    if opposite is None and any(_done_so(passage.clause(mention), verb) for mention in earlier):
        return None
    for at, over in enumerate(earlier[:_OVERS]):
        if "。" in passage.between(over, percent):
            return None
        told = passage.clause(over)
        for other in earlier[at + 1 : at + 1 + _OVERS]:
            if other.unit != over.unit:
                continue
            said = passage.clause(other)
            if opposite is not None and _not_done(told, opposite) and _done_so(said, opposite):
                return _of_both(percent, over, other)
            negated = f"不{verb}" in told or f"未{verb}" in told
            whole = other.value > over.value and verb not in said and not _NOT.search(said)
            if negated and whole:
                return _less(percent, over, other)
    return None


def _done_so(clause: str, verb: str) -> bool:
    """提起公诉 for 起诉, 批准逮捕 for 捕."""
    return set(verb) <= set(clause) and not _NOT.search(clause)


def _not_done(clause: str, verb: str) -> bool:
    return set(verb) <= set(clause) and _NOT.search(clause) is not None


def _of_both(percent: Mention, over: Mention, other: Mention) -> Relation | None:
    """The share of one outcome in both, wrong only by swapped digits: the base may be another."""

    def of_both(part: Mention, rest: Mention, rate: Mention) -> bool:
        return is_percent(quotient(printed(part), plus(printed(part), printed(rest))), rate)

    holds = of_both(over, other, percent)
    if not holds and not swap_explains((over, other, percent), of_both):
        return None
    right = f"{number(over.value)} ÷ ({number(over.value)} + {number(other.value)})"
    shown = (over.value * 100 / (over.value + other.value)).quantize(Decimal("0.01"))
    arithmetic = f"{percent.text} {'=' if holds else '≠'} {right}{'' if holds else f' = {shown}%'}"
    return Relation("rate", percent, (over, other), holds, arithmetic)


def _less(percent: Mention, over: Mention, base: Mention) -> Relation | None:
    """What is left of a hundred once the outcome told is taken off."""

    def left(part: Mention, whole: Mention, rate: Mention) -> bool:
        low, high = printed(part)
        low, high = whole.value - high, whole.value - low
        return low >= 0 and is_percent(quotient((low, high), printed(whole)), rate)

    holds = left(over, base, percent)
    if not holds and not explained((over, base, percent), left):
        return None
    right = f"1 − {number(over.value)} ÷ {number(base.value)}"
    shown = ((base.value - over.value) * 100 / base.value).quantize(Decimal("0.01"))
    arithmetic = f"{percent.text} {'=' if holds else '≠'} {right}{'' if holds else f' = {shown}%'}"
    return Relation("rate", percent, (over, base), holds, arithmetic)


def _of_another(passage: Passage, percent: Mention, over: Mention, earlier: list[Mention]) -> bool:
    """Whether the rate is that of some of the things only: 民事案件结案率 beside 审结N件."""
    said = passage.clause(percent)
    named = _RATE.search(said)
    scope = said[: named.start()] if named else ""
    if (
        len(scope) > 1
        and scope not in _ANY_SCOPE
        # 受理投诉N件，解决a件，投诉解决率: what is named with the whole is no other thing.
        and any(scope in passage.clause(m) for m in earlier if m.value < over.value)
    ):
        return scope not in passage.clause(over)  # 重大隐患12项，…，重大隐患整改率
    own = {scope[n : n + 2] for n in range(len(scope) - 1)} - _ANY_SCOPE
    begins = passage.plain.rfind("。", max(0, over.start - _FARTHEST), over.start) + 1
    told = passage.plain[begins or max(0, over.start - _FARTHEST) : percent.start - len(said)]
    return sum(word not in told for word in own) * 2 > len(own)


def _divided(passage: Passage, percent: Mention, over: Mention) -> Mention | None:
    """The total told further back that the rate fits: 抽检N批次。其中，甲a批次…不合格率."""
    begins = bisect_left(passage.starts, percent.start - _WHOLE_REACH)
    before = passage.mentions[begins : bisect_left(passage.starts, over.start)]
    wholes = (m for m in before if m.exact and m.unit == over.unit and m.value > over.value)
    since = (m for m in wholes if "其中" in passage.between(m, over))
    return next((m for m in since if fits(over, m, percent)), None)


def _nearest(
    passage: Passage, pairs: list[tuple[Mention, Mention]]
) -> list[tuple[Mention, Mention]]:
    """The pairs told between two semicolons, else in one sentence, else all."""
    for ends in ("；。", "。"):
        near = [
            (over, base)
            for over, base in pairs
            if not any(end in passage.between(base, over) for end in ends)
        ]
        if near:
            return near
    return pairs


def _wrong(
    passage: Passage, percent: Mention, pairs: list[tuple[Mention, Mention]]
) -> Relation | None:
    """The one pair that a slip keeps from fitting; of several, the one that says it is a whole."""
    broken = [r for over, base in pairs if (r := judged("rate", percent, over, base)) is not None]
    if len(pairs) > 1:
        broken = [r for r in broken if _WHOLE.search(passage.clause(r.parts[1]))] or broken[:1]
    return broken[0] if len(broken) == 1 else None


def _counted(passage: Passage, earlier: list[Mention], verb: str) -> list[Mention]:
    """The figures the rate may count, the likeliest first: those with its verb, or half of it."""
    sure = [m for m in earlier if verb in passage.clause(m)]
    half = [
        m
        for m in earlier
        if verb not in passage.clause(m)
        and set(verb) & set(passage.clause(m))
        and not _WHOLE.search(passage.clause(m))
    ]
    told = [
        m for m in (*sure, *half) if bool(_NOT.search(verb)) or not _NOT.search(passage.clause(m))
    ]
    return told[:_OVERS]


def _bases(
    passage: Passage, percent: Mention, earlier: list[Mention], over: Mention, verb: str
) -> list[Mention]:
    """What the rate may be of: greater figures before, not another outcome of the same verb."""
    counts = [
        m
        for m in earlier[earlier.index(over) + 1 :]
        if m.unit == over.unit and (verb[-2:] not in passage.clause(m) or _due(passage, m))
    ]
    larger = [m for m in counts if m.value >= over.value]
    # 森林抚育4.6万亩，森林覆盖率: what the rate's name begins with is not what was done.
    named = verb in passage.clause(over) and passage.before(percent).find(f"{verb}率") >= 0
    return larger or (counts if named else [])


def _due(passage: Passage, mention: Mention) -> bool:
    return "应" in passage.clause(mention)


def _earlier(passage: Passage, place: int) -> Iterator[Mention]:
    """Exact counts no deeper in brackets, the nearest first, back to the last sentence."""
    percent = passage.mentions[place]
    for mention in reversed(passage.mentions[max(0, place - _BACK) : place]):
        gap = passage.plain[mention.end : percent.start]
        if len(gap) > _FARTHEST or gap.count("。") > 1 or "\n" in gap:
            return
        if (
            mention.unit != "%"
            and mention.exact
            and passage.depth(mention) <= passage.depth(percent)
        ):
            yield mention


def _joined(over: Mention, base: Mention, percent: Mention, earlier: list[Mention]) -> bool:
    """Whether the rate counts another figure with the one named: (答复 + 办结) ÷ 受理."""
    return any(
        is_percent(quotient(plus(printed(over), printed(other)), printed(base)), percent)
        for other in earlier
        if other is not over and other is not base
    )
