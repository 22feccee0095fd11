"""PRV005: a private mail address stands in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "出现电子邮箱地址，公开前核对是否为公开的联系方式"
_EN = "a mail address: check before publication whether it is meant to be known"
_SHAPE = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,3}", re.ASCII
)


def _run(passage: Passage) -> Outcome:
    spans = [m.span() for m in _SHAPE.finditer(passage.plain)]
    return Outcome(
        tuple(
            found("PRV005", _ZH, _EN, span, kind="privacy", severity=Severity.REMARK)
            for span in spans
        )
    )


CHECK = Check(
    code="PRV005",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="disclosure.privacy",
    severity=Severity.REMARK,
    triggers=("@",),
    good=("举报请登录门户网站。",),
    bad=("联系邮箱zhouming@example.com。",),
)
