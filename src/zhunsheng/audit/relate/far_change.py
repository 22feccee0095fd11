"""A change told after other figures: N件，其中a件、b件，较上年的O件增长p%."""

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import old_and_new, step_between
from zhunsheng.audit.relate.moved import change_of, grown

_OLD: Final = re.compile(r"[，,（(](?:较|比|与|同)(?:上年|去年|上一年|20\d\d ?年)[^，。；\d]{0,8}$")
_BACK: Final = 16  # figures of the sentence
_FARTHEST: Final = 160  # characters


def far_changes(passage: Passage) -> tuple[Relation, ...]:
    """Such changes that fit a figure of the sentence, and those a slip keeps from its first."""
    found = []
    for place in [at - 1 for at in passage.percents if at]:
        old, percent = passage.mentions[place : place + 2]
        if old.unit == "%" or not (old.exact and percent.exact):
            continue
        step = step_between(passage, old, percent)
        if step is None or not place or not _OLD.search(passage.before(old)):
            continue
        before = list(_of_sentence(passage, place))
        if not before or old_and_new(passage, passage.mentions[place - 1], old) is None:
            continue
        told = [change_of("growth", percent, (new, old), grown, down=step.down) for new in before]
        relation = next((r for r in told if r and r.holds), told[0])
        found += [] if relation is None or len(before) == 1 else [relation]
    return tuple(found)


def _of_sentence(passage: Passage, place: int) -> Iterator[Mention]:
    """The exact figures in the old one's unit before it in its sentence, the first one first."""
    old = passage.mentions[place]
    for mention in passage.mentions[max(0, place - _BACK) : place]:
        between = passage.between(mention, old)
        if len(between) > _FARTHEST or "。" in between or "；" in between:
            continue
        if mention.unit == old.unit and mention.exact:
            yield mention
