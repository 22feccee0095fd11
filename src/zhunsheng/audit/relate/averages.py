"""Averages: so much for each, so many a day."""

import re
from calendar import isleap
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.ratios import Interval, explained, printed, quotient

_EACH: Final = re.compile(
    r"(?:(?:平均)?每(件|户|人|家|场|次|起|宗|名|项|个|条|期|组|所|村|镇|班|支)|(?:^|[，。；])(户|件|场|人)均)[^，。；\d]{0,8}$"
)
_DAILY: Final = re.compile(r"(?:日均|平均每[天日]|每日平均)[^，。；\d]{0,8}$")
_MONTHLY: Final = re.compile(r"(?:月均|平均每月|每月平均)[^，。；\d]{0,8}$")
_MONTHS: Final = (
    (re.compile("全年|年度|[12][09]\\d{2}年(?!\\d)"), 12),
    (re.compile("[上下]半年"), 6),
    (re.compile("[一二三四]季度"), 3),
    (re.compile("前三季度"), 9),
)
_SPAN: Final = re.compile(r"以来|截至|期间|近.年|\d月|前[一二]季度|\d年[至—~-]|两年|三年")
_WHOLE_YEAR: Final = re.compile(
    r"((?:19|20)\d{2}) ?年[，,度]|((?:19|20)\d{2}) ?年[^，。；]{0,12}全年"
)
#: Words for a part of a year: the days it has are not known here.
_PART_OF_YEAR: Final = re.compile(r"月|季度|半年|以来|截至|期间|周|\d年[至—~-]|近.年")
#: 12月份受理…; 1—6月 and 截至6月 are more than one.
_ONE_MONTH: Final = re.compile(
    r"(?:^|[^\d—~～–至到\-、和])([1-9]|1[0-2])月份?[^，。；\d日底末前]*[，,]?[^，。；\d]*$"
)
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_STOP: Final = re.compile("[、，。；：（）]")
_TRIED: Final = 3  # totals and counts
_BACK: Final = 8
_PEOPLE: Final = frozenset("名位")
_FARTHEST: Final = 120  # characters


def averages(passage: Passage) -> tuple[Relation, ...]:
    """So much for each, where it fits its total and count or one slip keeps it from fitting."""
    found = []
    for place in passage.told_with("每", "均"):
        mention = passage.mentions[place]
        each = _EACH.search(passage.before(mention)) if mention.exact else None
        relation = None if each is None else _for_each(passage, place, each[1] or each[2])
        found += [] if relation is None else [relation]
    return tuple(found)


def daily_averages(passage: Passage) -> tuple[Relation, ...]:
    """So many a day, where it fits the year's total or one slip keeps it from fitting."""
    found = []
    for place in passage.told_with("均"):
        mention = passage.mentions[place]
        words = passage.before(mention)
        if not mention.exact or not place or _EACH.search(words):
            continue
        relation = None
        if _DAILY.search(words):
            relation = _a_day(passage, place)
        elif _MONTHLY.search(words):
            relation = _a_month(passage, place)
        found += [] if relation is None else [relation]
    return tuple(found)


def _for_each(passage: Passage, place: int, counted: str) -> Relation | None:
    """The nearest total in the average's unit over the nearest count in what each is one of."""
    mention = passage.mentions[place]
    earlier = list(_earlier(passage, place))
    counts = [m for m in earlier if _is_of(passage, m, counted)]
    if counted == "个":  # 每个调委会 of 人民调解委员会218个
        noun = set(passage.before(mention).rpartition("个")[2])
        counts = [m for m in counts if not noun or noun & set(passage.clause(m))]
    totals = [m for m in earlier if m.unit == mention.unit and m.value > mention.value]
    if not counts or not totals:
        return None
    tried = [(total, m) for total in totals[:_TRIED] for m in counts if m is not total]
    named = [pair for pair in tried if _of_one_name(passage, *pair)]
    tried = [*named, *(pair for pair in tried if pair not in named)]
    told = [_relation(mention, total, count) for total, count in tried]
    holding = next((relation for relation in told if relation and relation.holds), None)
    wrong = next((relation for relation in told[: len(named)] if relation), None)
    if wrong is None and told:
        # Of a whole and its kinds the average may be of the whole: 218个，其中村184个、…
        most = max(counts, key=lambda count: count.value)
        only = [r for r, (_, count) in zip(told, tried, strict=True) if r and count is most]
        wrong = told[0] or (only[0] if len(only) == 1 else None)
    return holding or wrong


