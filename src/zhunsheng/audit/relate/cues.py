"""What the words before a figure say of it: asked by many relations, answered once."""

import functools
import re
from collections.abc import Callable
from typing import Final

_REMEMBERED: Final = 4096  # words; what is asked again is asked soon

#: By how much something changed.
CHANGE: Final = r"(?:减少|增加|增长|下降|上升|提高|净增|多|少|[增减][收支])了?$"
# 其中 of which, 包括 including, 归类 sorted, 按…分 divided by, 从…看 seen by
_FRESH: Final = r"其中|包括|归类|分类|按[^，。]{1,12}|从[^，。]{1,12}看|[中里][，,：]"
_DIVIDED: Final = (
    r"按[^，。；\d]{1,12}(?:分|看|划分|统计)?[，,：:]"
    r"|从[^，。；\d]{1,12}看|归类后?[，,：:]|(?:构成|分类)[：:]"
)
#: A new whole, a comparison or a target begins: what follows is no part of the list.
_OTHER: Final = (
    r"同比|环比|增长|下降|上升|减少|增加(?!值)|提高|平均|人均|日均|月均|比上年|较上年|目标|以来|共计|合计|总计|总数|总收入|总支出"
    r"|年度计划|全年计划|年初计划|原计划|计划(?<=^计划)"
)
#: 日均 a day's average is no whole.
_NO_WHOLE: Final = (
    r"均|每[日天月户人]|同期|^(?:其中)?(?:其他|其它|其余)|(?:其他|其它|其余)[一-鿿]{0,2}$"
)


def asked(pattern: str, *, holds: str = "", ends: str = "") -> Callable[[str], bool]:
    """Whether words hold the pattern, remembered for those asked about last.

    `holds` are characters one of which stands in whatever matches, `ends` those one of which
    ends it: words without one are not searched.
    """
    search = re.compile(pattern).search
    without, last = frozenset(holds).isdisjoint, frozenset((*ends, "\n"))

    @functools.lru_cache(maxsize=_REMEMBERED)
    def found(words: str) -> bool:
        if (holds and without(words)) or (ends and words[-1:] not in last):
            return False
        return search(words) is not None

    return found


changed: Final = asked(CHANGE, ends="少加长降升高增多收支了")
opens_list: Final = asked(_FRESH, holds="其包归分按从中里")
divides: Final = asked(_DIVIDED, holds="按从归构分")
begins_anew: Final = asked(_OTHER, holds="同环增下上减提平人日月比较目以共合总年原计")
is_no_whole: Final = asked(_NO_WHOLE, holds="均每同其")
