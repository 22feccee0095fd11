"""QTY009: a difference of percentages is in percentage points."""

from itertools import pairwise

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import old_and_new, step_between

_ZH, _EN = "百分比之差应称百分点", "a difference of percentages is in percentage points"


def _run(passage: Passage) -> Outcome:
    findings = []
    ms = passage.mentions
    for (first, second), (_, third) in pairwise(pairwise(ms)):
        if {first.unit, second.unit, third.unit} != {"%"} or not third.exact:
            continue
        pair = old_and_new(passage, first, second)
        if pair is None or step_between(passage, second, third) is None:
            continue
        if abs(pair[0].value - pair[1].value) == third.value:
            findings.append(
                found(
                    "QTY009",
                    f"{_ZH}：{third.text}",
                    f"{_EN}: {third.text}",
                    (third.start, third.end),
                    kind="difference",
                    severity=Severity.REMARK,
                )
            )
    return Outcome(tuple(findings))


CHECK = Check(
    code="QTY009",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=(
        "%",
        "％",
    ),
    good=("满意率由90%提升至92.5%，提高2.5个百分点。",),
    bad=("满意率由90%提升至92.5%，提高2.5%。",),
)
