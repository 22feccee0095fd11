"""REL005: the rate does not fit its figures."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.rates import rates

_ZH, _EN = "比率与分子、分母不符", "the rate does not fit its figures"


def _run(passage: Passage) -> Outcome:
    return broken("REL005", rates(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL005",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("率",),
    good=(
        "全年受理案件250件，结案240件，结案率96%。",
        "受理事项400宗，当场答复300宗，转办100宗，办结88宗，办结率97%。",
    ),
    bad=(
        "全年受理案件250件，结案240件，结案率69%。",
        "全年受理案件250件，结案2400件，结案率96%。",
    ),
)
