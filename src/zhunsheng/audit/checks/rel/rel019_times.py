"""REL019: the multiple does not fit the old and new figures."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.times import multiples

_ZH, _EN = "倍数与前后数字不符", "the multiple does not fit the old and new figures"


def _run(passage: Passage) -> Outcome:
    return broken("REL019", multiples(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL019",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("倍",),
    good=("办件量由200件增至600件，增长2倍。",),
    bad=("办件量由200件增至600件，增长3倍。",),
)
