"""REL012: the part of a target reached does not fit its figures."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.targets import targets

_ZH, _EN = "完成目标的百分比与数字不符", "the part of a target reached does not fit its figures"


def _run(passage: Passage) -> Outcome:
    return broken("REL012", targets(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL012",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "目标",
        "任务",
        "计划",
    ),
    good=("新增就业290人，完成全年500人目标的58%。",),
    bad=("新增就业290人，完成全年500人目标的85%。",),
)
