"""Three and more kinds that leave nothing out between them: 企业, 个体工商户 and 合作社."""

import functools
import re
from collections.abc import Sequence
from typing import Final

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


def _compiled(kinds: Sequence[str]) -> re.Pattern[str]:
    """One group for each kind; the longer word first, so that 不合格 is not taken for 合格."""
    told = sorted(enumerate(kinds), key=lambda kind: -max(map(len, kind[1].split("|"))))
    return re.compile("|".join(f"(?P<k{at}>{words})" for at, words in told))


_PATTERNS: Final = tuple((len(kinds), _compiled(kinds)) for kinds in _SETS)


def whole(labels: Sequence[str]) -> bool:
    """Whether each label is of another kind of one set, and none of the set is missing."""
    return any(
        count == len(labels) == len({_kind(pattern, label) for label in labels} - {""})
        for count, pattern in _PATTERNS
    )


def heads(items: Sequence[Item]) -> tuple[Item, ...]:
    """The first figure of each kind of a set all of which are told; empty where none is."""
    for count, pattern in _PATTERNS:
        found: dict[str, Item] = {}
        for item in items:
            found.setdefault(_kind(pattern, item.label), item)
        found.pop("", None)
        if len(found) == count:
            return tuple(found.values())
    return ()


@functools.lru_cache(maxsize=4096)
def _kind(pattern: re.Pattern[str], label: str) -> str:
    match = pattern.search(label)
    return (match.lastgroup or "") if match else ""
