"""YOY004: an arrangement of last year's report is nowhere spoken of."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.examples import LAST_YEAR
from zhunsheng.audit.handed import Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.promises import unspoken

_ZH = "上年报告安排的工作，本报告没有交代"
_EN = "an arrangement of last year's report is nowhere spoken of"


def _run(passage: Passage) -> Outcome:
    return unspoken(passage, "YOY004", problems=False, zh=_ZH, en=_EN)


_HEAD = "关于2024年法治政府建设情况的报告\n一、主要举措\n"
CHECK = Check(
    code="YOY004",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.PREVIOUS,
    given=LAST_YEAR,
    good=(f"{_HEAD}制定涉企检查裁量基准，统一检查标准；建立合同归档台账，解决归档滞后。",),
    bad=(f"{_HEAD}制定涉企检查裁量基准，统一检查标准。",),
)
