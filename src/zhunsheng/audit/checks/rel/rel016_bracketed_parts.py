"""REL016: the parts in brackets do not make the total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.sums import Form, sums

_ZH, _EN = "括号内各项之和与总数不符", "the parts in brackets do not make the total"


def _run(passage: Passage) -> Outcome:
    return broken("REL016", sums(passage, Form.BRACKETED), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL016",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "（",
        "(",
    ),
    good=(
        "办理案件142宗（民事81宗、刑事42宗、行政19宗）。",
        "现有学校28所（含民办学校4所、公办示范学校6所）。",
    ),
    bad=("办理案件142宗（民事81宗、刑事24宗、行政19宗）。",),
)
