"""One measure restated with two neighbouring digits in each other's place."""

import functools
import re
from collections import defaultdict, deque
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.bearers import told_twice, two_bearers
from zhunsheng.audit.relate.ratios import transposed

#: Words of comparison: then two values are two things.
_COMPARED: Final = re.compile(r"同比|环比|上年|去年|相比|比|由|从|至|平均|日均")
_FEWEST_DIGITS: Final = 3
#: Words that any measure may have before it.
_COMMON: Final = frozenset(["其中", "分别", "累计", "共计", "全市", "全县", "全区", "全省", "全年"])
_NO_DIGIT: Final = dict.fromkeys(map(ord, "0.-E+"))  # noughts, too, say nothing of an order
_STOP: Final = re.compile(r"[，。；：、（）]")
_REACH: Final = 80  # characters
_REMEMBERED: Final = 4  # mentions of one word, so that a long text stays linear


@functools.lru_cache(maxsize=2)
def transpositions(passage: Passage) -> tuple[Relation, ...]:
    """Pairs of figures of one unit, word and period that are the same but for two digits."""
    told: dict[tuple[str, str], dict[str, deque[tuple[str, Mention]]]] = defaultdict(_by_word)
    found: list[Relation] = []
    counted = [(_digits(mention), mention) for mention in passage.mentions if _counts(mention)]
    mixed = _mixed(counted)
    units = {unit for unit, _ in mixed}
    for digits, mention in counted:
        words = _words(passage, mention) if mention.unit in units else []
        if not words:
            continue
        known = told[mention.unit, passage.period_of(mention)]
        if (mention.unit, digits) in mixed:
            alike = (_alike(known[word], digits, mention) for word in words)
            other = next((m for m in alike if m is not None and _apart(passage, m, mention)), None)
            found += [] if other is None else [told_twice(other, mention)]
        for word in words:
            known[word].append((digits, mention))
    return tuple(found)


def _digits(mention: Mention) -> str:
    return "".join(sorted(str(mention.value).translate(_NO_DIGIT)))


def _mixed(counted: Iterable[tuple[str, Mention]]) -> set[tuple[str, str]]:
    """The unit and the digits of figures that have the same in another order."""
    values: dict[tuple[str, str], Decimal] = {}
    found = set()
    for digits, mention in counted:
        if values.setdefault((mention.unit, digits), mention.value) != mention.value:
            found.add((mention.unit, digits))
    return found


def _by_word() -> dict[str, deque[tuple[str, Mention]]]:
    return defaultdict(_few)


def _few() -> deque[tuple[str, Mention]]:
    return deque(maxlen=_REMEMBERED)


def _alike(known: Iterable[tuple[str, Mention]], digits: str, mention: Mention) -> Mention | None:
    """The first with the same digits in another order: few figures have them."""
    for told, other in known:
        if told == digits and transposed(other, mention):
            return other
    return None


def _apart(passage: Passage, first: Mention, second: Mention) -> bool:
    """Whether the second is told anew: in another sentence, and not as a part of something."""
    if two_bearers(passage.clause(first), passage.clause(second)):
        return False
    told = passage.plain[max(first.end, second.start - _REACH) : second.start]
    _, stop, own = told.rpartition("。")
    return bool(stop) and "其中" not in own


def _counts(mention: Mention) -> bool:
    if mention.unit == "%" or not mention.exact or len(mention.text) < _FEWEST_DIGITS:
        return False
    return sum(map(str.isdecimal, mention.text)) >= _FEWEST_DIGITS


def _words(passage: Passage, mention: Mention) -> list[str]:
    """Each two characters just before and after the figure, in order; none of a comparison."""
    clause = passage.clause(mention)
    if _COMPARED.search(clause):
        return []
    clause = clause[-8:]
    after = _STOP.split(passage.after(mention, 4))[0]
    words = {said[n : n + 2] for said in (clause, after) for n in range(len(said) - 1)}
    return sorted(words - _COMMON)
