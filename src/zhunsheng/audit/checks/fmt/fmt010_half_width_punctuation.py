"""FMT010: half-width punctuation stands between Chinese words."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "汉字之间的标点应当使用全角"
_EN = "punctuation between Chinese words is full-width"
_HALF = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:?!](?=[\u4e00-\u9fff“《（])")


def _run(passage: Passage) -> Outcome:
    spans = [match.span() for match in _HALF.finditer(passage.text)]
    return Outcome((found("FMT010", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT010",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=(",", ";", ":", "?", "!"),
    good=("全年培训1,250人次，考试合格。", "see a:b，另见附件。"),
    bad=("坚持依法行政,持续改进。",),
)
