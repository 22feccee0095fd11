"""REP004: a measure is told twice by one name, the second time with a slip."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.restated import restated

_ZH, _EN = "同名指标前后仅差一处笔误", "one measure told twice differs by one slip"


def _run(passage: Passage) -> Outcome:
    return broken("REP004", restated(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REP004",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=(
        "2023年受理行政复议案件1586件。2024年受理行政复议案件1568件。",
        "全年受理行政复议案件586件。上年受理行政复议案件568件。",
        "行政许可网上受理586件，行政处罚立案568件。",
    ),
    bad=("全年主动公开政务信息4826条。年报显示，主动公开政务信息4876条。",),
)
