"""PRV001: the number of an identity card stands in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.personal import has_long_number, identity_number

_ZH = "出现公民身份号码，公开前应当删除或者遮盖"
_EN = "the number of an identity card: to be removed or masked before publication"
_SHAPE = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx](?![0-9A-Za-z])"
)


def _run(passage: Passage) -> Outcome:
    if not has_long_number(passage):
        return Outcome()
    spans = [m.span() for m in _SHAPE.finditer(passage.plain) if identity_number(m.group())]
    return Outcome(
        tuple(
            found("PRV001", _ZH, _EN, span, kind="privacy", severity=Severity.ERROR)
            for span in spans
        )
    )


CHECK = Check(
    code="PRV001",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="disclosure.privacy",
    severity=Severity.ERROR,
    good=("经办人证件号110101199003070000。", "经办人证件号110101********7717。"),
    bad=("经办人身份证号11010519491231002X。",),
)
