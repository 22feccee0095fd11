"""QTY004: a range begins above its end."""

import re
from decimal import Decimal
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_RANGE: Final = re.compile(
    r"(\d(?<![\d.\-—~～由从降至A-Za-z〔（(].)\d{0,5}(?:\.\d{1,3})?)[%％]?[—~～至](\d{1,6}(?:\.\d{1,3})?)"
    r"(?=%|％|件|人|家|次|个(?!月)|万元|元|份|名|户)"
)
_FROM: Final = re.compile(r"[由从降]|下调|压缩|压减|缩短|减少")
_REACH: Final = 12

_ZH, _EN = "区间下限大于上限", "a range begins above its end"


def _run(passage: Passage) -> Outcome:
    findings = []
    for match in _RANGE.finditer(passage.plain):
        low, high = Decimal(match[1]), Decimal(match[2])
        told_from = _FROM.search(passage.plain, max(0, match.start() - _REACH), match.start())
        if low > high and len(match[1]) == len(match[2]) and told_from is None:
            told = f"{low} > {high}"
            findings.append(
                found(
                    "QTY004",
                    f"{_ZH}：{told}",
                    f"{_EN}: {told}",
                    match.span(),
                    kind="quantity",
                    severity=Severity.ERROR,
                    arithmetic=told,
                )
            )
    return Outcome(tuple(findings))


CHECK = Check(
    code="QTY004",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "—",
        "~",
        "～",
        "至",
    ),
    good=("每批抽取20—30件。材料由50至30件压减。",),
    bad=("每批抽取30—20件。",),
)
