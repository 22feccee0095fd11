"""CLM002: full satisfaction is claimed over matters in which the office only assisted."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "满意度100%把协办件也计算在内：协办单位不直接答复，没有满意度"
_EN = "full satisfaction is claimed over matters where the office only assisted and answered no one"
_FULL = re.compile(r"满意(?:度|率)[^，。；\d]{0,6}(?:100 ?%|百分之百)")
_REACH = 160  # characters of the account before it


def _run(passage: Passage) -> Outcome:
    spans = [
        match.span()
        for match in _FULL.finditer(passage.plain)
        if _assisting(passage.plain[max(0, match.start() - _REACH) : match.start()])
    ]
    return Outcome(
        tuple(found("CLM002", _ZH, _EN, s, kind="claim", severity=Severity.REMARK) for s in spans)
    )


def _assisting(before: str) -> bool:
    """Whether the account before counts assisting, and no answers of its own after it."""
    at = max(before.rfind("协办"), before.rfind("会办"))
    return at >= 0 and not re.search(r"(?:主办|答复|反馈|评价|收到)[^。]{0,12}\d", before[at:])


CHECK = Check(
    code="CLM002",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("满意",),
    good=(
        "承办建议3件，其中主办1件、协办2件。收到反馈1件，满意率100%。",
        "承办建议3件，均为主办，满意率100%。",
    ),
    bad=("承办建议3件，主办1件，协办2件。满意度为100%。",),
)
