"""REL021: several changes told abreast, and one of them does not fit its figures."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.abreast import abreast

_ZH, _EN = (
    "并列的增减幅度与数值不符",
    "one of several changes told abreast does not fit its figures",
)


def _run(passage: Passage) -> Outcome:
    return broken("REL021", abreast(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL021",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("分别",),
    good=(
        "发生火灾684起，死亡3人，与上年的752起、4人相比，分别下降9.0%、25.0%。",
        "发生事故43起、死亡38人，同比分别减少7起、5人，下降14.0%和11.6%。",
    ),
    bad=(
        "发生火灾648起，死亡3人，与上年的752起、4人相比，分别下降9.0%、25.0%。",
        "发生事故43起、死亡38人，同比分别减少7起、5人，下降14.0%和16.1%。",
    ),
)
