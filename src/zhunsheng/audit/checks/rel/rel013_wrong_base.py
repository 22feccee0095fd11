"""REL013: several shares point to another total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.shares import shares_of_wrong_base

_ZH, _EN = "多项占比指向另一个总数", "several shares point to another total"


def _run(passage: Passage) -> Outcome:
    return broken("REL013", shares_of_wrong_base(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL013",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("占",),
    good=("收到建议73件。农林方面21件，占28.8%；城建方面12件，占16.4%；文教方面10件，占13.7%。",),
    bad=("收到建议37件。农林方面21件，占28.8%；城建方面12件，占16.4%；文教方面10件，占13.7%。",),
)
