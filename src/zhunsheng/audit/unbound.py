"""Numbers of a report that no figure stands behind."""

from collections.abc import Sequence

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.mentions import extract


def unbound(text: str, *, bound: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
    """Quantities outside every bound span; dates, document numbers and names are none."""
    spans = sorted(bound)
    found, at = [], 0
    for mention in extract(text):
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        if at == len(spans) or spans[at][0] >= mention.end:
            found.append(mention)
    return tuple(found)
