"""Lists of parts and their totals: which figures could be parts, and how strongly they claim it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.cues import begins_anew, changed, divides, is_no_whole, opens_list
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.kinds import heads
from zhunsheng.audit.relate.labels import paired, parallel

_DONE: Final = re.compile(r"^(?:已|均已|全部|完成|办结|处理|整改|移送|回复)")
#: 共提交187件，其中会后17件，经审查立案175件: what becomes of the whole is no part beside a kind.
_STAGE: Final = re.compile(
    r"^(?:经[^，。；\d]{2,6}[，,]?)?(?:确定|共|最终)?立案|^经(?:审查|审核|核查|核实)"
)
_STAGED: Final = re.compile("立案|^经")
#: 其中受理101件，审结92件: what is concluded is among what was taken on, not beside it.
_TAKEN_ON: Final = re.compile("(?:受理|立案|收案)$")
_CONCLUDED: Final = re.compile("^(?:已)?(?:审结|办结|结案)")
#: Figures that say how many kinds a list has are no part of it.
_KINDS: Final = frozenset(["类", "大类", "种", "方面"])
_OF_CALLS: Final = frozenset(["件(次)", "件（次）", "件次"])
_CALLS: Final = frozenset("件次个条封")
_PEOPLE: Final = frozenset("名人位")
MOST: Final = 40  # parts; a longer list is a table
PARTS: Final = 2  # at least
_FARTHEST: Final = 46  # characters between two parts
#: What is left of a whole; 未整改 only beside 已整改.
_REST: Final = re.compile(r"其余|剩余|余下|尚余|还剩|空编|空缺|缺编|缺额|缺席|请假")
_UNDONE: Final = re.compile(r"未|尚|正在|仍在|不予|没有")
_VERBS: Final = "结办审执决拆建改处批复签交"
_FEW: Final = 5
_PAIR: Final = 2
_BETWEEN: Final = 4  # other figures told of a total before 其中


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A total and what could be its parts; `opening` is the text between them.

    A candidate equals only itself, so that what is asked of it again can be remembered.
    """

    total: Item
    parts: tuple[Item, ...]
    opening: str
    bracketed: bool = False
    trailing: bool = False  # the total comes after its parts
    apart: bool = False  # the total stands in an earlier sentence
    nearest: bool = True  # no other figure stands between total and list
    named: bool = False  # names, other lists or what is left say that it divides this total
    unsure: bool = False  # the names may be there by chance: only a slip proves a fault


def following(passage: Passage, items: tuple[Item, ...], place: int) -> Iterator[Candidate]:
    """The lists after a total in its sentence."""
    total = items[place]
    if len(items) - place <= PARTS:
        return
    opened = items[place + 1].depth > total.depth  # 其他案件2件（公示催告1件，破产1件）
    if not total.mention.exact or (is_no_whole(total.label) and not opened):
        return
    rest = items[place + 1 : place + 1 + 2 * MOST]
    yield from _after_semicolons(passage, total, rest)
    yield from _left_apart(passage, total, rest)
    rest = rest[_told_of_it(passage, total, rest) :]
    contested = _contested(items, place, rest)
    inside = rest[0].depth > total.depth
    parts = run(total.mention, rest)
    if len(parts) > 1:
        opening = passage.plain[total.mention.end : parts[0].mention.start]
        listed = Candidate(total, parts, opening, bracketed=inside, unsure=contested)
        yield from _with_remainder(passage, listed)
        yield from divided(listed)
        yield from _until_commas(listed)
    if not inside:
        yield from _past_another(total, rest)
    beside = run(total.mention, tuple(i for i in rest if i.depth == total.depth)) if inside else ()
    if len(beside) > 1:  # N件（旧存a，新收b），审结c，未结d; N件（含旧存a），其中维持b、驳回c
        opening = passage.plain[total.mention.end : beside[0].mention.start]
        around = Candidate(total, beside, opening)
        yield from _with_remainder(passage, around)
        if "其中" in beside[0].words:
            yield from divided(around)


