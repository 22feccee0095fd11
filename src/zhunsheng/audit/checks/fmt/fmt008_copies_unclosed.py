"""FMT008: the line of copies does not end in a full stop."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "抄送机关名称之后应当有句号（GB/T 9704—2012第7.4.2条）"
_EN = "the line of copies ends in a full stop (GB/T 9704-2012, 7.4.2)"

# The office that prints may have run into the line.
_CLOSED = re.compile(r"。\s*(?:[\u4e00-\u9fff]{2,20}(?:办公室|处|科))?\s*$")


def _run(passage: Passage) -> Outcome:
    lines = of_kind(passage, Kind.COPIES)
    wrong = [line.span for line in lines if not _CLOSED.search(line.text)]
    return Outcome(tuple(found("FMT008", _ZH, _EN, span) for span in wrong))


_HEAD = "澜科〔2025〕6号\n澜川市科学技术局关于2024年工作情况的报告\n市政府：\n现报告如下。\n"
_IMPRINT = "澜川市科学技术局办公室\n2025年2月20日印发"
CHECK = Check(
    code="FMT008",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("抄送", "抄 送"),
    good=(
        f"{_HEAD}澜川市科学技术局\n2025年2月20日\n抄送：市委全面依法治市委员会办公室。\n{_IMPRINT}",
    ),
    bad=(
        f"{_HEAD}澜川市科学技术局\n2025年2月20日\n抄送：市委全面依法治市委员会办公室\n{_IMPRINT}",
    ),
)
