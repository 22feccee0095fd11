"""QTY003: no count of so few gives the percentage."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Mention, Severity
from zhunsheng.audit.parse.passage import Passage

_SAMPLED: Final = re.compile(r"抽查|抽检|抽取|发放|回收|收回|测评|问卷|评查")
_RATE: Final = re.compile(r"^[^。；\d]{0,8}[，,]?[^。；，\d]{0,8}率(?:为|达到?|是)?$")
_LARGEST: Final = 400  # with more, nearly every percentage is some count's

_ZH, _EN = "样本数得不出所列百分比", "no count of so few gives the percentage"


def _run(passage: Passage) -> Outcome:
    findings = []
    for sample, percent in pairwise(passage.mentions):
        if _is_wrong(passage, sample, percent):
            told = f"{percent.text} ≠ n ÷ {sample.value}"
            spans = ((sample.start, sample.end), (percent.start, percent.end))
            findings.append(
                found(
                    "QTY003",
                    f"{_ZH}：{told}",
                    f"{_EN}: {told}",
                    *spans,
                    kind="rate",
                    severity=Severity.REMARK,
                    arithmetic=told,
                )
            )
    return Outcome(tuple(findings))


def _is_wrong(passage: Passage, sample: Mention, percent: Mention) -> bool:
    if percent.unit != "%" or sample.unit == "%" or not (sample.exact and percent.exact):
        return False
    if not 0 < sample.value <= _LARGEST or not _RATE.match(passage.between(sample, percent)):
        return False
    return bool(_SAMPLED.search(passage.before(sample))) and not _possible(sample, percent)


def _possible(sample: Mention, percent: Mention) -> bool:
    """Whether some count of the sample is that many per cent, rounded or cut."""
    nearest = (percent.value * sample.value / 100).to_integral_value()
    step = Decimal(1).scaleb(-percent.decimals)
    return any(
        abs(count * 100 / sample.value - percent.value) <= step
        for count in (nearest - 1, nearest, nearest + 1)
    )


CHECK = Check(
    code="QTY003",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("率",),
    good=(
        "抽查案卷30卷，合格率96.7%。",
        "回收问卷50份，满意率98%。",
    ),
    bad=("抽查案卷30卷，合格率97.8%。",),
)
