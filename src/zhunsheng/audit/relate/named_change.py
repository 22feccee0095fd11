"""Change told of a measure named again: 与上年相比，结案增加D，上升p%, far from 结案N."""

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import COMPARED, DOWN, UP, step_between
from zhunsheng.audit.relate.cues import changed
from zhunsheng.audit.relate.moved import change_of, fell, rose

_NAMED: Final = re.compile(rf"(?:^|[，；。：、])([一-鿿]{{2,8}}?)(?P<verb>{UP}|{DOWN})了?$")
#: 与去年同期相比减少D件: nothing is named, so that it is what the passage is about.
_NAMELESS: Final = re.compile(
    rf"(?:^|[。；\n])\s*(?:[与比较同](?:今年|去年|上年|上月|20\d\d年)?[^，。；\d]{{0,6}}?\d{{0,2}}月?份?(?:同期)?(?:相比)?[，,]?)"
    rf"(?P<verb>{UP}|{DOWN})了?$"
)
#: What courts call the same: 受案 are the cases 受理.
_SAME: Final = {"受案": "受理", "收案": "受理"}
_DOWN: Final = re.compile(DOWN)
_COMPARISON: Final = 40  # characters before the name in which it is said to be compared
_BACK: Final = 24  # figures among which the measure is looked for
_FARTHEST: Final = 300  # characters
_FIRST: Final = 3  # figures one of which the passage may be about


def named_changes(passage: Passage) -> tuple[Relation, ...]:
    """Such changes that fit the figure named, and those that one slip keeps from fitting."""
    found = []
    for place in [at - 1 for at in passage.percents if at]:
        amount, percent = passage.mentions[place : place + 2]
        if amount.unit == "%" or not (amount.exact and percent.exact):
            continue
        step = step_between(passage, amount, percent)
        if step is None or not _compared(passage, amount):
            continue
        said = passage.plain[max(0, amount.start - _COMPARISON) : amount.start]
        nameless = _NAMELESS.search(said)
        told = nameless or _NAMED.search(passage.before(amount))
        if told is None or (_DOWN.fullmatch(told["verb"]) is not None) != step.down:
            continue
        about = _about(passage, place) if nameless else list(_of(passage, place, told[1]))[:1]
        fits = fell if step.down else rose
        tried = [change_of("growth", percent, (new, amount), fits) for new in about]
        relation = next((r for r in tried if r and r.holds), tried[0] if tried else None)
        found += [] if relation is None else [relation]
    return tuple(found)


def _about(passage: Passage, place: int) -> list[Mention]:
    """The figures of the amount's unit before it, the first first: what the passage is about."""
    amount = passage.mentions[place]
    return [
        mention
        for mention in passage.mentions[max(0, place - _BACK) : place]
        if mention.unit == amount.unit
        and mention.exact
        and amount.start - mention.end <= _FARTHEST
        and not changed(passage.clause(mention))
    ][:_FIRST]


def _compared(passage: Passage, amount: Mention) -> bool:
    said = passage.plain[max(0, amount.start - _COMPARISON) : amount.start]
    return COMPARED.search(said) is not None


def _of(passage: Passage, place: int, name: str) -> Iterator[Mention]:
    """Earlier figures of the amount's unit with that very name before them, the nearest first."""
    amount = passage.mentions[place]
    for mention in reversed(passage.mentions[max(0, place - _BACK) : place]):
        if amount.start - mention.end > _FARTHEST:
            return
        told = passage.clause(mention)
        named = told.endswith(name) or (name in _SAME and _SAME[name] in told)
        if mention.unit == amount.unit and mention.exact and named:
            yield mention
