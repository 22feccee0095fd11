"""PRV006: the number of a passport stands in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "出现护照或者通行证号码，公开前应当删除或者遮盖"
_EN = "the number of a passport: to be removed or masked before publication"
_SHAPE = re.compile(r"(?:护照|通行证)(?:号码?)?[：: ]{0,2}[A-Z][A-Z0-9]?\d{7,8}(?![0-9A-Za-z])")


def _run(passage: Passage) -> Outcome:
    spans = [m.span() for m in _SHAPE.finditer(passage.plain)]
    return Outcome(
        tuple(
            found("PRV006", _ZH, _EN, span, kind="privacy", severity=Severity.ERROR)
            for span in spans
        )
    )


CHECK = Check(
    code="PRV006",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="disclosure.privacy",
    severity=Severity.ERROR,
    triggers=("护照", "通行证"),
    good=("持护照人员3人。",),
    bad=("护照号码：E12345678。",),
)
