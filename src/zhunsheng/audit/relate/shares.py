"""Shares: N件，占p%. The base that most of a passage's shares fit is taken for all of them."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import (
    amount_fits,
    number,
    percent_half,
)
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.judged import fitting, judged
from zhunsheng.audit.relate.own_sums import shares_of_own_sum
from zhunsheng.audit.relate.ratios import slips_into
from zhunsheng.audit.relate.swapped_share import slipped_total, swapped_base, swapped_total
from zhunsheng.audit.relate.together import shared_together, together

_BACK: Final = 24  # earlier figures among which a base is looked for
_NEAR: Final = 6  # figures among which a wrong total is looked for
_NEAREST: Final = 2  # bases that a paragraph's shares may all be of
_TOGETHER: Final = 3  # figures that one share may be of
_SIBLINGS: Final = 3  # shares that give a wrong total away
_CHANGE: Final = re.compile(r"(?:减少|增加(?!值)|增长|下降|上升|提高)了?[^，。；]{0,2}$")
_SENTENCE_END: Final = re.compile(r"[。；\n]")
_OF_BASE: Final = re.compile(r"^[，,]?占[^，。；\d]{0,16}$")
_OF_THE_WHOLE: Final = re.compile(r"占(?:比|总[一-鿿]{1,2}的?)[为达到]{0,2}$")
_ABBREVIATED: Final = {"GDP": "生产总值"}
_OPENED: Final = re.compile(r"。\s*其中[，,：:]?[^，。；\d]{0,14}$")
_NAMED: Final = re.compile(
    r"(?:占|为|是)(?:同期|全[国省市县区部])*(GDP|[\u4e00-\u9fff]{2,8}?)"
    r"(?:总数|总量|总额|总值|人数|件数|户数|的?比[例重])的?[为达]?$"
)


def shares(passage: Passage) -> tuple[Relation, ...]:
    """Shares that fit their base, and those that fit none while their siblings do."""
    return (*_all(passage)[0], *_of_printed_base(passage), *shared_together(passage))


def _of_printed_base(passage: Passage) -> Iterator[Relation]:
    """抽取N户，占…M户的p%: the base is printed with the share."""
    for place in [at for at in passage.percents if at > 1]:
        part, base, percent = passage.mentions[place - 2 : place + 1]
        if part.unit != base.unit or not part.unit:
            continue
        between = passage.between(part, base)
        told = _OF_BASE.match(between) and passage.between(base, percent) == "的"
        if told and part.exact and base.exact and percent.exact:
            relation = judged("share", percent, part, base)
            if relation is not None:
                yield relation


def shares_of_wrong_base(passage: Passage) -> tuple[Relation, ...]:
    """Shares that agree with each other on a base other than the one printed."""
    return _all(passage)[1]


@functools.lru_cache(maxsize=2)
def _all(passage: Passage) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    own = shares_of_own_sum(passage)
    earlier: list[Item] = []
    claims: list[_Claim] = []
    for items in items_by_sentence(passage):
        for at, item in enumerate(items):
            # 比上年减少5件，占30%: the share is of the figure before the change.
            judged = item.mention.start in own.judged
            alone = not together(passage, items[: at + 1])
            if alone and _is_claim(item) and not judged and not _CHANGE.search(item.words):
                bases = _bases(item, earlier)
                fitting = _fitting(item, bases)
                if fitting or not _joint(item, earlier):
                    claims.append(_Claim(item, bases, fitting, passage.line(item.mention)))
            earlier = [*earlier[-_BACK:], item]
    # Votes count within a paragraph: the next one may divide something else.
    votes = Counter((base.mention.start, claim.line) for claim in claims for base in claim.fitting)
    wrong = _wrong_totals(claims)
    found, misled = [], []
    for claim in claims:
        relation = _judged(passage, claim, votes)
        total = wrong.get(claim.line)
        if relation is not None:
            found.append(relation)
        elif total is not None:
            misled.append(_relation(claim.item, total, holds=False))
    return (*own.relations, *found), tuple(misled)


class _Claim(NamedTuple):
    """A figure with its share, what the share may be of, which of them it fits, its paragraph."""

    item: Item
    bases: list[Item]
    fitting: list[Item]
    line: int


def _is_claim(item: Item) -> bool:
    return item.percent is not None and item.mention.exact and item.percent.exact


def _joint(item: Item, earlier: list[Item]) -> bool:
    """Whether the share is of the figure together with one to three before it: a件，b件，占p%."""
    alike = [
        e for e in reversed(earlier) if e.mention.exact and e.mention.unit == item.mention.unit
    ]
    percent, amount, half = item.percent, item.mention.value, item.mention.half
    assert percent is not None
    for at, other in enumerate(alike[:_TOGETHER]):
        amount += other.mention.value
        if other.percent is not None:
            return False
        bases = (base.mention.value for base in alike[at + 1 : at + 1 + _TOGETHER])
        if any(base >= amount and amount_fits(amount, half, base, percent) for base in bases):
            return True
    return False


def _wrong_totals(claims: list[_Claim]) -> dict[int, Item]:
    """By paragraph, the total with two digits swapped that the shares after it give away."""
    lines: dict[int, list[_Claim]] = defaultdict(list)
    for claim in claims:
        lines[claim.line].append(claim)
    found = {}
    for line, group in lines.items():
        items = [claim.item for claim in group]
        near = group[0].bases[:_NEAREST] if len(group) >= _SIBLINGS else []
        total = next((base for base in near if swapped_total(items, base)), None)
        unfit = [claim for claim in group if not claim.fitting]
        if total is None and len(unfit) > 1 and len(unfit) * 2 > len(group):
            total = slipped_total([claim.item for claim in unfit], unfit[0].bases[:_NEAR])
        if total is not None:
            found[line] = total
    return found


def _bases(item: Item, earlier: list[Item]) -> list[Item]:
    """Figures of the same unit before the claim, the nearest first; a wrong one may be smaller."""
    part = item.mention
    return [
        b
        for b in reversed(earlier)
        if b.mention.exact and b.mention.value and (b.mention.unit == part.unit or not part.unit)
    ]


def _fitting(item: Item, bases: list[Item]) -> list[Item]:
    """Those of the bases that the share fits, by the rule of `judged.fits`."""
    assert item.percent is not None
    fits_base = fitting(item.mention, item.percent)
    return [base for base in bases if fits_base(base.mention)]


def _judged(passage: Passage, claim: _Claim, votes: Counter[tuple[int, int]]) -> Relation | None:
    item, bases, fitting, line = claim
    if not fitting and not _says_share(passage, item):
        return None
    if fitting:
        best = max(fitting, key=lambda base: votes[base.mention.start, line])
        return _relation(item, best, holds=True)
    for base in bases:
        count = votes[base.mention.start, line]
        smaller = base.mention.value < item.mention.value
        if (count >= 2 and not smaller) or (count >= 1 and _slipped(item, base)):
            return _relation(item, base, holds=False)
    named = (
        _named_base(passage, item, bases)
        or swapped_base(passage, item, bases)
        or _whole_of_sentence(passage, item, bases)
        or _of_the_sentence_before(passage, item, bases)
    )
    return None if named is None else _relation(item, named, holds=False)


def _says_share(passage: Passage, item: Item) -> bool:
    """Whether the words call it a share: 其中纠错9件，纠错为4% may be of anything."""
    assert item.percent is not None
    words = passage.plain[item.mention.end : item.percent.start]
    return "占" in words or "总" in words


def _slipped(item: Item, base: Item) -> bool:
    """Whether one slip in the percentage or the figure explains the difference."""
    percent, whole = item.percent, base.mention.value
    if percent is None or whole <= 0:
        return False
    # What `fits_share` allows, solved for the one and for the other.
    half, slack = item.mention.half, percent_half(percent) * 2
    part, fit = item.mention.value * 100 / whole, percent.value * whole / 100
    part_slack, fit_slack = half * 100 / whole + slack, half + slack * whole / 100
    return slips_into(item.mention, fit - fit_slack, fit + fit_slack) or slips_into(
        percent, part - part_slack, part + part_slack
    )


def _named_base(passage: Passage, item: Item, bases: list[Item]) -> Item | None:
    """The nearest figure of the clause before, if its words carry the noun of 占提案总数的."""
    percent = item.percent
    if percent is None:
        return None
    told = _NAMED.search(passage.plain[item.mention.end : percent.start])
    if told is None:
        return None
    name = _ABBREVIATED.get(told[1], told[1])
    larger = [base for base in bases if base.mention.value >= item.mention.value]
    near = next((base for base in larger if name in base.label), None) or next(
        (base for base in larger[:1] if name in base.words), None
    )
    if near is None or near.percent or "其中" in near.words:
        return None
    between = passage.between(near.mention, item.mention)
    apart = _SENTENCE_END.search(between) if name not in near.label else "。" in between
    return None if apart and not _slipped(item, near) else near


def _whole_of_sentence(passage: Passage, item: Item, bases: list[Item]) -> Item | None:
    """占总人数的p%: the largest figure of its sentence, where one slip explains the difference."""
    assert item.percent is not None
    if not _OF_THE_WHOLE.search(passage.plain[item.mention.end : item.percent.start]):
        return None
    told = [
        base
        for base in bases
        if base.percent is None
        and not _CHANGE.search(base.words)
        and "。" not in passage.between(base.mention, item.mention)
    ]
    whole = max(told, key=lambda base: base.mention.value, default=None)
    if whole is None or whole.mention.value < item.mention.value:
        return None
    return whole if _slipped(item, whole) else None


def _of_the_sentence_before(passage: Passage, item: Item, bases: list[Item]) -> Item | None:
    """共有N户。其中，企业a户，占p%: the nearest figure, where one slip explains the difference."""
    if not bases or not _OPENED.search(item.words):
        return None
    base = bases[0]
    near = passage.plain.count("。", base.mention.end, item.mention.start) == 1
    plain = base.percent is None and not _CHANGE.search(base.words) and not base.depth
    larger = base.mention.value >= item.mention.value
    return base if near and plain and larger and _slipped(item, base) else None


def _relation(item: Item, base: Item, *, holds: bool) -> Relation:
    part, percent = item.mention, item.percent
    assert percent is not None
    share = (part.value * 100 / base.mention.value).quantize(Decimal("0.01"))
    sign = "=" if holds else "≠"
    arithmetic = (
        f"{percent.text} {sign} {number(part.value)} ÷ {number(base.mention.value)}"
        f"{'' if holds else f' = {share}%'}"
    )
    return Relation("share", percent, (part, base.mention), holds, arithmetic)
