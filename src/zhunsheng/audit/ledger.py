"""Where a text speaks of a value of the ledgers."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.handed import LedgerFact
from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage

_BETWEEN: Final = re.compile(r"(?:共计?|总计|累计|合计|已|约|达到?|为|有|近|超过|：|:| ){0,4}")


def spoken_of(passage: Passage, fact: LedgerFact) -> Iterator[Mention]:
    """The figures in the fact's unit that follow one of its words, filler between aside."""
    starts = [mention.start for mention in passage.mentions]
    seen: set[int] = set()
    for word in fact.words:
        for match in re.finditer(re.escape(word), passage.plain):
            at = bisect_left(starts, match.end())
            if at == len(starts) or starts[at] in seen:
                continue
            mention = passage.mentions[at]
            between = passage.plain[match.end() : mention.start]
            if mention.unit == fact.unit and _BETWEEN.fullmatch(between):
                seen.add(mention.start)
                yield mention
