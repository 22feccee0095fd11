"""Change: from an old figure to a new one, by so much, by so many per cent."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.moved import apart, change_of, grown

UP: Final = "净增加|净增|调增|增加|增长率|增长|上升|提高|提升|扩大|多|增幅|升幅|涨幅|增"
DOWN: Final = (
    "负增长|净减少|净减|精简|取消|削减|核减|调减|减少|下降|降低|压减|压缩|缩短|少|降幅|降"
    "|收窄|减收|减支"
)
#: One of them stands in every text that tells a change.
WORDS: Final = ("增", "升", "降", "减", "提高", "多", "少", "缩短", "精简", "取消")
_REACHED: Final = re.compile("[到至为]了?$")
_YEAR: Final = re.compile(r"(?:19|20)\d{2} ?年")
_POINTS: Final = ("百分点", "个百分点")
_FROM: Final = re.compile(r"(?:由|从)[^，。；\d]{0,12}$")
_TO: Final = re.compile(
    rf"^[^，。；\d]{{0,8}}(?:(?:{UP}|{DOWN}|升|调整|发展)(?:到|至|为)|至|到)了?[^，。；\d]{{0,8}}$"
)
_AGAINST: Final = re.compile(
    r"^[，,（(]? ?(?:同比|比|较|与)[^。；，]{0,14}$|^[（(](?:[上去]年)(?:同期)?[为是]?$"
)
_BY: Final = re.compile(
    rf"^[^。；\d]{{0,10}}?(?P<verb>{UP}|{DOWN})(?:了|幅度)?(?:为|达|约)?[^。；，\d]{{0,2}}$"
)
_VERB: Final = re.compile(f"{UP}|{DOWN}")
_TWO_YEARS: Final = re.compile(
    r"((?:19|20)\d{2}) ?年?[、和与]((?:19|20)\d{2}) ?年[^。；\d]*分别[为是有]?$"
)
_LAST_YEAR: Final = re.compile(r"(?:上年|去年|上一年)(?:同期|度|末|底)?(?:为|是|有)$")
_LONGEST: Final = 64  # characters between two figures that are remembered
_PAUSES: Final = "，；、"
_NEXT: Final = 16  # characters between two figures that are told as one pair
_DOWN: Final = re.compile(DOWN)
_ENDS: Final = frozenset(verb[-1] for verb in f"{UP}|{DOWN}".split("|"))
#: A character of each of the verbs, and one of each way to lead from a figure to the next: without
#: them the longer patterns need not be tried.
_MOVED: Final = re.compile("[增升高扩多涨减降压缩少窄]")
_LED: Final = re.compile("[到至为比较与年]")
COMPARED: Final = re.compile(r"同比|环比|比上|比去|较上|较去|较前|比前|相比|比20|较20")


@dataclass(frozen=True, slots=True)
class Step:
    """What the words between two figures say of the second: how much more or less."""

    down: bool
    compared: bool


class Told(StrEnum):
    """What a change is told by."""

    RATE = "rate"  # old and new, and how many per cent
    AMOUNT = "amount"  # old and new, and how many


def changes(passage: Passage, told: Told) -> tuple[Relation, ...]:
    """Changes told in one way that fit, and those that one slip keeps from fitting."""
    return tuple(relation for way, relation in _all(passage) if way is told)


@functools.lru_cache(maxsize=2)
def _all(passage: Passage) -> tuple[tuple[Told, Relation], ...]:
    found: list[tuple[Told, Relation]] = []
    ms, may = passage.mentions, may_change(passage)
    for place in range(len(ms) - 2):
        if not may[place]:
            continue
        first, second, third = ms[place : place + 3]
        if not (first.exact and second.exact and third.exact):
            continue
        pair = old_and_new(passage, first, second) or _of_two_years(passage, first, second)
        told: list[Relation] = []
        if pair is not None:
            told += _from_to(passage, *pair, ms[place + 1 : place + 4])
            if place and ms[place - 1].exact and pair[1] is first:
                told += _told_before(passage, ms[place - 1], *pair)
        else:
            told += _told_after(passage, first, second, ms[place + 2 : place + 4])
        found += ((Told.RATE if r.kind == "growth" else Told.AMOUNT, r) for r in told)
    return tuple(found)


@functools.lru_cache(maxsize=2)
def may_change(passage: Passage) -> tuple[bool, ...]:
    """Whether the words between each figure and the next can tell a change; mostly they cannot."""
    ms = passage.mentions
    return tuple(map(_may_change, ms, ms[1:], passage.gaps))


def _may_change(first: Mention, second: Mention, between: str) -> bool:
    if _MOVED.search(between):
        return True
    if second.unit not in (first.unit, ""):
        return False
    return between[:1] in _PAUSES or _LED.search(between) is not None


def ends_in_verb(words: str) -> bool:
    """Whether words may end with one of the verbs: looked at before a longer search is made."""
    return words.rstrip("\n").removesuffix("了")[-1:] in _ENDS


def step_between(passage: Passage, before: Mention, after: Mention) -> Step | None:
    """What the words say of the second figure; None where they tell no change."""
    between = passage.between(before, after)
    return _step(between) if len(between) <= _LONGEST else _step.__wrapped__(between)


@functools.lru_cache(maxsize=4096)
def _step(between: str) -> Step | None:
    """What the words tell; each pair of figures is asked about several times."""
    match = _BY.match(_without_years(between)) if _MOVED.search(between) else None
    if match is None:
        return None
    down = _DOWN.fullmatch(match["verb"]) is not None
    return Step(down, COMPARED.search(between) is not None)


def old_and_new(
    passage: Passage, first: Mention, second: Mention
) -> tuple[Mention, Mention] | None:
    """(new, old) of 由A增至B, or of B，比上年的A."""
    # 2.35人，比2010年的2.99减少: the unit of the old figure may be left out.
    told = first.unit == second.unit or (first.decimals and not second.unit)
    between = passage.between(first, second) if told else ""
    if not _LED.search(between):
        return None
    words, before = _without_years(between), passage.before(first)
    begins = "由" in before or "从" in before
    if begins and _FROM.search(_without_years(before)) and _TO.match(words):
        return second, first
    against = _AGAINST.match(words) and not _VERB.search(words)
    return (first, second) if against else None


def _of_two_years(
    passage: Passage, first: Mention, second: Mention
) -> tuple[Mention, Mention] | None:
    """(new, old) of 2023年A，2024年B, and of 2023年、2024年分别为A、B."""
    if first.unit != second.unit or first.unit == "%":
        return None
    between = passage.between(first, second)
    if between == "、":
        two = _TWO_YEARS.search(passage.before(first, 40))
        years = [two[1], two[2]] if two else []
    elif len(between) > _NEXT or not between.startswith(("，", "；")) or _VERB.search(between):
        return None
    else:
        years = [passage.year_of(first)[:4], passage.year_of(second)[:4]]
    follow = len(years) > 1 and all(years) and int(years[1]) == int(years[0]) + 1
    return (second, first) if follow else None


def _told_after(
    passage: Passage, new: Mention, change: Mention, rest: tuple[Mention, ...]
) -> Iterator[Relation]:
    """N，增加D（增长p%），上年为O: the old figure comes last."""
    step = step_between(passage, new, change)
    if step is None:
        return
    old = next((m for m in rest if m.unit == new.unit), None)
    if old is None or not _LAST_YEAR.search(passage.before(old)):
        return
    if change.unit == "%" and new.unit != "%":
        relation = change_of("growth", change, (new, old), grown, down=step.down)
    elif change.unit == new.unit or (new.unit == "%" and change.unit in _POINTS):
        relation = change_of("difference", change, (new, old), apart, down=step.down)
    else:
        return
    if relation is not None:
        yield relation


def _told_before(
    passage: Passage, change: Mention, new: Mention, old: Mention
) -> Iterator[Relation]:
    """减少D，由O减少到N: the change is told first."""
    said = passage.clause(change)
    verb = _VERB.search(said)
    between = passage.between(change, old)
    if verb is None or change.unit != new.unit or len(between) > _NEXT or "。" in between:
        return
    if _REACHED.search(said):  # 从a提高到b，集中供养从c提高到d: b is a level, no change
        return
    down = _DOWN.fullmatch(verb.group()) is not None
    relation = change_of("difference", change, (new, old), apart, down=down)
    if relation is not None:
        yield relation


def _from_to(
    passage: Passage, new: Mention, old: Mention, run: tuple[Mention, ...]
) -> Iterator[Relation]:
    """The one or two changes after old and new: 减少D，下降p%. `run` begins with the later one."""
    for before, change in pairwise(run):
        step = step_between(passage, before, change)
        if step is None or not change.exact:
            return
        relation = None
        if change.unit == "%" and new.unit != "%":
            relation = change_of("growth", change, (new, old), grown, down=step.down)
        elif change.unit == new.unit or (new.unit == "%" and change.unit in _POINTS):
            relation = change_of("difference", change, (new, old), apart, down=step.down)
        if relation is not None:
            yield relation


def _without_years(words: str) -> str:
    return _YEAR.sub("", words) if "年" in words else words
