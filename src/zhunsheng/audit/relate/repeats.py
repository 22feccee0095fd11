"""One measure stated twice: the same name, unit and period, and figures that could not be one."""

import functools
import re
from collections import defaultdict
from decimal import Decimal
from itertools import combinations

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.chance import mistyped

_FILLER = re.compile(
    r"(?:已|约|达到?|为|共计?|总计|累计|合计|近|超过|突破|逾|有|了|分别|已经|全年|今年|全市|全区"
    r"|全县|全局|我局|本局|以来|其中|：|:|，|,|的| )+$"
)
_NAME = re.compile(r"[一-鿿]{2,12}$")
#: A measure's own name ends like this; a bare noun may be anything.
_MEASURE = re.compile(r"(?:量|总数|人次数|总量|总额|面积|里程|户数|件数|人数|场次|数)$")
_MEASURE_ENDS = re.compile("[量数额积程次]")
_WHOSE = re.compile(r"^.*(?:年|市|区|县|局|月|日)(?=[一-鿿]{3,})")
_GENERIC = frozenset(
    [
        "数量",
        "总数",
        "总量",
        "人数",
        "件数",
        "户数",
        "其中数",
        "个数",
        "次数",
        "场次",
        "总额",
        "面积",
    ]
)


_FAR = 3  # times the other: two things whose names are one by chance


@functools.lru_cache(maxsize=2)
def repeats(passage: Passage) -> tuple[Relation, ...]:
    """Pairs of mentions of one measure: agreeing ones as verified, others as broken."""
    named: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in passage.mentions:
        name = _name(passage, mention)
        if name:
            named[name, mention.unit, passage.period_of(mention)].append(mention)
    found = []
    for (name, _, _), mentions in named.items():
        for first, second in combinations(mentions[:6], 2):
            if not _far_apart(first, second):
                found.append(_relation(name, first, second))
    return tuple(found)


def _far_apart(first: Mention, second: Mention) -> bool:
    """Whether one is many times the other and no slip explains it: 公路…客运量, 水路…客运量."""
    less, more = sorted((first, second), key=lambda mention: mention.value)
    if more.value <= less.value * _FAR:
        return False
    return not mistyped(first, second.value, Decimal(0))


def _name(passage: Passage, mention: Mention) -> str:
    """The measure's name just before the figure; empty where it is not surely one."""
    before = passage.before(mention, 20)
    if mention.unit == "%" or not _MEASURE_ENDS.search(before):
        return ""
    words = _FILLER.sub("", before)
    match = _NAME.search(words)
    if match is None:
        return ""
    name = _WHOSE.sub("", match.group())
    # 占建议总数的22.7% is a share of the measure, not the measure; a rate may be of anything.
    return name if _MEASURE.search(name) and name not in _GENERIC and len(name) >= 3 else ""


def _relation(name: str, first: Mention, second: Mention) -> Relation:
    holds = first.agrees(second)
    sign = "=" if holds else "≠"
    arithmetic = f"{name}：{_shown(first)} {sign} {_shown(second)}"
    return Relation("repeat", second, (first,), holds, arithmetic)


def _shown(mention: Mention) -> str:
    return mention.text if mention.approx else f"{number(mention.value)}{mention.unit}"
