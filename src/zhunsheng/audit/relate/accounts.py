"""Totals of accounts: 收入完成a亿元、下降p%，上年结转b亿元，调入资金c亿元，总收入N亿元."""

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.relate.cues import asked, changed
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.lists import Candidate, alike

_is_whole: Final = asked(
    r"(?:总(?:收入|支出)|(?:收入|支出)总[计量])[为达共]{0,2}$", ends="入出计量为达共"
)
#: What an account of a year is made of: revenue, grants, what was carried over, moved or borrowed.
_ENTRY: Final = re.compile(
    "收入|支出|补助|结[转余]|调[入出]|上解|债[券务]|还本|转[移贷]|调节基金|预备费"
)
_FEWEST: Final = 2
_BACK: Final = 24  # figures


def closes_account(candidate: Candidate) -> bool:
    """Whether the total is that of an account: what was carried over is one of its entries."""
    return candidate.trailing and _is_whole(candidate.total.label)


def account_total(items: tuple[Item, ...], place: int) -> Iterator[Candidate]:
    """The entries before a total of an account in its clause, the changes told with them left out.

    Not every entry need be told (加上补助等), so that only a slip makes the total wrong.
    """
    total = items[place]
    if place < _FEWEST or not _is_whole(total.label) or not total.mention.exact:
        return
    parts: list[Item] = []
    following = total
    for item in reversed(items[max(0, place - _BACK) : place]):
        if "；" in following.words or _is_whole(item.label):
            break
        following = item
        if item.mention.unit == "%" or changed(item.label):
            continue
        entry = alike(total.mention, item.mention) and item.mention.exact
        if not entry or item.depth != total.depth or not _ENTRY.search(item.label):
            return
        parts.insert(0, item)
    if len(parts) >= _FEWEST and not any("其中" in part.words for part in parts):
        yield Candidate(total, tuple(parts), "", trailing=True, unsure=True)
