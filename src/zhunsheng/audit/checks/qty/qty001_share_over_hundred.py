"""QTY001: a share or rate is over a hundred per cent."""

import re
from itertools import pairwise
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Mention, Severity
from zhunsheng.audit.parse.passage import Passage

_WHOLE: Final = 100
#: Rates that cannot pass the whole: closed, answered, satisfied, up to standard, covered.
_PART: Final = re.compile(
    r"(?:占[^，。；\d]{0,10}|(?:办结|答复|办复|满意|合格|见面|覆盖|普及|入学|及格|采纳|纠错|结案"
    r"|整改|成功|履约|出庭|应诉)率(?:为|是|达到?|均为)?)$"
)
_OF_PLAN: Final = re.compile(r"目标|计划|任务|预算|上年|去年")

_ZH, _EN = "占比或比率超过百分之百", "a share or rate is over a hundred per cent"


def _run(passage: Passage) -> Outcome:
    findings = []
    for before, m in pairwise((None, *passage.mentions)):
        if m is not None and _is_wrong(passage, m):
            # The figure it is told of is shown with it.
            told = [before] if before and "。" not in passage.between(before, m) else []
            spans = [(figure.start, figure.end) for figure in (*told, m)]
            zh, en = f"{_ZH}：{m.text}", f"{_EN}: {m.text}"
            findings.append(
                found("QTY001", zh, en, *spans, kind="quantity", severity=Severity.ERROR)
            )
    return Outcome(tuple(findings))


def _is_wrong(passage: Passage, mention: Mention) -> bool:
    if mention.unit != "%" or mention.value <= _WHOLE:
        return False
    words = passage.before(mention)
    return bool(_PART.search(words)) and not _OF_PLAN.search(words)


CHECK = Check(
    code="QTY001",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "%",
        "％",
    ),
    good=(
        "完成年度计划的120%，占全年目标的103%。",
        "受理50件，办结50件，办结率100%。",
    ),
    bad=(
        "受理50件，办结55件，办结率110%。",
        "咨询类60件，占120%。",
    ),
)
