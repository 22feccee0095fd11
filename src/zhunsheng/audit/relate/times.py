"""A rise told in multiples: 由200增至600 is a rise of 2 times, not of 3."""

import re
from typing import Final

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number, percent_half
from zhunsheng.audit.relate.changes import old_and_new

_RISEN: Final = re.compile(r"^[，,][^，。；\d]{0,4}(?:增长|增加|提高|提升|扩大)了?(?:近|约)?$")


def multiples(passage: Passage) -> tuple[Relation, ...]:
    """Rises that fit, and those that tell how many times as much it became."""
    found = []
    ms = passage.mentions
    for place in [at - 2 for at, m in enumerate(ms) if at > 1 and m.unit == "倍"]:
        first, second, times = ms[place : place + 3]
        if not (first.exact and second.exact and times.exact):
            continue
        pair = old_and_new(passage, first, second)
        if pair is None or not pair[1].value or not _RISEN.match(passage.between(second, times)):
            continue
        new, old = pair
        half = percent_half(times)
        ratio = new.value / old.value
        holds = abs(ratio - 1 - times.value) <= half
        if holds or abs(ratio - times.value) <= half:
            shown = f"({number(new.value)} − {number(old.value)}) ÷ {number(old.value)}"
            arithmetic = f"{times.text} {'=' if holds else '≠'} {shown}"
            found.append(Relation("growth", times, (new, old), holds, arithmetic))
    return tuple(found)
