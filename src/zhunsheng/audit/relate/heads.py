"""Parts told in a sentence or clause each, with more told of each: 审结N件。民事a件，…；…"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from zhunsheng.audit.relate.arithmetic import adds_up
from zhunsheng.audit.relate.cues import begins_anew, changed, is_no_whole
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.kinds import heads
from zhunsheng.audit.relate.lists import Candidate, alike

_FEWEST: Final = 3  # parts that add up
_SURE: Final = 4  # parts named like the total, which need not
_MOST: Final = 16  # parts
_END: Final = 2  # characters that end the names of like things

Sentences = Sequence[tuple[Item, ...]]


def headed(sentences: Sentences) -> Iterator[Candidate]:
    """The totals of a paragraph with the first figures of its later sentences, or clauses."""
    clauses = [clause for items in sentences for clause in _clauses(items)]
    if len(clauses) <= _FEWEST:
        return
    for told in (sentences, clauses):
        for at, items in enumerate(told[:-_FEWEST]):
            for place, total in enumerate(items):
                yield from _divided(total, _heads(total, told[at + 1 :]), first=place == 0)


def _clauses(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    start = 0
    for at, item in enumerate(items):
        if at and "；" in item.words:
            yield items[start:at]
            start = at
    yield items[start:]


def _heads(total: Item, told: Sentences) -> tuple[Item, ...]:
    """The first figure of each, until one is of something else; what only changed is passed."""
    found: list[Item] = []
    for items in told:
        head = items[0]
        if changed(head.label):
            continue
        if not found and not alike(total.mention, head.mention):
            continue  # 分别交由N个单位办理: told between the total and its parts
        if not head.mention.exact or not alike(total.mention, head.mention) or head.depth:
            break
        if begins_anew(head.label) or len(found) == _MOST:
            break
        found.append(head)
    return tuple(found)


def _divided(total: Item, parts: tuple[Item, ...], *, first: bool) -> Iterator[Candidate]:
    if not total.mention.exact or total.depth or is_no_whole(total.label):
        return
    alike_told = tuple(takewhile(lambda part: _ends_alike(total, part), parts))
    for told in (parts, alike_told):
        if len(told) >= _FEWEST and adds_up(total.mention, told):
            yield Candidate(total, told, "", apart=True, named=True)
            return
    sets = heads(parts)  # 第一产业a元。第二产业b元。第三产业c元: all there are
    sure = len(alike_told) >= _SURE
    if first and (sets or sure or _outcomes(parts)):
        told = sets or (alike_told if sure else parts)
        yield Candidate(total, told, "", apart=True, named=True, unsure=True)


def _outcomes(parts: tuple[Item, ...]) -> bool:
    """已解决的a件，…；待以后解决的b件；留作参考的c件: what became of all of them."""
    apart = all("；" in item.words for item in parts[1:])
    told = all(item.label.endswith(("的", "的有")) for item in parts)
    return len(parts) >= _FEWEST and apart and told


def _ends_alike(total: Item, part: Item) -> bool:
    """Whether the names end alike: 受理案件N件, 刑事案件a件; 尚未结案N件, 刑事未结案件a件."""
    one, other = total.label[-2 * _END :], part.label[-2 * _END :]
    shared = any(one[n : n + _END] in other for n in range(len(one) - 1))
    return shared and len(part.label) > _END
