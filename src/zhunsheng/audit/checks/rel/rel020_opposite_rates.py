"""REL020: two rates of opposite outcomes pass a hundred."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.opposites import opposite_rates

_ZH, _EN = "互补的两个比率之和超过百分之百", "two rates of opposite outcomes pass a hundred"


def _run(passage: Passage) -> Outcome:
    return broken("REL020", opposite_rates(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL020",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "不",
        "未",
    ),
    good=(
        "合格率97.5%，不合格率2.5%。",
        "满意率90%，基本满意率8%，不满意率2%。",
    ),
    bad=("合格率97.5%，不合格率5.2%。",),
)
