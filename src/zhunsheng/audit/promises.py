"""Last year's arrangements and shortcomings, and whether this year's text speaks of them."""

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.check import Outcome, found
from zhunsheng.audit.measures import passage_of
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections
from zhunsheng.audit.remedies import Item, grams, stated

_SHOWN: Final = 40  # characters of an item that are shown
_SPOKEN_OF: Final = 0.4  # share of an item's pairs of characters that the text must have
_FEWEST: Final = 4  # pairs of an item that says something of its own


def forgotten(passage: Passage, *, problems: bool) -> Iterator[Item]:
    """Last year's items (arrangements, or shortcomings) that this year's account passes over."""
    previous = passage.handed.previous
    if previous is None:
        return
    behind = [s for s in sections(passage.text) if not s.ahead]
    told = grams("\n".join(s.body for s in behind) if behind else passage.text)
    for item in stated(passage_of(previous))[0 if problems else 1]:
        wanted = grams(re.split(r"[。；]", item.text)[0])
        if len(wanted) >= _FEWEST and len(wanted & told) < _SPOKEN_OF * len(wanted):
            yield item


def unspoken(passage: Passage, code: str, *, problems: bool, zh: str, en: str) -> Outcome:
    """A finding for each item passed over, with its first words."""
    told = [item.text[:_SHOWN].strip() for item in forgotten(passage, problems=problems)]
    return Outcome(
        tuple(found(code, f"{zh}：{text}", f"{en}: {text}", kind="promise") for text in told)
    )
