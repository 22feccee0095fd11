"""PRV002: a unified social credit code stands in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.personal import credit_code, has_long_number

_ZH = "出现统一社会信用代码，公开前核对是否属于可以公开的内容"
_EN = "a unified social credit code: check before publication whether it may be shown"
_SHAPE = re.compile(r"(?<![0-9A-Za-z])[1-9A-GNY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])")


def _run(passage: Passage) -> Outcome:
    if not has_long_number(passage):
        return Outcome()
    spans = [m.span() for m in _SHAPE.finditer(passage.plain) if credit_code(m.group())]
    return Outcome(
        tuple(
            found("PRV002", _ZH, _EN, span, kind="privacy", severity=Severity.REMARK)
            for span in spans
        )
    )


CHECK = Check(
    code="PRV002",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="disclosure.privacy",
    severity=Severity.REMARK,
    good=("该单位代码91350100M000100Y44。",),
    bad=("该单位代码91350100M000100Y43。",),
)
