"""QTY002: as many kinds are told as are not listed."""

import re
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.words.numerals import from_chinese, to_chinese

#: 归为五类：一是 sorted into five kinds: firstly
_SAID: Final = re.compile(
    r"([两二三四五六七八九])(?:大?类|种|个?方面|个?部分|项措施|个问题|点)[^，。；：\d]{0,6}[：:]\s{0,2}一是"
)
_LONGEST: Final = 4000  # characters in which a list is looked for

_ZH, _EN = "所列条数与所称类数不符", "as many kinds are told as are not listed"


def _run(passage: Passage) -> Outcome:
    findings = []
    for match in _SAID.finditer(passage.plain):
        said, listed = from_chinese(match[1]), _listed(passage.plain, match.end())
        if said is not None and listed > 1 and said != listed:
            told = f"{said} ≠ {listed}"
            findings.append(
                found(
                    "QTY002",
                    f"{_ZH}：{told}",
                    f"{_EN}: {told}",
                    match.span(1),
                    kind="quantity",
                    severity=Severity.ERROR,
                    arithmetic=told,
                )
            )
    return Outcome(tuple(findings))


def _listed(plain: str, start: int) -> int:
    """How far the list goes on: 二是, 三是 … each behind the one before it."""
    count, at, end = 1, start, start + _LONGEST
    while True:
        at = plain.find(f"{to_chinese(count + 1)}是", at, end)
        if at < 0 or plain[at - 1] not in "。；;，,\n　 ":
            return count
        count += 1


CHECK = Check(
    code="QTY002",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("一是",),
    good=("意见归为三类：一是经济类20件；二是社会类30件；三是文化类8件。",),
    bad=("意见归为四类：一是经济类20件；二是社会类30件；三是文化类8件。",),
)