def _contested(items: tuple[Item, ...], place: int, rest: tuple[Item, ...]) -> bool:
    """立案1436件，办结1392件，其中…: whether the list may as well divide a figure before."""
    if "其中" not in rest[0].words and not any("其中" in item.words for item in rest[:_BETWEEN]):
        return False
    total = items[place]
    for item in reversed(items[max(0, place - _BETWEEN) : place]):
        if "；" in total.words or "其中" in total.words:
            return False
        if item.depth == total.depth and item.mention.unit == total.mention.unit:
            return not changed(item.label)
        total = item
    return False


def _past_another(total: Item, rest: tuple[Item, ...]) -> Iterator[Candidate]:
    """The list after 其中, for a total with another of its unit between."""
    for at, item in enumerate(rest[: _BETWEEN + 1]):
        if ("；" in item.words and "；其中" not in item.words) or item.depth != total.depth:
            return
        if at and "其中" in item.words:
            parts = run(total.mention, rest[at:])
            if len(parts) > 1:
                listed = Candidate(total, parts, item.words, nearest=False, unsure=True)
                yield from divided(listed)
            return


def _until_commas(candidate: Candidate) -> Iterator[Candidate]:
    """公园12个、广场18个、长廊16个，实现…16个: items joined by 、 end where a comma follows."""
    parts = candidate.parts
    joined = 1
    while joined < len(parts) and parts[joined].words.startswith("、"):
        joined += 1
    if 1 < joined < len(parts):
        yield replace(candidate, parts=parts[:joined], unsure=True)


def _told_of_it(passage: Passage, total: Item, rest: tuple[Item, ...]) -> int:
    """How many figures between a total and its 其中 tell how much it grew or is worth."""
    for at, item in enumerate(rest[: _BETWEEN + 1]):
        if at and opens_list(item.words) and "；" not in item.words:
            return at
        alike = item.mention.unit == total.mention.unit and not changed(item.label)
        if alike or item.depth > total.depth:
            return 0
    return 0


def _with_remainder(passage: Passage, candidate: Candidate) -> Iterator[Candidate]:
    """N，done a，其余b: a list that ends with what is left leaves nothing out."""
    for at, part in enumerate(candidate.parts[1:_FEW], start=1):
        if part.depth != candidate.total.depth or "；" in part.words:
            return
        if _is_rest(passage, candidate.parts[at - 1], part):
            yield replace(candidate, parts=candidate.parts[: at + 1], named=True, unsure=True)
            return


def _left_apart(passage: Passage, total: Item, rest: tuple[Item, ...]) -> Iterator[Candidate]:
    """N项，已整改a项，涉及资金…，正在整改b项: done and left, with other things told between."""
    same = [
        item
        for item in rest[: _BETWEEN + 1]
        if item.mention.unit == total.mention.unit and item.depth == total.depth
    ][:_PAIR]
    if len(same) < _PAIR or same == list(rest[:_PAIR]):
        return
    plain = all(item.mention.exact and "；" not in item.words for item in same)
    if plain and _is_rest(passage, *same):
        yield Candidate(total, tuple(same), same[0].words, named=True, unsure=True)


def _after_semicolons(passage: Passage, total: Item, rest: tuple[Item, ...]) -> Iterator[Candidate]:
    """受理N，…；审结a，…；未结b: what was done and what is left, each a clause of its own."""
    parts = rest[:_PAIR]
    apart = len(parts) == _PAIR and all("；" in part.words for part in parts)
    if not apart or not all(part.mention.exact and part.depth == total.depth for part in parts):
        return
    if all(alike(total.mention, part.mention) for part in parts) and _is_rest(passage, *parts):
        yield Candidate(total, parts, parts[0].words, named=True, unsure=True)


def _is_rest(passage: Passage, done: Item, left: Item) -> bool:
    """Whether the second figure is what the first leaves over."""
    said = left.label + passage.after(left.mention, 6)
    if _REST.search(left.label):
        return True
    if not _UNDONE.search(said):
        return False
    return _share_verb(done.label, said) or "已" in passage.after(done.mention, 2)


