"""REL022: a change told after a list does not fit the figure that the list divides."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.far_change import far_changes

_ZH, _EN = "列举之后所写的增减幅度与总数不符", "a change told after a list does not fit the whole"


def _run(passage: Passage) -> Outcome:
    return broken("REL022", far_changes(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL022",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("上年", "去年", "上一年", "比20", "较20", "与20", "同20"),
    good=("办理公证12846件，其中国内10532件，涉外2314件，较上年的11932件增长7.7%。",),
    bad=("办理公证12846件，其中国内10532件，涉外2314件，较上年的11392件增长7.7%。",),
)
