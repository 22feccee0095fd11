"""A total and its parts: verified first, accused second."""

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.accounts import closes_account
from zhunsheng.audit.relate.arithmetic import adds_up, one_slip, shown_sum, total_of
from zhunsheng.audit.relate.arrangements import arrangements, is_nested
from zhunsheng.audit.relate.candidates import candidates
from zhunsheng.audit.relate.claim import Claim
from zhunsheng.audit.relate.complement import complements
from zhunsheng.audit.relate.excuses import (
    PROVEN,
    claims_all,
    left_over,
    mixed,
    partial,
    sibling,
    some_within_others,
    two_of_many,
)
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.labels import RESIDUAL, flows, paired, parallel, shares_are_whole
from zhunsheng.audit.relate.lists import Candidate
from zhunsheng.audit.relate.weigh import (
    against,
    cued,
    opens,
    says_total,
    shares_fit,
    slip_points,
    structured,
)

#: What must speak for a list before it is called wrong; a list that holds needs less.
_ACCUSED: Final = 3
_VERIFIED: Final = 1
_OF_WHAT: Final = re.compile(r"其中([\u4e00-\u9fff]{2})[^，。：:]{0,8}[：:]")  # 其中转办事项：
#: 年末公路总里程N公里: a day, and not what is left of a stock.
_AT_THE_END: Final = re.compile(r"^(?:截[至止])?(?:\d{4} ?)?年[末底]")
_PAIR: Final = 2
_LARGE: Final = 1000
_COARSE: Final = 5  # a total whose rounding is more than a fifth of it is the sum of anything


@dataclass(frozen=True, slots=True)
class _Owners:
    """Figures that a relation has taken, by where they stand."""

    parts: set[int]
    totals: set[int]
    level: set[int]  # totals whose parts follow in no bracket of their own
    lists: set[tuple[int, ...]]  # totals with their parts, where they add up

    def take(self, candidate: Candidate, parts: tuple[Item, ...]) -> None:
        total = candidate.total
        self.parts.update(part.mention.start for part in parts)
        self.totals.add(total.mention.start)
        self.lists.add((total.mention.start, *(part.mention.start for part in parts)))
        beside = not (candidate.apart or candidate.trailing)
        if beside and parts[0].depth == total.depth:
            self.level.add(total.mention.start)

    def free(self, parts: tuple[Item, ...]) -> bool:
        return self.parts.isdisjoint(part.mention.start for part in parts)


class Form(StrEnum):
    """How a total and its parts stand to each other."""

    LISTED = "listed"  # the parts follow their total
    BRACKETED = "bracketed"  # the parts stand in brackets after it
    APART = "apart"  # the parts stand in a later sentence
    TRAILING = "trailing"  # the total follows its parts


def sums(passage: Passage, form: Form) -> tuple[Relation, ...]:
    """Relations total = parts of one form, those that hold and those that do not."""
    return tuple(relation for told, relation in _all(passage) if told is form)


def _form(candidate: Candidate) -> Form:
    if candidate.trailing:
        return Form.TRAILING
    if candidate.bracketed:
        return Form.BRACKETED
    return Form.APART if candidate.apart else Form.LISTED


@functools.lru_cache(maxsize=2)
def _all(passage: Passage) -> tuple[tuple[Form, Relation], ...]:
    """Every such relation with its form: one owner for a figure, whatever the form."""
    likely = [Claim(passage, c) for c in candidates(passage) if cued(passage, c)]
    owners = _Owners(set(), set(), set(), set())
    for relation in complements(passage):  # a clean-up is judged as one, never as a list as well
        owners.parts.update(mention.start for mention in (relation.total, *relation.parts))
    held = _held_by_strength(likely, owners)
    nearest = sorted(likely, key=lambda claim: not claim.candidate.nearest)
    wrong = {c: told for c in nearest if (told := _broken(c, owners)) is not None}
    broken = [(_form(claim.candidate), wrong[claim]) for claim in likely if claim in wrong]
    return (*held, *broken)


def _held_by_strength(likely: list[Claim], owners: _Owners) -> list[tuple[Form, Relation]]:
    """Those that add up, in their order; the strongest takes its figures first.

    Small figures add up by chance: 予以公开5件 = 部分公开2件 + 不予公开3件.
    """
    whole = [_starts(claim.candidate.parts) for claim in likely if _sums_up(claim.candidate)]
    adding = [
        claim
        for claim in likely
        if next(arrangements(claim.candidate), None)
        # 公开a件、不予公开b件、…，总计N件: none of them is the total of others.
        and not any(_starts((claim.candidate.total, *claim.candidate.parts)) <= w for w in whole)
    ]
    found = {
        claim: relation
        for claim in sorted(adding, key=lambda claim: -claim.points)
        if (relation := _held(claim, owners)) is not None
    }
    return [(_form(claim.candidate), found[claim]) for claim in adding if claim in found]


def _starts(items: tuple[Item, ...]) -> set[int]:
    return {item.mention.start for item in items}


def _sums_up(candidate: Candidate) -> bool:
    """Whether the words say that three or more figures are summed up, none part of another."""
    sure = candidate.trailing and not candidate.unsure and len(candidate.parts) > _PAIR
    return sure and not any(is_nested(part.words) for part in candidate.parts)


def _held(claim: Claim, owners: _Owners) -> Relation | None:
    candidate = claim.candidate
    parts = next((parts for parts in arrangements(candidate) if owners.free(parts)), None)
    if parts is None:
        return None
    if candidate.total.mention.half * _COARSE > candidate.total.mention.value:
        return None  # of 2万吨 anything from 1.5 to 2.5 would be the sum
    each = any(part.times > 1 for part in candidate.parts)
    sure = each or _by_no_chance(candidate, parts)
    if claim.points < _VERIFIED and not sure and not shares_are_whole(candidate.parts):
        return None
    owners.take(candidate, parts)
    return _relation(candidate.total, parts, holds=True)


