"""A difference with a name of its own: 收入 less 支出 is 结余, 预算 less 成交 is 节约."""

import re
from collections.abc import Sequence
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.cues import asked
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.moved import apart, change_of

#: From what, less what, what is left, and words that make it something else.
_NAMED: Final = tuple(
    tuple(map(re.compile, words))
    for words in (
        ("收入", "支出", "(?:当[期年]|本[期年]|收支)(?:结余|盈余|节余)"),
        ("出生", "死亡", "自然(?:增加|增长|减少)"),
        ("迁入", "迁出", "净迁[入出]"),
        ("预算|控制价|限价", "采购金额|采购额|成交|中标", "节约|节省|节支"),
        ("预算", "支出", "^(?:资金|经费|预算|尚)?[结节]余(?:资金|经费)?$"),
        ("送审", "审定|核定", "审减|核减"),
        ("出口", "进口", "^(?:实现|货物|进出口|外贸|对外)*(?:贸易)?[顺逆]差"),
        ("资产", "负债", "净资产"),
        ("应[收缴征]", "实[收缴征]", "欠[缴费税款]|未[收缴征]"),
    )
)
#: Words by which a text may hold such a difference at all.
WORDS: Final = ("余", "自然", "净", "节", "减", "差", "欠", "未")
_may_be_left: Final = asked("余|自然|净|节|减|差|欠|未")
_BACK: Final = 6  # figures before
_NO_MEASURE: Final = re.compile("同比|增长|下降|[提降]高|率|比")


def balances(passage: Passage) -> tuple[Relation, ...]:
    """Such differences that hold, and those that one slip keeps from holding."""
    found = []
    for items in items_by_sentence(passage):
        for at in range(2, len(items)):
            if _may_be_left(items[at].label):
                relation = _left(items[max(0, at - _BACK) : at], items[at])
                found += [] if relation is None else [relation]
    return tuple(found)


def _left(before: Sequence[Item], left: Item) -> Relation | None:
    for whole, less, result in _NAMED:
        if not left.mention.exact or not result.search(left.label):
            continue
        minuend, subtrahend = _latest(before, whole, left), _latest(before, less, left)
        if minuend is not None and subtrahend is not None and minuend is not subtrahend:
            return change_of("difference", left.mention, (minuend, subtrahend), apart)
    return None


def _latest(before: Sequence[Item], name: re.Pattern[str], left: Item) -> Mention | None:
    """The latest figure of that name, at the same depth and in the same unit; None if unsure."""
    for item in reversed(before):
        if name.search(item.label) and not _NO_MEASURE.search(item.label):
            fits = item.mention.exact and item.depth == left.depth
            return item.mention if fits and item.mention.unit == left.mention.unit else None
    return None
