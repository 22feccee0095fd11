"""REP001: one measure is given as two values that cannot be one."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.repeats import repeats

_ZH, _EN = "同一指标前后不一致", "one measure is given as two values"


def _run(passage: Passage) -> Outcome:
    return broken("REP001", repeats(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REP001",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=("2024年办件量达260余件。优化流程后，2024年办件量为264件。",),
    bad=("2024年办件量达260余件。优化流程后，2024年办件量达400余件。",),
)
