"""PRV004: a mobile telephone number stands in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "出现手机号码，公开前核对是否为公开的联系方式"
_EN = "a mobile telephone number: check before publication whether it is meant to be known"
_SHAPE = re.compile(
    r"1(?<![0-9A-Za-z.]1)[3-9]\d(?: ?\d{4}){2}(?![0-9A-Za-z%])(?! ?(?:元|人|件|万|亿))"
)


def _run(passage: Passage) -> Outcome:
    spans = [m.span() for m in _SHAPE.finditer(passage.plain)]
    return Outcome(
        tuple(
            found("PRV004", _ZH, _EN, span, kind="privacy", severity=Severity.REMARK)
            for span in spans
        )
    )


CHECK = Check(
    code="PRV004",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="disclosure.privacy",
    severity=Severity.REMARK,
    good=("联系电话0376-6366666。", "投入13812345678元。"),
    bad=("联系人电话13812345678。",),
)
