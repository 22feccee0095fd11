"""Shares: N件，占p%. The base that most of a passage's shares fit is taken for all of them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number

_SHARE = re.compile(r"^[^。；\d]{0,6}占[^。；，\d]{0,14}$")
_MOST_BASES = 12


@dataclass(frozen=True, slots=True)
class _Claim:
    part: Mention
    percent: Mention


def shares(passage: Passage) -> tuple[Relation, ...]:
    """Shares that fit their base, and those that fit none while their siblings do."""
    claims = [
        _Claim(a, b)
        for a, b in zip(passage.mentions, passage.mentions[1:], strict=False)
        if b.unit == "%" and a.unit != "%" and a.exact and b.exact and _claims(passage, a, b)
    ]
    held, waiting = [], []
    for claim in claims:
        bases = _bases(passage, claim)
        base = next((m for m in bases if _fits(claim, m)), None)
        if base is None:
            waiting.append((claim, bases))
        else:
            held.append(_relation(claim, base, holds=True))
    voted = {base.start for relation in held for base in relation.parts[1:]}
    votes = {s: sum(r.parts[1].start == s for r in held) for s in voted}
    broken = [
        _relation(claim, base, holds=False)
        for claim, bases in waiting
        if (base := next((m for m in bases if votes.get(m.start, 0) >= 2), None)) is not None
    ]
    return (*held, *broken)


def _claims(passage: Passage, part: Mention, percent: Mention) -> bool:
    return bool(_SHARE.match(passage.between(part, percent)))


def _bases(passage: Passage, claim: _Claim) -> list[Mention]:
    """Larger figures of the same unit before the claim, the nearest first."""
    earlier = [
        m
        for m in passage.mentions
        if m.start < claim.part.start
        and m.exact
        and m.value >= claim.part.value
        and (m.unit == claim.part.unit or not claim.part.unit)
    ]
    return earlier[::-1][:_MOST_BASES]


def _fits(claim: _Claim, base: Mention) -> bool:
    if not base.value:
        return False
    exact = claim.part.value * 100 / base.value
    half = Decimal(1).scaleb(-claim.percent.decimals) / 2
    # One unit of the last digit more: a share that was cut, not rounded, is no contradiction.
    return abs(exact - claim.percent.value) <= half * 2


def _relation(claim: _Claim, base: Mention, *, holds: bool) -> Relation:
    share = (claim.part.value * 100 / base.value).quantize(Decimal("0.01"))
    sign = "=" if holds else "≠"
    arithmetic = (
        f"{claim.percent.text} {sign} {number(claim.part.value)} ÷ {number(base.value)}"
        f"{'' if holds else f' = {share}%'}"
    )
    return Relation("share", claim.percent, (claim.part, base), holds, arithmetic)
