"""FMT004: the year of a document number stands in the wrong brackets."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "发文字号的年份应当用六角括号〔〕括入（GB/T 9704—2012第7.2.5条）"
_EN = "the year of a document number stands in 〔〕 (GB/T 9704-2012, 7.2.5)"
_WRONG = re.compile(
    r"(?P<brackets>[\[［【(（﹝](?<=[\u4e00-\u9fff].) ?(?:19|20)\d{2} ?[\]］】)）﹞])"
    r"(?= ?第? ?\d{1,5} ?号)"
)


def _run(passage: Passage) -> Outcome:
    spans = [match.span("brackets") for match in _WRONG.finditer(passage.text)]
    return Outcome((found("FMT004", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT004",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("号",),
    good=("印发《工作要点》（澜科〔2024〕6号）。", "（2024）东0101民初12号判决。"),
    bad=("印发《工作要点》（澜科[2024]6号）。", "澜科（2024）6号文件已经印发。"),
)