def _share_verb(done: str, undone: str) -> bool:
    """已整改 and 正在整改, 审结 and 未结: one verb, done and not done."""
    pair = any(done[n : n + 2] in undone for n in range(len(done) - 1))
    return pair or any(verb in done and verb in undone for verb in _VERBS)


def divided(candidate: Candidate) -> Iterator[Candidate]:
    """The list, or the lists that it is where they vouch for one another."""
    parts = tuple(_segments(candidate))
    if not any(part.named for part in parts):
        yield candidate
    yield from parts
    # 出口a；进口b；顺差c: two that leave nothing out need no third.
    first = candidate.parts[:_PAIR]
    known = any(len(part.parts) == _PAIR for part in parts)
    if len(candidate.parts) > _PAIR and not known and paired([part.label for part in first]):
        yield replace(candidate, parts=first)
    # 企业a，其中外资b；个体工商户c；合作社d: one of each kind is all there is.
    kinds = heads(candidate.parts)
    if kinds and len(kinds) < len(candidate.parts):
        yield replace(candidate, parts=kinds)


def _segments(candidate: Candidate) -> Iterator[Candidate]:
    """A list that semicolons divide: 男a，女b；城镇c，乡村d are two of the same total."""
    groups: list[list[Item]] = [[candidate.parts[0]]]
    for part in candidate.parts[1:]:
        if "；" in part.words:
            groups.append([])
        groups[-1].append(part)
    if len(groups) == 1 or all(len(group) == 1 for group in groups):
        return
    total = candidate.total
    sums = [sum(part.mention.value for part in group) for group in groups]
    for at, group in enumerate(groups):
        others = sums[:at] + sums[at + 1 :]
        named = total.mention.value in others or (sums[at] in others and len(group) > 1)
        labels = [part.label for part in group]
        if any("其中" in part.words for part in group[1:]):
            named = False  # …；专业机构c，其中甲d、乙e: what begins with a total of its own
        begins = divides(group[0].words)
        own = at == 0 and (begins or paired(labels) or parallel(labels) or len(group) > _PAIR)
        opened = at == 0 and "其中" in candidate.opening
        if len(group) > 1 and (named or own or opened):
            # 213人，其中甲118人，乙95人；女64人，党员8人: what is true of a few divides nothing.
            few = sums[at] * 2 < total.mention.value or not (named or own)
            yield replace(candidate, parts=tuple(group), named=named, unsure=few)


def run(total: Mention, rest: tuple[Item, ...]) -> tuple[Item, ...]:
    """Figures of the total's unit at one bracket depth, until the words change the subject."""
    parts: list[Item] = []
    for item in rest:
        level = parts[0].depth if parts else item.depth
        if item.depth > level or item.mention.unit in _KINDS:
            continue
        if item.depth < level or not alike(total, item.mention) or not item.mention.exact:
            break
        if len(item.words) > _FARTHEST or begins_anew(item.label):
            break
        if "；" in item.words and "；其中" not in item.words and not parts:
            break
        if parts and _later_stage(parts, item):
            break
        if (
            len(parts) > 1
            and _DONE.search(item.label)
            and not _DONE.search(parts[0].label.removeprefix("其中"))
        ):
            break
        parts.append(item)
        if len(parts) == MOST:
            break
    return tuple(parts)


def _later_stage(parts: list[Item], item: Item) -> bool:
    """Whether the figure tells what became of the parts before it."""
    if _STAGE.search(item.label):
        return not _STAGED.search(parts[0].label)
    return bool(_CONCLUDED.search(item.label) and _TAKEN_ON.search(parts[-1].label))


def alike(total: Mention, part: Mention) -> bool:
    """Whether the units may be one; a unit may be left out, and people are 名 or 人 or 位."""
    one, other = total.unit, part.unit
    if one in _OF_CALLS and other in _CALLS:
        return True  # 受理46983件(次)，其中电话46908个
    if one == "件" and other in _OF_CALLS:
        return True  # 来信168件，其中转办47件次
    if one == other or not one or not other or (one in _PEOPLE and other in _PEOPLE):
        return True
    return one.replace(" ", "") == other.replace(" ", "")
