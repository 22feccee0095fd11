"""REL025: the shares of a structure do not make a hundred."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.structure import structures

_ZH, _EN = "结构比例之和不为100", "the shares of a structure do not make a hundred"


def _run(passage: Passage) -> Outcome:
    return broken("REL025", structures(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL025",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("结构", "占比", "比重", "构成", "比例"),
    good=(
        "三次产业结构由5.2：40.1：54.7调整为4.9：39.8：55.3。",
        "老中青干部比例为3：2：1，开放时间为9:00至17:30。",
    ),
    bad=("三次产业结构为4.9：38.9：55.3。",),
)
