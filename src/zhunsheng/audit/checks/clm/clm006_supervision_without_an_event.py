"""CLM006: questioning by the congress is claimed and no event is told."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "写了接受询问、质询，没有写明何时、几次"
_EN = "questioning by the congress is claimed: neither when nor how often is told"
_CLAIM = re.compile(r"接受[^。；，]{0,8}(?:询问|质询)(?:[和、或]?(?:询问|质询))?")
_TOLD = re.compile(r"\d|[一二两三四五六七八九十]{1,2}次")
_REACH = 24  # characters after it in which it could be told


def _run(passage: Passage) -> Outcome:
    spans = [
        match.span()
        for match in _CLAIM.finditer(passage.plain)
        if not _TOLD.search(passage.plain[match.end() : match.end() + _REACH].split("。")[0])
        and not _TOLD.search(passage.plain, max(0, match.start() - _REACH), match.start())
    ]
    return Outcome(tuple(found("CLM006", _ZH, _EN, span, kind="claim") for span in spans))


CHECK = Check(
    code="CLM006",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("询问", "质询"),
    good=("3月接受专题询问1次，答复问题5个。",),
    bad=("认真执行报告工作制度，接受询问和质询，落实责任科室。",),
)
