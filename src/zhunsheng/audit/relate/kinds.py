"""Three and more kinds that leave nothing out between them: 企业, 个体工商户 and 合作社."""

import functools
import re
from collections.abc import Sequence
from typing import Final

from zhunsheng.audit.relate.cues import asked
from zhunsheng.audit.relate.items import Item

#: Who names all the kinds of a set has divided all there is.
_SETS: Final = (
    ("企业", "个体", "合作社"),
    ("第一产业|一产", "第二产业|二产", "第三产业|三产"),
    ("基层法院", "中级法院|中院", "高级法院|高院"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("新制定|制定", "修改|修订", "废止"),
    ("优秀", "合格", "不合格"),
    ("优秀", "良好", "合格"),
    ("满意", "基本满意", "不满意"),
    ("上升", "持平", "下降"),
    ("同意|赞成", "反对", "弃权"),
    ("0-14岁|0—14岁|0至14岁", "15-59岁|15—59岁|15至59岁", "60岁"),
    ("0-14岁|0—14岁|0至14岁", "15-64岁|15—64岁|15至64岁", "65岁"),
)
_ANY: Final = re.compile("|".join(words for kinds in _SETS for words in kinds))
_FEWEST: Final = 3  # kinds of a set
_is_above: Final = asked("超过|以上|大于|高于|多于", holds="过上于")
_is_below: Final = asked("以下|以内|少于|小于|低于|不足|不到|不满", holds="下内于不")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


def _compiled(kinds: Sequence[str]) -> re.Pattern[str]:
    """One group for each kind; the longer word first, so that 不合格 is not taken for 合格."""
    told = sorted(enumerate(kinds), key=lambda kind: -max(map(len, kind[1].split("|"))))
    return re.compile("|".join(f"(?P<k{at}>{words})" for at, words in told))


_PATTERNS: Final = tuple((len(kinds), _compiled(kinds)) for kinds in _SETS)


def whole(labels: Sequence[str]) -> bool:
    """Whether each label is of another kind of one set, and none of the set is missing."""
    if len(labels) < _FEWEST or not all(map(_kinds, labels)):
        return False
    told = list(map(_kinds, labels))
    return any(
        count == len(labels) == len({kinds[at] for kinds in told} - {""})
        for at, (count, _) in enumerate(_PATTERNS)
    )


def heads(items: Sequence[Item]) -> tuple[Item, ...]:
    """The first figure of each kind of a set all of which are told; empty where none is."""
    named = [(item, kinds) for item in items if (kinds := _kinds(item.label))]
    if len(named) < _FEWEST:
        return ()
    for at, (count, _) in enumerate(_PATTERNS):
        found: dict[str, Item] = {}
        for item, kinds in named:
            found.setdefault(kinds[at], item)
        found.pop("", None)
        if len(found) == count:
            return tuple(found.values())
    return ()


@functools.lru_cache(maxsize=4096)
def _kinds(label: str) -> tuple[str, ...]:
    """Of which kind of each set a label is; empty where it is of none of any."""
    if _ANY.search(label) is None:
        return ()
    return tuple(
        (match.lastgroup or "") if (match := pattern.search(label)) else ""
        for _, pattern in _PATTERNS
    )


def bands(labels: Sequence[str]) -> bool:
    """Whether the labels are bands one above the other: 超过2万的, 1万至2万的, 少于1万的."""
    above = [label for label in labels if _is_above(label)]
    if len(above) != 1:
        return False
    below = [label for label in labels if _is_below(label)]
    if len(below) != 1 or above == below:
        return False
    named = [_NUMBER.findall(label) for label in labels]
    between = len(labels) - 2
    if sum(len(numbers) == 2 for numbers in named) != between:
        return False
    return len({number for numbers in named for number in numbers}) == between + 1
