"""Changes between years that are told by name: 2022年比2019年增加D件; 比2019年分别上升p%和q%."""

import functools
import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import DOWN, UP, ends_in_verb
from zhunsheng.audit.relate.moved import apart, change_of, grown

_YEAR: Final = r"((?:19|20)\d{2}) ?年"
_BETWEEN: Final = re.compile(
    rf"{_YEAR}(?:全年)?(?:相比|比|较|与){_YEAR}(?:相比)?[，,]?[^，。；\d]{{0,6}}(?P<verb>{UP}|{DOWN})了?$"
)
_SINCE: Final = re.compile(
    rf"[，,](?:同?比|较|与){_YEAR}(?:同期)?(?:相比[，,]?)?(?:分别)?(?P<verb>{UP}|{DOWN})了?$"
)
_DOWN: Final = re.compile(DOWN)
_REACH: Final = 32  # characters before the change
_ABREAST: Final = 3  # figures told together
_NAME: Final = 2  # characters that end the name of a measure
_AND: Final = ("和", "、", "及")


@functools.lru_cache(maxsize=2)
def changes_by_year(passage: Passage) -> tuple[Relation, ...]:
    """Such changes that fit the figures of the two years, and those a slip keeps from them."""
    found = []
    for place, change in enumerate(passage.mentions):
        said = passage.plain[max(0, change.start - _REACH) : change.start]
        if not ends_in_verb(said) or "年" not in said:
            continue
        told = _BETWEEN.search(said)
        if told is not None and change.exact:
            pairs = _series(passage, place, told[1], told[2])
            found += _judged(change, pairs, down=_is_down(told["verb"]))
        elif (since := _SINCE.search(said)) is not None:
            for new, percent in _abreast(passage, place):
                old = _old(passage, new, since[1])
                pairs = [] if old is None else [(new, old)]
                found += _judged(percent, pairs, down=_is_down(since["verb"]))
    return tuple(found)


def _is_down(verb: str) -> bool:
    return _DOWN.fullmatch(verb) is not None


def _judged(change: Mention, pairs: list[tuple[Mention, Mention]], *, down: bool) -> list[Relation]:
    """The change of the pair that it fits; of the only pair there is, also where it does not."""
    kind, fits = ("growth", grown) if change.unit == "%" else ("difference", apart)
    told = [change_of(kind, change, pair, fits, down=down) for pair in pairs]
    holding = [relation for relation in told if relation is not None and relation.holds]
    if holding or len(pairs) == 1:
        return (holding or [relation for relation in told if relation is not None])[:1]
    return []


def _series(passage: Passage, place: int, year: str, base: str) -> list[tuple[Mention, Mention]]:
    """The figures of the two years before the change that are named alike, in the change's unit."""
    unit = passage.mentions[place].unit
    told = [m for m in passage.mentions[:place] if m.exact and m.unit not in ("%", "")]
    same = [m for m in told if unit in (m.unit, "%")]
    of_base = {_named(passage, m): m for m in same if passage.year_of(m)[:4] == base}
    return [
        (m, of_base[name])
        for m in same
        if passage.year_of(m)[:4] == year and (name := _named(passage, m)) in of_base
    ]


def _named(passage: Passage, mention: Mention) -> tuple[str, str]:
    return passage.clause(mention)[-_NAME:], mention.unit


def _abreast(passage: Passage, place: int) -> Iterator[tuple[Mention, Mention]]:
    """Each new figure with its percentage: A件，B件，比2019年分别上升p%和q%."""
    ms = passage.mentions
    percents = [ms[place]]
    for mention in ms[place + 1 : place + _ABREAST]:
        if passage.between(percents[-1], mention) not in _AND:
            break
        percents.append(mention)
    new = ms[max(0, place - len(percents)) : place]
    together = len(new) == len(percents) and "。" not in passage.between(new[0], ms[place])
    if together and all(m.unit == "%" and m.exact for m in percents):
        for now, percent in zip(new, percents, strict=True):
            if now.exact and now.unit not in ("%", ""):
                yield now, percent


def _old(passage: Passage, new: Mention, year: str) -> Mention | None:
    """The one figure of that year named like the new one."""
    name = _named(passage, new)
    told = [
        m
        for m in passage.mentions
        if m.exact and passage.year_of(m)[:4] == year and _named(passage, m) == name
    ]
    return told[0] if len(told) == 1 else None
