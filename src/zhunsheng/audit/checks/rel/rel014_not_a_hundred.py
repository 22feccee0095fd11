"""REL014: shares of all kinds do not make a hundred."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.hundred import hundreds

_ZH, _EN = "各类占比之和不是百分之百", "shares of all kinds do not make a hundred"


def _run(passage: Passage) -> Outcome:
    return broken("REL014", hundreds(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL014",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("占",),
    good=(
        "经济类占32.5%，社会类占41.3%，其他占26.2%。",
        "经济类占32.5%，社会类占41.3%。",
    ),
    bad=("经济类占32.5%，社会类占41.3%，其他占62.2%。",),
)
