"""Numbers of a report that no figure stands behind."""

from collections.abc import Sequence

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.flow import flow_of
from zhunsheng.audit.parse.mentions import mentions


def unbound(text: str, *, bound: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
    """Numbers outside every bound span; dates, document numbers, ordinals and names are none.

    `bound` are half-open offsets into the text; a span that touches a number binds it. What may
    be a quantity or not (连续3年) is listed: here a number too many is safer than one too few.
    """
    flow = flow_of(text)
    spans = sorted(bound)
    found, at = [], 0
    for mention in (flow.mention(m) for m in mentions(flow.text, every=True)):
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        if at == len(spans) or spans[at][0] >= mention.end:
            found.append(mention)
    return tuple(found)
