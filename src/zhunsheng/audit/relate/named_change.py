"""Change told of a measure named again: 与上年相比，结案增加D，上升p%, far from 结案N."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import COMPARED, DOWN, UP, step_between
from zhunsheng.audit.relate.moved import change_of, fell, rose

_NAMED: Final = re.compile(rf"(?:^|[，；。：、])([一-鿿]{{2,8}}?)(?P<verb>{UP}|{DOWN})了?$")
_DOWN: Final = re.compile(DOWN)
_COMPARISON: Final = 40  # characters before the name in which it is said to be compared
_BACK: Final = 24  # figures among which the measure is looked for
_FARTHEST: Final = 300  # characters


def named_changes(passage: Passage) -> tuple[Relation, ...]:
    """Such changes that fit the figure named, and those that one slip keeps from fitting."""
    found = []
    for place, (amount, percent) in enumerate(pairwise(passage.mentions)):
        if percent.unit != "%" or amount.unit == "%" or not (amount.exact and percent.exact):
            continue
        step = step_between(passage, amount, percent)
        named = None if step is None else _NAMED.search(passage.before(amount))
        if named is None or step is None or not _compared(passage, amount):
            continue
        if (_DOWN.fullmatch(named["verb"]) is not None) == step.down:
            new = next(_of(passage, place, named[1]), None)
            fits = fell if step.down else rose
            relation = None if new is None else change_of("growth", percent, (new, amount), fits)
            found += [] if relation is None else [relation]
    return tuple(found)


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
        if mention.unit == amount.unit and mention.exact and told.endswith(name):
            yield mention
