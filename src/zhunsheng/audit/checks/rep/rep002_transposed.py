"""REP002: a measure is restated with two digits in each other's place."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.transposed import transpositions

_ZH, _EN = "同一指标再次出现时两位数字互换", "a measure is restated with two digits transposed"


def _run(passage: Passage) -> Outcome:
    return broken("REP002", transpositions(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REP002",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=(
        "2023年受理群众诉求404件。2024年受理群众诉求440件。",
        "热线受理群众诉求404件，当场答复440次。",
        "全年受理咨询404件，比上年受理的440件减少36件。",
    ),
    bad=("热线受理群众诉求4404件，均已办结。自1月起共受理4440件。",),
)
