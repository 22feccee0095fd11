"""How much speaks for a list being all of its total."""

import re
from decimal import Decimal
from typing import Final

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import fits_share, one_slip, percent_half, total_of
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.lists import Candidate

_TOTAL: Final = re.compile(
    r"(?:共|共计|合计|总计|累计|总数|总量|收到|受理|承办|办理|承接|各类|各级)[^，。；,;]{0,14}$"
)
_OPENS: Final = re.compile(
    r"其中|分别|包括|包含|：|:|即|[中里][，,]|归类|分类|按[^，。]{1,12}分|从[^，。]{1,12}看"
)
_RESIDUAL: Final = re.compile(r"^(?:其他|其它|其余|综合|另外)")
_OPEN_ENDED: Final = re.compile(
    r"等|含|之一|主要|比如|例如|最多|居前|排名|重点|联名|优秀|前[一二三四五六七八九十\d]"
)
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
        (r"商品", r"服务"),
        (r"个人|委员", r"集体|团体"),
        (r"线上", r"线下"),
        (r"已?(?:解决|基本解决)", r"正在解决|列入"),
    )
)


def score(passage: Passage, candidate: Candidate) -> int:
    """Points for the list being exhaustive; 3 are enough to call it wrong, 1 to call it right."""
    parts = candidate.parts
    labels = [part.label for part in parts]
    after = passage.after(parts[-1].mention, 3).lstrip("，、 ")
    points = int(bool(_TOTAL.search(candidate.total.words[-24:])))
    points += 2 if candidate.trailing else 0
    points += int(bool(_OPENS.search(candidate.opening)) and not candidate.bracketed)
    points += 2 if candidate.bracketed and "含" not in candidate.opening else 0
    points += int(any(_RESIDUAL.search(label) for label in labels))
    points += 2 if paired(labels) else int(parallel(labels))
    points += 2 if shares_are_whole(parts) else 0
    points -= 3 if _OPEN_ENDED.search("|".join(labels)) or after.startswith("等") else 0
    points -= int(any("；" in part.words for part in parts[1:]) and not _all_apart(parts))
    points -= 3 if any(part.times > 1 for part in parts) else 0
    return points


def against(candidate: Candidate) -> int:
    """Points that the difference itself gives: a slip explains it, a wide gap excuses it."""
    total, wanted = candidate.total.mention.value, total_of(candidate.parts)
    parts = [part.mention.value for part in candidate.parts]
    slip = one_slip(total, wanted) or any(one_slip(p, p + total - wanted) for p in parts)
    points = int(slip)
    opened = candidate.bracketed or bool(_OPENS.search(candidate.opening))
    points += int(wanted > total and opened)
    points -= 2 if wanted * 2 < total and not shares_are_whole(candidate.parts) else 0
    return points


def paired(labels: list[str]) -> bool:
    """Whether two of the labels leave nothing out between them."""
    return any(
        any(a.search(label) and not b.search(label) for label in labels)
        and any(b.search(label) for label in labels)
        for a, b in _PAIRS
    )


def parallel(labels: list[str]) -> bool:
    """Labels of one build: three or more ending alike, or two by two characters."""
    if not all(labels):
        return False
    ends = {label[-1] for label in labels if not _RESIDUAL.search(label)}
    pairs = {label[-2:] for label in labels}
    return (len(labels) > 2 and len(ends) == 1) or len(pairs) == 1


def shares_are_whole(parts: tuple[Item, ...]) -> bool:
    """Whether every part prints its share and the shares make a hundred."""
    percents = [part.percent for part in parts if part.percent is not None]
    if len(percents) < len(parts):
        return False
    printed = sum((p.value for p in percents), Decimal(0))
    return abs(printed - 100) <= sum((percent_half(p) for p in percents), Decimal("0.05"))


def shares_fit(parts: tuple[Item, ...], base: Decimal) -> int:
    """How many of the printed shares fit this base."""
    return sum(
        part.percent is not None and fits_share(part.mention, base, part.percent) for part in parts
    )


def _all_apart(parts: tuple[Item, ...]) -> bool:
    return all("；" in part.words for part in parts[1:])
