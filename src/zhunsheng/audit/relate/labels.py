"""What the labels and shares of a list say: that nothing is left out."""

import functools
import re
from collections import defaultdict
from decimal import Decimal
from typing import Final

from zhunsheng.audit.relate.arithmetic import percent_half
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.kinds import bands, whole

RESIDUAL: Final = ("其他", "其它", "其余", "综合", "另外")  # others, the rest
OTHERS: Final = re.compile(r"[一-鿿]{2}(?:其他|其它)[一-鿿]{1,4}$")  # 公共服务等其他事项
# 年初 at the year's beginning, 结转 carried over, 旧存 left from before
_STOCK: Final = re.compile(r"年初|年末|期初|期末|年底|上年|结转|旧存|结存|尚有")
_AS_OF: Final = re.compile(r"截[至止][^，。|]{0,8}?[底末]|\d{4}年[底末]")  # a day, no stock
_CAME: Final = re.compile(r"新制定|新出台|新增|新登记")
_WENT: Final = re.compile(r"废止|失效|注销|撤销")
#: Two labels that leave nothing out; the second may be the first with 不 or 未 before it.
_PAIRS: Final = (
    ("主办", "协办|会办|分办"),
    ("立案", "不予立案|未立案"),
    ("合格", "不合格"),
    ("办结|办毕|处理完毕|已办理|审结", "在办|正在|尚在|办理中|未结|未办结"),
    ("男", "女"),
    ("城镇", "乡村|农村"),
    ("汉族", "少数民族"),
    ("采纳", "未采纳"),
    ("保留|有效", "废止"),
    ("财政拨款", "结转|结余"),
    ("基本支出", "项目支出"),
    ("商品|货物", "服务"),
    ("出口", "进口"),
    ("家庭户", "集体户"),
    ("会议期间|大会期间", "闭会期间"),
    ("当场|直接", "转办|交办|转派|交由|转由"),
    ("当场整改|立行立改|立即整改", "限期"),
    ("上半年", "下半年"),
    ("国内|境内", "国外|国际|境外|入境"),
    ("中央", "地方"),
    ("专职", "兼职"),
    ("新建", "改建|续建|扩建"),
    ("正式|在编", "聘用|编外"),
    ("一般|普通", "重大|特殊"),
    ("属实", "不属实"),
    ("成功", "不成功|失败|未成功"),
    ("满意", "不满意"),
    ("已整改|整改完成", "正在整改|未整改|整改中"),
    ("按期|按时", "延期|超期|逾期"),
    ("予以公开", "不予公开"),
    ("个人|委员|个体|个访", "集体|团体"),
    ("原创", "转载|转发"),
    ("线上", "线下"),
    ("网站", "微信|微博|新媒体"),
    ("解决", "正在解决|列入"),
    ("旧存|上年结转|上期结转", "新收|新受理"),
)
_NOT: Final = ("非", "不", "未")
#: 不予 and 未经 deny a verb, and 非税 names a kind.
_DENIED: Final = re.compile(r"(?:非|不(?!予|动产|锈)|未(?!成年|经))([一-鿿]{2})[一-鿿]{0,3}$")
#: By first character: each word of a pair, its bit, and whether it is of the second label.
_SIDES: Final[dict[str, list[tuple[str, int, bool]]]] = defaultdict(list)
for _place, _pair in enumerate(_PAIRS):
    for _second, _words in enumerate(_pair):
        for _word in _words.split("|"):
            _SIDES[_word[0]].append((_word, 1 << _place, bool(_second)))


def paired(labels: list[str]) -> bool:
    """Whether two of the labels, or all of them, leave nothing out between them."""
    one = other = 0
    denied = False
    for label in labels:
        first, second, denies = _sides(label)
        one |= first & ~second
        other |= second
        denied = denied or denies
    if one & other or (denied and _negated(labels)):
        return True
    return whole(labels) or bands(labels)


def _negated(labels: list[str]) -> bool:
    """现场查处 and 非现场, 属实 and 不属实: one label is another with a word for not before it."""
    named = [match[1] for label in labels if (match := _DENIED.search(label))]
    return any(name in label and not _DENIED.search(label) for name in named for label in labels)


@functools.lru_cache(maxsize=4096)
def _sides(label: str) -> tuple[int, int, bool]:
    """Of which pairs the label may be the first, of which the second, and whether it says no.

    A bit stands for each pair.
    """
    one = other = 0
    for at, character in enumerate(label):
        for word, bit, second in _SIDES.get(character, ()):
            if label.startswith(word, at):
                one, other = (one, other | bit) if second else (one | bit, other)
    return one, other, any(sign in label for sign in _NOT)


def flows(labels: list[str]) -> bool:
    """Whether the figures are a stock and what came and went: they add up with signs."""
    said = _AS_OF.sub("", "|".join(labels))
    return _STOCK.search(said) is not None or bool(_CAME.search(said) and _WENT.search(said))


def parallel(labels: list[str]) -> bool:
    """Labels of one build: three or more ending alike, or two by two characters."""
    if not all(labels) or any(label.endswith("的") for label in labels):
        return False  # 按期答复的9件、沟通的9件 are properties, and may overlap
    ends = {label[-1] for label in labels if not label.startswith(RESIDUAL)}
    pairs = {label[-2:] for label in labels}
    return (len(labels) > 2 and len(ends) == 1) or len(pairs) == 1


def shares_are_whole(parts: tuple[Item, ...]) -> bool:
    """Whether every part prints its share and the shares make a hundred."""
    percents = []
    for part in parts:
        if part.percent is None:
            return False
        percents.append(part.percent)
    printed = sum((p.value for p in percents), Decimal(0))
    return abs(printed - 100) <= sum((percent_half(p) for p in percents), Decimal("0.05"))
