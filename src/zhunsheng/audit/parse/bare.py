"""Numbers printed without a unit: which are quantities (失效6, 总计3), which are only signs."""

import re
from typing import Final

_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
# What may stand after an elided unit: a stop, or a verb of change.
_AFTER: Final = re.compile(
    r" {0,2}(?:[，。；、）)」,;\t\n(（]|$|下降|上升|增[长加至]|减少|降[低至为]|提[高升]|和|及"
    r"|以[上下]|左右)"
)
# What names a thing, not a count: attachment, table, figure, number, telephone, base of an index.
_NAMING: Final = re.compile(
    r"(?:附件|附表|[图表]|编号|邮编|电话|热线|传真|号码|代码|房间?|版本?|以[^，。]{1,6}为"
    r"|[A-Za-z+·/“”\"《\-－—.]|\d[：:])"
    r" {0,2}$"
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff：:、，,（( \t]$")


def is_bare_quantity(plain: str, match: re.Match[str]) -> bool:
    """Whether a number without unit or scale counts something."""
    first = match.start("number")
    before = plain[max(0, first - 10) : first]
    if _NAMING.search(before):
        return False
    if _GROUPED.fullmatch(match["number"]):
        return True
    end = match.start() + len(match.group().rstrip())
    if not before or not _CHINESE.search(before) or not _AFTER.match(plain, end):
        return False
    # （1） is the number of an item; 总计（3） does not occur.
    return not (before[-1] in "（(" and plain[end : end + 1] in "）)")