def _of_one_name(passage: Passage, total: Mention, count: Mention) -> bool:
    """家庭户人口N人 is of 家庭户M户, not of 集体户."""
    name = passage.clause(count)
    return len(name) > 1 and passage.clause(total).startswith(name)


def _is_of(passage: Passage, count: Mention, counted: str) -> bool:
    """8场次 is of 场, 7个工作组 of 组."""
    if count.unit.startswith(counted) or (counted == "人" and count.unit in _PEOPLE):
        return True
    return count.unit == "个" and _STOP.split(passage.after(count, 6))[0].endswith(counted)


def _a_day(passage: Passage, place: int) -> Relation | None:
    """The total of a whole year over its days."""
    mention = passage.mentions[place]
    total = next((m for m in _earlier(passage, place) if m.unit == mention.unit), None)
    if total is None or total is not passage.mentions[place - 1]:
        return None
    said = passage.plain[max(0, total.start - 40) : total.start].rsplit("。", 1)[-1]
    month = _ONE_MONTH.search(said)
    if month is not None and not _PART_OF_YEAR.search(said.replace("月", "")):
        return _of_a_month(mention, total, int(month[1]))
    year = _WHOLE_YEAR.search(said)
    if year is None or _PART_OF_YEAR.search(said):
        return None
    days = Decimal(366 if isleap(int(year[1] or year[2])) else 365)
    return _relation(mention, total, None, days=days)


def _a_month(passage: Passage, place: int) -> Relation | None:
    """The total of a year, a half or a quarter over its months."""
    mention = passage.mentions[place]
    total = passage.mentions[place - 1]
    if total.unit != mention.unit or not total.exact or total.value <= mention.value:
        return None
    said = passage.before(total, 40).rsplit("。", 1)[-1]
    spans = [months for words, months in _MONTHS if words.search(said)]
    if _SPAN.search(said) or not spans:
        return None
    return _relation(mention, total, None, days=Decimal(spans[-1]))


def _of_a_month(mention: Mention, total: Mention, month: int) -> Relation | None:
    """The month's total over its days; of February either number may be meant."""
    told = [
        relation
        for days in (*((28,) if month == _FEBRUARY else ()), _DAYS[month - 1])
        if (relation := _relation(mention, total, None, days=Decimal(days))) is not None
    ]
    return next((relation for relation in told if relation.holds), told[0] if told else None)


def _earlier(passage: Passage, place: int) -> Iterator[Mention]:
    """Exact figures before, the nearest first, none far away or deeper in brackets."""
    mention = passage.mentions[place]
    for other in reversed(passage.mentions[max(0, place - _BACK) : place]):
        if mention.start - other.end > _FARTHEST:
            return
        if other.exact and passage.depth(other) <= passage.depth(mention):
            yield other


def _relation(
    mention: Mention, total: Mention, count: Mention | None, *, days: Decimal = Decimal(0)
) -> Relation | None:
    figures = (mention, total) if count is None else (mention, total, count)

    def fits(average: Mention, whole: Mention, over: Mention | None = None) -> bool:
        divisor = (days, days) if over is None else printed(over)
        return _overlap(quotient(printed(whole), divisor), average)

    holds = fits(*figures)
    if not holds and not explained(figures, fits):
        return None
    divisor = days if count is None else count.value
    arithmetic = (
        f"{number(mention.value)} {'=' if holds else '≠'} {number(total.value)} ÷ {number(divisor)}"
    )
    if not holds:
        arithmetic += f" = {number((total.value / divisor).quantize(Decimal('0.01')))}"
    return Relation("average", mention, figures[1:], holds, arithmetic)


def _overlap(found: Interval | None, average: Mention) -> bool:
    """One unit of the last printed digit is allowed: an average may be cut, not rounded."""
    if found is None:
        return False
    step = average.scale.scaleb(-average.decimals)
    return found[0] <= average.value + step and average.value - step <= found[1]
