"""YOY001: a rate of growth does not follow from last year's figure."""

import re
from decimal import Decimal
from itertools import pairwise

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.measures import measure_of, measures, passage_of
from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number

_ZH = "增长率与上年报告的数值不符"
_EN = "the growth does not follow from last year's figure"
# 同比 year on year, 比上年 against last year; then how it went, then the rate
_GROWTH = re.compile(
    r"^[^。；\d]{0,4}(?:同比|比上年|较上年|比去年|较去年|比上一年)[^。；\d]{0,6}(?P<verb>增长|上升|增加|提高|下降|减少|降低)了?$"
)


def _run(passage: Passage) -> Outcome:
    previous = passage.handed.previous
    if previous is None:
        return Outcome()
    before = measures(passage_of(previous))
    relations = []
    for this, rate in pairwise(passage.mentions):
        said = _GROWTH.match(passage.between(this, rate)) if rate.unit == "%" else None
        measure = measure_of(passage, this)
        old = before.get(measure) if measure else None
        if said and old and old.exact and this.exact and rate.exact and old.value:
            relations.append(_relation(this, rate, old.value, said["verb"] in _DOWN))
    return broken("YOY001", relations, zh=_ZH, en=_EN)


def _relation(this: Mention, rate: Mention, old: Decimal, down: bool) -> Relation:
    real = (this.value - old) / old * 100 * (-1 if down else 1)
    half = Decimal(1).scaleb(-rate.decimals) / 2
    holds = abs(real - rate.value) <= half
    sign = "=" if holds else "≠"
    shown = f"{number(rate.value)}% {sign} ({number(this.value)} − {number(old)}) ÷ {number(old)}"
    if not holds:
        shown += f" = {real.quantize(Decimal('0.01'))}%"
    return Relation("growth", rate, (this,), holds, shown)


_DOWN = ("下降", "减少", "降低")
CHECK = Check(
    code="YOY001",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("比", "较"),
    needs=Needs.PREVIOUS,
    given=Handed(previous=Beside("上年报告", "全年主动公开政府信息400条。")),
    good=(
        "全年主动公开政府信息502条，同比增长25.5%。",
        "全年主动公开政府信息380条，同比下降5%。",
    ),
    bad=("全年主动公开政府信息502条，同比增长35.5%。",),
)
