"""Several figures told abreast with their changes: A起、B人，同比分别减少a起、b人，下降p%和q%."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import COMPARED, DOWN, UP, old_and_new, step_between
from zhunsheng.audit.relate.moved import change_of, fell, grown, rose

#: 同比分别下降, 分别增长: one verb for all the figures after it.
_RESPECTIVELY: Final = re.compile(rf"分别[^，。；\d]{{0,6}}?(?P<verb>{UP}|{DOWN})(?:了|为)?$")
_VERB: Final = re.compile(rf"^[，,](?:分别|各)?(?P<verb>{UP}|{DOWN})(?:了|为|分别)*$")
_OLD: Final = re.compile(r"[，,（(]?(?:与|较|比|同)[^。；]{0,16}$")
_DOWN: Final = re.compile(DOWN)
_JOINED: Final = re.compile(r"^(?:[、和及与，,]|[，、]?[一-鿿]{1,8})$")
_MOST: Final = 6  # figures abreast
_PAIR: Final = 2


def abreast(passage: Passage) -> tuple[Relation, ...]:
    """Such changes that fit, and those that one slip keeps from fitting."""
    found: list[Relation] = []
    mentions = passage.mentions
    for place in passage.told_with("分别"):
        mention = mentions[place]
        told = _RESPECTIVELY.search(passage.before(mention, 20))
        if told is None or not mention.exact:
            continue
        run = _joined(passage, mentions[place : place + _MOST])
        down = _DOWN.fullmatch(told["verb"]) is not None
        if mention.unit == "%":
            found += _rates(passage, place, run, down=down)
        elif len(run) > 1:
            found += _amounts(passage, place, run, down=down)
    return tuple(found)


def _joined(passage: Passage, rest: Sequence[Mention]) -> list[Mention]:
    """The figures of one build from the first on: all rates, or no rates."""
    rates, run = rest[0].unit == "%", [rest[0]]
    for mention in rest[1:]:
        between = passage.between(run[-1], mention).strip()
        if not mention.exact or (mention.unit == "%") != rates or not _JOINED.match(between):
            break
        if step_between(passage, run[-1], mention) is not None:
            break
        run.append(mention)
    return run


def _rates(
    passage: Passage, place: int, percents: list[Mention], *, down: bool
) -> Iterator[Relation]:
    """与上年的A、B相比，分别下降p%、q%: as many new figures, as many old, as many rates."""
    count = len(percents)
    before = passage.mentions[max(0, place - 2 * count) : place]
    if count < _PAIR or len(before) < 2 * count:
        return
    new, old = before[:count], before[count:]
    if not all(m.exact for m in before) or [m.unit for m in new] != [m.unit for m in old]:
        return
    if not _OLD.search(passage.between(new[-1], old[0])) or "。" in passage.between(
        new[0], percents[0]
    ):
        return
    if old_and_new(passage, new[0], new[1]) is not None:
        return
    for now, then, percent in zip(new, old, percents, strict=True):
        relation = change_of("growth", percent, (now, then), grown, down=down)
        if relation is not None:
            yield relation


def _amounts(
    passage: Passage, place: int, amounts: list[Mention], *, down: bool
) -> Iterator[Relation]:
    """A起、B人，同比分别减少a起、b人，下降p%和q%."""
    count = len(amounts)
    mentions = passage.mentions
    new = mentions[max(0, place - count) : place]
    percents = mentions[place + count : place + 2 * count]
    if len(new) < count or len(percents) < count or not _same_units(new, amounts):
        return
    if not all(m.exact for m in (*new, *percents)) or {m.unit for m in percents} != {"%"}:
        return
    lead = passage.between(amounts[-1], percents[0])
    verb = _VERB.match(lead)
    said = passage.between(new[-1], amounts[0])
    if verb is None or "。" in said or not COMPARED.search(said):
        return
    if (_DOWN.fullmatch(verb["verb"]) is not None) != down:
        return
    for now, amount, percent in zip(new, amounts, percents, strict=True):
        relation = change_of("growth", percent, (now, amount), fell if down else rose)
        if relation is not None:
            yield relation


def _same_units(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    return [m.unit for m in one] == [m.unit for m in other]