def _by_no_chance(candidate: Candidate, parts: tuple[Item, ...]) -> bool:
    """Whether three or more counts make a large one to the last digit."""
    figures = (candidate.total.mention, *(part.mention for part in parts))
    exact = not any(figure.half for figure in figures)
    return exact and len(parts) > _PAIR and candidate.total.mention.value >= _LARGE


def _broken(claim: Claim, owners: _Owners) -> Relation | None:
    candidate = claim.candidate
    total, parts = candidate.total, candidate.parts
    if _closed_otherwise(candidate, owners):
        return _relation(total, parts[1:], holds=False)
    if not owners.free(parts) or adds_up(total.mention, parts):
        return None
    if not _proven_by_shares(candidate) and not _accused(claim, owners):
        return None
    owners.take(candidate, parts)
    if some_within_others(candidate):
        return None
    return _relation(total, parts, holds=False)


def _closed_otherwise(candidate: Candidate, owners: _Owners) -> bool:
    """共N项，其中a项、b项，合计M项: the list makes N, so that M cannot be its total."""
    if candidate.unsure or not candidate.trailing:
        return False
    told = tuple(part.mention.start for part in candidate.parts) in owners.lists
    return told and not candidate.parts[0].mention.agrees(candidate.total.mention)


def _accused(claim: Claim, owners: _Owners) -> bool:
    """Whether the list claims to be all of a total that nothing else explains."""
    candidate = claim.candidate
    total, labels = candidate.total, [part.label for part in candidate.parts]
    if not _own(claim, owners) or _unproven(candidate, labels):
        return False
    if not slip_points(candidate) and not claims_all(candidate, labels):
        return False
    listed = "其中" in candidate.opening and not mixed(candidate)
    if flows([_AT_THE_END.sub("", total.label), *labels]) and not (
        candidate.bracketed or listed or left_over(candidate) or closes_account(candidate)
    ):
        return False
    if (partial(candidate) and not claim.anew) or sibling(candidate):
        return False
    if claim.points + against(candidate) < _ACCUSED or not (claim.anew or structured(candidate)):
        return False
    return not candidate.apart or _continues(candidate, owners)


def _own(claim: Claim, owners: _Owners) -> bool:
    """Whether the total is this list's: one divided already is divided anew only by words."""
    candidate, parts = claim.candidate, claim.candidate.parts
    starts = {part.mention.start for part in parts}
    mixed = not candidate.trailing and not owners.level.isdisjoint(starts)
    if candidate.total.mention.start not in owners.totals and not mixed:
        return True
    # Divided by outcome in a later sentence, and by kind in its own: 57件，其中…、其他2件。
    beside = not candidate.apart and candidate.nearest and len(parts) > _PAIR
    closed = beside and "其中" in candidate.opening and parts[-1].label.startswith(RESIDUAL)
    afresh = claim.anew or candidate.named or shares_are_whole(parts) or closed
    labels = [part.label for part in parts]
    several = len(parts) > 3 and "其中" in candidate.opening and parallel(labels)
    afresh = afresh or paired(labels) or several
    proof = slip_points(candidate)
    return proof >= PROVEN or closed or (proof > 0 and afresh)


def _unproven(candidate: Candidate, labels: list[str]) -> bool:
    """Whether only a slip could call the list wrong, and none does so surely."""
    proof = slip_points(candidate)
    if not proof and (candidate.unsure or mixed(candidate)):
        return True
    # Of rounded figures that no word calls parts chance makes a slip more often.
    rounded = any(part.mention.half for part in candidate.parts)
    wanted = PROVEN + (rounded and (candidate.apart or not opens(candidate.opening)))
    return proof < wanted and two_of_many(candidate, labels)


def _continues(candidate: Candidate, owners: _Owners) -> bool:
    """Whether a list of the next sentence surely divides this total."""
    if candidate.named:
        return True
    proof = slip_points(candidate)
    if not candidate.opening or shares_are_whole(candidate.parts):
        return False  # shares that fit neither the total nor the sum are of something else
    named = _OF_WHAT.search(candidate.parts[0].words)
    if named is None:
        whole = candidate.total.mention.start not in owners.parts
        labels = [part.label for part in candidate.parts]
        sure = says_total(candidate) or (whole and paired(labels))
        divided = candidate.total.mention.start in owners.totals
        return candidate.nearest or proof > 2 or (sure and proof > 1 and not divided)
    return named[1] in candidate.total.words


def _proven_by_shares(candidate: Candidate) -> bool:
    """The shares make a hundred, and most fit the total or all fit the sum of the parts."""
    parts, total = candidate.parts, candidate.total.mention.value
    if not shares_are_whole(parts):
        return False
    fitting = shares_fit(parts, total)
    if fitting * 2 >= len(parts):
        return True
    wanted = total_of(parts)
    likely = one_slip(total, wanted) or (len(parts) > 3 and says_total(candidate))
    all_fit = fitting == 0 and shares_fit(parts, wanted) == len(parts)
    return candidate.nearest and likely and all_fit


def _relation(total: Item, parts: tuple[Item, ...], *, holds: bool) -> Relation:
    arithmetic = shown_sum(total.mention, parts, holds=holds)
    mentions = tuple(part.mention for part in parts)
    return Relation("sum", total.mention, mentions, holds, arithmetic)
