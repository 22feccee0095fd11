"""REL001: the parts do not make the total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.sums import Form, sums

_ZH, _EN = "各部分之和与总数不符", "the parts do not make the total"


def _run(passage: Passage) -> Outcome:
    return broken("REL001", sums(passage, Form.LISTED), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL001",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=(
        "全年共收到代表建议5件，其中主办2件、协办3件。",
        "共开展活动30场次，其中进企业12场、进校园等9场。",
    ),
    bad=("全年共收到代表建议5件，其中主办2件、协办4件。",),
)
