"""How much speaks for a list being all of its total."""

import functools
import re
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import fits_share, total_of
from zhunsheng.audit.relate.chance import mistyped, slip_chance
from zhunsheng.audit.relate.cues import divides
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.kinds import whole
from zhunsheng.audit.relate.labels import OTHERS, RESIDUAL, paired, parallel, shares_are_whole
from zhunsheng.audit.relate.lists import Candidate
from zhunsheng.audit.relate.ratios import swap_explains
from zhunsheng.words.numerals import from_chinese

_TOTAL: Final = re.compile(
    r"(?:共|共计|合计|总计|累计|总数|总量|总值|总额|收到|受理|承办|办理|承接|各类|各级)[^，。；,;]{0,14}$"
)
_INTO: Final = re.compile(
    r"(?:分为|归为|分成|归纳为|划分为)([二两三四五六七八九十]{1,2})(?:大?类|种|个方面)"
)
#: One in so many by chance: each passed is a point more.
_ODDS: Final = (10, 100)
_MANY: Final = 4  # parts that make a list a long one
_FAR: Final = 5  # what a list must be more than a fifth of
_NEAR: Final = 20  # a twentieth of the total
_TENTH: Final = 10
_LARGE: Final = 50  # a smaller total is missed by one or two without a fault
_OPENS: Final = re.compile(
    r"其中|分别|包括|包含|：|:|即|[中里][，,有]|归类|分类|按[^，。]{1,12}分|从[^，。]{1,12}看"
)
_OPEN_ENDED: Final = re.compile(
    r"(?<![中高初同平])等(?![职教级奖]|其他|其它)|含|之一|主要|比如|例如|最多|居前|排名|前[一二三四五六七八九十\d]"
)

#: Words for some of many, or for a kind of its own in a list of kinds.
_SELECT: Final = re.compile("重点|联名|优秀")
_SEVERAL: Final = 3
_LARGE_STEPS: Final = 3000  # steps of the last digit printed
#: Parts of which some are the same: each is counted once in the whole.
_SHARED: Final = re.compile(
    r"不重复计|剔除重复|有(?:交叉|重叠|重复)|(?:重复|交叉|重叠)的?[0-9]"
    r"|(?:两个?|多个?|各)(?:渠道|平台)[^，。；]{0,6}(?:重复|同时)|同时在两个?(?:渠道|平台)"
)
_NEVER: Final = 99  # points no other words make up for
_MORE_AFTER: Final = re.compile(
    r"[，、 ]*(?:等|数量(?:居|靠|较)|(?:位|均)?居前|排名|分列|较多|最多)"
)


@functools.lru_cache(maxsize=4096)
def opens(words: str) -> bool:
    """Whether the words between a total and its list open the list; many candidates share them."""
    return _OPENS.search(words) is not None


def score(passage: Passage, candidate: Candidate, *, anew: bool) -> int:
    """Points for the list being exhaustive; 3 are enough to call it wrong, 1 to call it right.

    `anew` is what `partition` says of it.
    """
    parts = candidate.parts
    labels = [part.label for part in parts]
    points = int(says_total(candidate))
    points += 2 if candidate.trailing else 0
    points += 2 if candidate.named else 0
    points += int(opens(candidate.opening) and not candidate.bracketed)
    all_kinds = whole(labels)  # 规章13件（含新制定5件，修改4件，废止4件）
    points += 2 if candidate.bracketed and (all_kinds or "含" not in candidate.opening) else 0
    points += int(any(label.startswith(RESIDUAL) for label in labels))
    points += int(len(parts) >= _SEVERAL and labels[-1].startswith(RESIDUAL))
    points += 2 if paired(labels) else int(parallel(labels))
    points += 2 if shares_are_whole(parts) else 0
    points += 2 if anew else 0
    points += int(len(parts) >= _MANY and opens(candidate.opening))
    some = _open_ended(labels) and not all_kinds
    points -= 3 if some or _goes_on(passage, parts[-1]) else 0
    points -= _NEVER if _overlap(passage, candidate) else 0
    points -= int(any("；" in part.words for part in parts[1:]) and not all_apart(candidate))
    points -= 3 if any(part.times > 1 for part in parts) else 0
    return points


