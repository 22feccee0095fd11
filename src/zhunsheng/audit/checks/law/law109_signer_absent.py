"""LAW109: a document sent upward does not name who signed it for issue."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "上行文应当标注签发人姓名"
_EN = "a document sent upward names who signed it for issue"


def _run(passage: Passage) -> Outcome:
    numbers, titles = of_kind(passage, Kind.NUMBER), of_kind(passage, Kind.TITLE)
    upward = titles and titles[-1].text.rstrip().endswith(("报告", "请示"))
    if not numbers or not upward or of_kind(passage, Kind.SIGNER):
        return Outcome()
    return Outcome((found("LAW109", _ZH, _EN, numbers[0].span),))


_TEXT = "\n澜川市科学技术局关于2024年工作情况的报告\n市政府：\n现报告如下。"
CHECK = Check(
    code="LAW109",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="document.signer",
    severity=Severity.REMARK,
    document=True,
    triggers=("号",),
    good=(f"澜科〔2025〕6号　　签发人：周明{_TEXT}",),
    bad=(f"澜科〔2025〕6号{_TEXT}",),
)
