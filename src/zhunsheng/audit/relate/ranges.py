"""A part that is larger than its whole: N件。其中X M件 with M above N."""

import re
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.items import Item, items_by_sentence

_OF_WHICH: Final = re.compile(r"其中[：:，]?[^，。；、：:\d]{1,16}$")

_AMONG: Final = re.compile(r"[^，。；]{0,8}[中里][，,]")
_DONE: Final = re.compile(
    r"(?:其中)?(?P<name>[\u4e00-\u9fff]{3,10})(?:已|均已|已经)(?:完成)?"
    r"(?:整改|办结|答复|销号|处理|审结|完成|办理|处置|化解|回复|拆除|修复)(?:到位|完毕|完成)?"
)
_NOUN: Final = re.compile("[\u4e00-\u9fff]{1,2}")
_LEAD: Final = re.compile("^(?:其中|共?(?:发现|排查出?|查出|收到|受理))")
_FIRST: Final = 8  # figures of a sentence that may be 其中
_LAST: Final = 12  # figures of the sentences before that may be its whole


def ranges(passage: Passage) -> tuple[Relation, ...]:
    """Broken relations only: a part within its whole proves nothing worth listing."""
    before: tuple[Item, ...] = ()
    found = []
    for items in items_by_sentence(passage):
        found += _done_of_named((*before, *items), len(before))
        for at, item in enumerate(items):
            of_which = at < _FIRST and "其中" in item.words and _OF_WHICH.search(item.words)
            if of_which and not _anew(passage, item):
                # 46件(次)，其中电话45个: a figure before it of another unit is its whole.
                whole = _largest(items[:at] or _of_a_kind(passage, before, item), item)
                if whole is not None and whole.value < item.mention.value:
                    found.append(_relation(whole, item.mention))
        before = (*before, *items)[-_LAST:]
    return tuple(found)


def _done_of_named(items: tuple[Item, ...], start: int) -> list[Relation]:
    """火灾隐患683条…火灾隐患已整改669条: what is done of a thing is no more than there is of it."""
    found = []
    for at in range(start, len(items)):
        part = items[at]
        done = _DONE.fullmatch(part.label) if "已" in part.label else None
        if done is None or not part.mention.exact:
            continue
        for whole in reversed(items[max(0, at - _LAST) : at]):
            if (
                whole.mention.unit == part.mention.unit
                and _LEAD.sub("", whole.label) == done["name"]
            ):
                if whole.mention.exact and part.mention.value > whole.mention.value:
                    found.append(_relation(whole.mention, part.mention))
                break
    return found


def _of_a_kind(passage: Passage, before: tuple[Item, ...], part: Item) -> tuple[Item, ...]:
    """Of earlier sentences, those that may count the same: 28个省 is no whole of 100个城市."""
    noun = _noun(passage, part)
    if not noun:
        return before
    return tuple(item for item in before if _noun(passage, item) in ("", noun))


def _noun(passage: Passage, item: Item) -> str:
    """The two characters that name what is counted, where they follow the figure at once."""
    found = _NOUN.match(passage.after(item.mention))
    return found[0] if found else ""


def _anew(passage: Passage, item: Item) -> bool:
    """其中，本局完成的46批次抽检中，…: a whole of its own begins."""
    return _AMONG.match(passage.after(item.mention)) is not None


def _largest(earlier: tuple[Item, ...], part: Item) -> Mention | None:
    """The largest figure of the part's unit before it: the whole is one of them."""
    told = [i for i in earlier if i.mention.unit == part.mention.unit]
    if any("均" in item.label for item in (part, *told)):
        return None  # 人均收入N元，其中城镇居民M元: an average is no whole
    same = [i.mention for i in told]
    if not part.mention.exact or not part.mention.unit or not all(m.exact for m in same):
        return None
    return max(same, key=lambda m: m.value, default=None)


def _relation(whole: Mention, part: Mention) -> Relation:
    arithmetic = f"{number(part.value)} > {number(whole.value)}"
    return Relation("range", part, (whole,), False, arithmetic)
