"""PRV003: the number of a bank card or account stands in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.personal import bank_card, has_long_number

_ZH = "出现银行卡号，公开前应当删除或者遮盖"
_EN = "the number of a bank card: to be removed or masked before publication"
_SHAPE = re.compile(
    r"(?<![0-9A-Za-z.])(?:62\d{14,17}|[345]\d{15})(?![0-9A-Za-z])"
    r"|(?<!\d)62\d{2}(?: \d{4}){3}(?: \d{1,3})?(?!\d)"
)


def _run(passage: Passage) -> Outcome:
    if not has_long_number(passage):
        return Outcome()
    spans = [m.span() for m in _SHAPE.finditer(passage.plain) if bank_card(m.group())]
    return Outcome(
        tuple(
            found("PRV003", _ZH, _EN, span, kind="privacy", severity=Severity.ERROR)
            for span in spans
        )
    )


CHECK = Check(
    code="PRV003",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="disclosure.privacy",
    severity=Severity.ERROR,
    good=("编号6222020200112230821。",),
    bad=("账号6222021234567890128。", "账号6222 0212 3456 7890 128。"),
)