def structured(candidate: Candidate) -> bool:
    """Whether the list itself claims to leave nothing out; a cue word alone does not."""
    labels = [part.label for part in candidate.parts]
    claims = (
        any(label.startswith(RESIDUAL) for label in labels) or paired(labels) or parallel(labels)
    )
    marked = candidate.bracketed or candidate.trailing or shares_are_whole(candidate.parts)
    proven = slip_points(candidate) > 1
    # 按期答复的9件、沟通的9件 are properties, and may overlap; four outcomes do not.
    told = [label.endswith("的") for label in labels]
    kinds = not any(told) or (all(told) and len(told) >= _MANY)
    opened = kinds and opens(candidate.opening) and _misses(candidate)
    return (
        opened
        or leaves_more_than_least(candidate)
        or candidate.named
        or claims
        or marked
        or proven
        or _close(candidate)
        or _swapped(candidate)
    )


def _misses(candidate: Candidate) -> bool:
    """Whether a slip made the list pass its total, or kept it from it by little."""
    total, wanted = candidate.total.mention.value, total_of(candidate.parts)
    long = len(candidate.parts) >= _MANY and says_total(candidate)
    # Of rounded figures chance alone explains many a difference.
    sure = slipped(candidate) if not _rounded(candidate) else slip_points(candidate) > 1
    return (wanted * 10 >= total * 9 or long) and sure


def _rounded(candidate: Candidate) -> bool:
    """Whether several kinds of a total of few digits are all rounded: 97.3万 of 3.5万, …"""
    total = candidate.total.mention
    short = total.value < _LARGE_STEPS * 2 * total.half
    rounded = sum(p.mention.half > 0 for p in candidate.parts)
    # One small kind may be told to the last: 森林草原火灾156起 beside 87.8万起.
    return short and rounded >= max(_SEVERAL, len(candidate.parts) - 1)


def _close(candidate: Candidate) -> bool:
    """Whether a long list opened by a word misses its total by little: it meant to be all."""
    total, wanted = candidate.total.mention.value, total_of(candidate.parts)
    near = abs(total - wanted) * _NEAR <= total and not _rounded(candidate)
    more = wanted > total and slipped(candidate)
    return (near or more) and len(candidate.parts) >= _MANY and opens(candidate.opening)


def partition(passage: Passage, candidate: Candidate) -> bool:
    """Whether the words say by what the whole is divided, or into how many kinds."""
    first = candidate.parts[0].mention
    said = passage.plain[max(candidate.total.mention.end, first.start - 40) : first.start]
    kinds = _INTO.search(said)
    if kinds is not None:
        return from_chinese(kinds[1]) == len(candidate.parts)
    return divides(said)


def _goes_on(passage: Passage, last: Item) -> bool:
    """Whether the words after the list say that there are more."""
    return _MORE_AFTER.match(passage.after(last.mention)) is not None


def _overlap(passage: Passage, candidate: Candidate) -> bool:
    """Whether the parts exceed the whole and the words say that some of it is in several."""
    if total_of(candidate.parts) <= candidate.total.mention.value:
        return False
    mentions = [candidate.total.mention, *(part.mention for part in candidate.parts)]
    said = passage.plain[min(m.start for m in mentions) : max(m.end for m in mentions)]
    last = max(mentions, key=lambda mention: mention.end)
    return _SHARED.search(said + passage.after(last)) is not None


def _open_ended(labels: list[str]) -> bool:
    """Whether a label says that others are left out; 联名 beside 集体 does not."""
    if _OPEN_ENDED.search("|".join(labels)):
        return True
    return (
        len(labels) < _SEVERAL
        and not paired(labels)
        and _SELECT.search("|".join(labels)) is not None
    )


def _swapped(candidate: Candidate) -> bool:
    """Whether the list is opened by a word and two digits in each other's place explain it.

    Two figures seldom differ so by chance: a difference of two digits does not count.
    """
    if not opens(candidate.opening):
        return False
    figures = (candidate.total.mention, *(part.mention for part in candidate.parts))
    gap = abs(candidate.total.mention.value - total_of(candidate.parts))

    def adds(total: Mention, *parts: Mention) -> bool:
        return total.value == sum((part.value for part in parts), Decimal(0))

    fine = min(figure.scale.scaleb(-figure.decimals) for figure in figures)
    return gap >= 9 * fine and swap_explains(figures, adds)


