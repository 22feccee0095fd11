"""REL007: the average does not fit its total and count."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.averages import averages

_ZH, _EN = "平均数与总数、个数不符", "the average does not fit its total and count"


def _run(passage: Passage) -> Outcome:
    return broken("REL007", averages(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL007",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("每", "均"),
    good=("这120件案件总标的额2400万元，平均每件标的额20万元。",),
    bad=("这120件案件总标的额4200万元，平均每件标的额20万元。",),
)
