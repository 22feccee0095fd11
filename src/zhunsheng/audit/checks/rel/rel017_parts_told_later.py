"""REL017: the parts told in a later sentence do not make the total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.sums import Form, sums

_ZH, _EN = "后句各项之和与前句总数不符", "the parts told in a later sentence do not make the total"


def _run(passage: Passage) -> Outcome:
    return broken("REL017", sums(passage, Form.APART), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL017",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=("大会收到提案517件。经审查，立案507件，不予立案10件。",),
    bad=("大会收到提案517件。经审查，立案570件，不予立案10件。",),
)
