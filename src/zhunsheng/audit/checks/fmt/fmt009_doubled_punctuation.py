"""FMT009: two marks of punctuation stand where one belongs."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "标点重复或者相互矛盾"
_EN = "two marks of punctuation stand where one belongs"
_DOUBLED = re.compile(r"(?P<one>[，。；：、])[ \u3000]?(?:(?P=one)(?!(?P=one))|[，。；：、])")


def _run(passage: Passage) -> Outcome:
    spans = [match.span() for match in _DOUBLED.finditer(passage.text)]
    return Outcome((found("FMT009", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT009",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    good=("坚持依法行政。持续改进！", "等等……另行通知。"),
    bad=("坚持依法行政。。持续改进。", "坚持依法行政，、持续改进。"),
)
