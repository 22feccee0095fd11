"""What the labels and shares of a list say: that nothing is left out."""

import functools
import re
from decimal import Decimal
from typing import Final

from zhunsheng.audit.relate.arithmetic import percent_half
from zhunsheng.audit.relate.items import Item

RESIDUAL: Final = re.compile(r"^(?:其他|其它|其余|综合|另外)")  # others, the rest
# 年初 at the year's beginning, 结转 carried over, 旧存 left from before
_STOCK: Final = re.compile(r"年初|年末|期初|期末|年底|上年|结转|旧存|结存|尚有")
#: Two labels that leave nothing out; the second may be the first with 不 or 未 before it.
_PAIRS: Final = tuple(
    (re.compile(a), re.compile(b))
    for a, b in (
        (r"主办", r"协办|会办|分办"),
        (r"立案", r"不予立案|未立案"),
        (r"合格", r"不合格"),
        (r"(?:办结|办毕|处理完毕|已办理|审结)", r"在办|正在|尚在|办理中|未结|未办结"),
        (r"男", r"女"),
        (r"城镇", r"乡村|农村"),
        (r"汉族", r"少数民族"),
        (r"采纳", r"未采纳"),
        (r"保留|有效", r"废止"),
        (r"财政拨款", r"结转|结余"),
        (r"基本支出", r"项目支出"),
        (r"商品|货物", r"服务"),
        (r"出口", r"进口"),
        (r"家庭户", r"集体户"),
        (r"会议期间|大会期间", r"闭会期间"),
        (r"当场|直接", r"转办|交办|转派"),
        (r"上半年", r"下半年"),
        (r"国内|境内", r"国外|国际|境外|入境"),
        (r"中央", r"地方"),
        (r"专职", r"兼职"),
        (r"新建", r"改建|续建|扩建"),
        (r"正式|在编", r"聘用|编外"),
        (r"一般|普通", r"重大|特殊"),
        (r"属实", r"不属实"),
        (r"成功", r"不成功|失败|未成功"),
        (r"满意", r"不满意"),
        (r"已整改|整改完成", r"正在整改|未整改|整改中"),
        (r"按期|按时", r"延期|超期|逾期"),
        (r"予以公开", r"不予公开"),
        (r"个人|委员", r"集体|团体"),
        (r"线上", r"线下"),
        (r"网站", r"微信|微博|新媒体"),
        (r"已?(?:解决|基本解决)", r"正在解决|列入"),
    )
)


def paired(labels: list[str]) -> bool:
    """Whether two of the labels leave nothing out between them."""
    one = other = 0
    for label in labels:
        first, second = _sides(label)
        one |= first & ~second
        other |= second
    return bool(one & other)


@functools.lru_cache(maxsize=4096)
def _sides(label: str) -> tuple[int, int]:
    """Of which pairs the label may be the first, and of which the second, a bit for each."""
    return (
        sum(1 << n for n, (a, _) in enumerate(_PAIRS) if a.search(label)),
        sum(1 << n for n, (_, b) in enumerate(_PAIRS) if b.search(label)),
    )


def flows(labels: list[str]) -> bool:
    """Whether the figures are a stock and what came and went: they add up with signs."""
    return any(_STOCK.search(label) for label in labels)


def parallel(labels: list[str]) -> bool:
    """Labels of one build: three or more ending alike, or two by two characters."""
    if not all(labels) or any(label.endswith("的") for label in labels):
        return False  # 按期答复的9件、沟通的9件 are properties, and may overlap
    ends = {label[-1] for label in labels if not RESIDUAL.search(label)}
    pairs = {label[-2:] for label in labels}
    return (len(labels) > 2 and len(ends) == 1) or len(pairs) == 1


def shares_are_whole(parts: tuple[Item, ...]) -> bool:
    """Whether every part prints its share and the shares make a hundred."""
    percents = [part.percent for part in parts if part.percent is not None]
    if len(percents) < len(parts):
        return False
    printed = sum((p.value for p in percents), Decimal(0))
    return abs(printed - 100) <= sum((percent_half(p) for p in percents), Decimal("0.05"))
