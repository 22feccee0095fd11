"""REL003: the share does not fit its figures."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.shares import shares

_ZH, _EN = "占比与分子、分母不符", "the share does not fit its figures"


def _run(passage: Passage) -> Outcome:
    return broken("REL003", shares(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL003",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "占",
        "总数",
        "总量",
        "总额",
    ),
    good=(
        "共收到提案480件，其中卫生方面的提案39件，药品方面的提案19件，占提案总数的12.1%。",
        "共200件：咨询类100件，占50%；投诉类60件，占30%；求助类40件，占20%。",
    ),
    bad=("共200件：咨询类100件，占50%；投诉类60件，占30%；求助类40件，占26%。",),
)