def says_total(candidate: Candidate) -> bool:
    """Whether the words before the total say that it is one."""
    return _is_total(candidate.total.words[-24:])


@functools.lru_cache(maxsize=4096)
def _is_total(words: str) -> bool:
    return _TOTAL.search(words) is not None


def is_paired(candidate: Candidate) -> bool:
    """Whether two of the parts leave nothing out between them: 合格 and 不合格."""
    return paired([part.label for part in candidate.parts])


@functools.lru_cache(maxsize=64)
def slipped(candidate: Candidate) -> bool:
    """Whether one mistyped figure would explain the difference."""
    total, parts = candidate.total.mention, [part.mention for part in candidate.parts]
    gap = total_of(candidate.parts) - total.value
    slack = total.half + sum((part.half for part in parts), Decimal(0))
    return mistyped(total, total.value + gap, slack) or any(
        mistyped(part, part.value - gap, slack) for part in parts
    )


def cued(passage: Passage, candidate: Candidate) -> bool:
    """Whether any word or mark says that a list belongs to the total."""
    if candidate.bracketed or candidate.trailing or candidate.apart or candidate.named:
        return True
    if is_paired(candidate):
        return True
    if any(part.times > 1 for part in candidate.parts) or shares_are_whole(candidate.parts):
        return True
    if OTHERS.search(candidate.parts[-1].label):
        return True
    return says_total(candidate) or opens(candidate.opening)


def against(candidate: Candidate) -> int:
    """Points that the difference itself gives: a slip explains it, a wide gap excuses it."""
    total, wanted = candidate.total.mention.value, total_of(candidate.parts)
    proof = slip_points(candidate)
    opened = candidate.bracketed or opens(candidate.opening)
    points = proof + int(wanted > total and opened) + int(proof > 0 and _almost_all(candidate))
    points += 2 if leaves_more_than_least(candidate) else 0
    if wanted * 2 >= total or proof > 1 or shares_are_whole(candidate.parts):
        return points
    labels = [part.label for part in candidate.parts]
    claims = not candidate.apart and (paired(labels) or parallel(labels))
    return points - (1 if (candidate.named or claims) and wanted * _FAR > total else 2)


def _almost_all(candidate: Candidate) -> bool:
    """Whether three or more kinds opened by a word leave out, or add, no more than a tenth."""
    labels = [part.label for part in candidate.parts]
    if len(labels) < _SEVERAL or any(label.endswith("的") for label in labels):
        return False
    total = candidate.total.mention.value
    apart = abs(total - total_of(candidate.parts))
    return total >= _LARGE and apart * _TENTH <= total and opens(candidate.opening)


@functools.lru_cache(maxsize=64)
def leaves_more_than_least(candidate: Candidate) -> bool:
    """Whether a long list that names its least kinds leaves out more than one of them.

    Who lists one of a kind does not pass over sixteen of another.
    """
    values = [part.mention.value * part.times for part in candidate.parts]
    total = candidate.total.mention.value
    left = total - sum(values)
    long = len(values) > _MANY and opens(candidate.opening)
    return long and min(values) < left and left * _TENTH <= total


@functools.lru_cache(maxsize=64)
def slip_points(candidate: Candidate) -> int:
    """0 where no slip explains the difference; more, the less chance could."""
    if not slipped(candidate):
        return 0
    mentions = [part.mention for part in candidate.parts]
    gap = total_of(candidate.parts) - candidate.total.mention.value
    chance = slip_chance(candidate.total.mention, mentions, gap)
    return 1 + sum(chance * odds <= 1 for odds in _ODDS)


def shares_fit(parts: tuple[Item, ...], base: Decimal) -> int:
    """How many of the printed shares fit this base."""
    return sum(
        part.percent is not None and fits_share(part.mention, base, part.percent) for part in parts
    )


def all_apart(candidate: Candidate) -> bool:
    """Whether a semicolon stands between all of the parts."""
    return all("；" in part.words for part in candidate.parts[1:])
