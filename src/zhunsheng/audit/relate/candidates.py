"""Every total with the lists that may divide it, in its sentence or another."""

from collections.abc import Iterator

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.apart import next_sentence, shared_lists
from zhunsheng.audit.relate.columns import columns, columns_before
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.lists import Candidate, following
from zhunsheng.audit.relate.trailing import before_total, joined_total, joins

_BACK = 12  # earlier figures that are remembered


def candidates(passage: Passage) -> Iterator[Candidate]:
    """The candidates in the order in which they are weighed."""
    earlier: list[Item] = []
    previous: tuple[Item, ...] = ()
    for items in items_by_sentence(passage):
        for place, total in enumerate(items):
            yield from following(passage, items, place)
            yield from before_total(passage, items, place)
            if joins(total):
                yield from joined_total([*earlier, *items[max(0, place - _BACK) : place]], total)
        yield from columns(earlier, items)
        yield from columns_before(previous, items)
        yield from next_sentence(passage, earlier, items)
        earlier = [*earlier, *items][-_BACK:]
        previous = items
    yield from shared_lists([item for items in items_by_sentence(passage) for item in items])
