"""FMT005: a document number has 第 or a leading nought."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "发文顺序号不加“第”字，不编虚位（GB/T 9704—2012第7.2.5条）"
_EN = "a document number takes neither 第 nor a leading nought (GB/T 9704-2012, 7.2.5)"
_WRONG = re.compile(r"〔(?:19|20)\d{2}〕(?P<number> ?第 ?\d{1,5}| ?0\d{0,4}) ?号")


def _run(passage: Passage) -> Outcome:
    spans = [match.span("number") for match in _WRONG.finditer(passage.text)]
    return Outcome((found("FMT005", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT005",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("〔",),
    good=("印发《工作要点》（澜科〔2024〕6号）。",),
    bad=("澜科〔2024〕第6号文件。", "澜科〔2024〕06号文件。"),
)
