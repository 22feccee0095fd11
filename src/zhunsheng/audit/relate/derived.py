"""A figure with its change told both ways, the old figure left out: N，同比增加D，增长p%."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import may_change, old_and_new, step_between
from zhunsheng.audit.relate.cues import changed
from zhunsheng.audit.relate.moved import change_of, fell, rose

_OLD: Final = re.compile(r"(?:与|比|较)[^。；，]{0,24}$")
_BARE_VERB: Final = re.compile("[，,、和]?(?:净?增加|减少|增长|下降|上升|多|少)了?")
#: 完成N，为年初预算p%，比上年同期增加D: what stands between the figure and its change.
_BUDGET: Final = re.compile(r"^[，,](?:完成|为|占)[^，。；\d]{0,12}$")


class _Told(NamedTuple):
    """A change, its paragraph, and whether the words say that it is one from the year before."""

    relation: Relation
    line: int
    sure: bool


def derived_changes(passage: Passage) -> tuple[Relation, ...]:
    """Such changes that fit; those that a slip keeps from fitting where the words are sure.

    Without 同比 they are sure beside one that fits: the paragraph tells all of them alike.
    """
    told = list(_all(passage))
    fitting = {change.line for change in told if change.relation.holds}
    return tuple(
        change.relation
        for change in told
        if change.relation.holds or change.sure or change.line in fitting
    )


def _all(passage: Passage) -> Iterator[_Told]:
    ms, may = passage.mentions, may_change(passage)
    for place in range(len(ms) - 2):
        if not may[place + 1]:
            continue
        new, second, third = ms[place : place + 3]
        if second.unit == "%" and _BUDGET.match(passage.between(new, second)):
            rest = ms[place + 2 : place + 4]
            if len(rest) > 1:
                yield from _told(passage, new, second, *rest)
        elif step_between(passage, new, second) is None:
            continue
        elif not (place and old_and_new(passage, ms[place - 1], new)):
            yield from _told(passage, new, new, second, third)


def _told(
    passage: Passage, new: Mention, before: Mention, second: Mention, third: Mention
) -> Iterator[_Told]:
    """The change of `new` told by the two figures, the first of which follows `before`."""
    if not (new.exact and second.exact and third.exact):
        return
    one = step_between(passage, before, second)
    other = None if one is None else step_between(passage, second, third)
    if one is None or other is None or one.down != other.down:
        return
    amount, percent = (third, second) if second.unit == "%" else (second, third)
    if not amount.unit == new.unit != "%" or percent.unit != "%":
        return
    # 与去年的O相比，增加D: the figure before is the old one, the new one stands elsewhere.
    if _OLD.search(passage.before(new)) or "相比" in passage.between(new, second):
        return
    relation = change_of("growth", percent, (new, amount), fell if one.down else rose)
    if relation is not None:
        sure = one.compared or other.compared or _plainly(passage, new, second, third)
        yield _Told(relation, passage.line(new), sure)


def _plainly(passage: Passage, new: Mention, percent: Mention, amount: Mention) -> bool:
    """N，下降p%，减少D: without 同比 nothing but the verb may stand between the two."""
    if percent.unit != "%" or changed(passage.clause(new)):
        return False
    return _BARE_VERB.fullmatch(passage.between(percent, amount)) is not None
