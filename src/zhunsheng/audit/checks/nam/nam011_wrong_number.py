"""NAM011: an instrument is cited with a number that is not its own."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.instruments import cited, even, known
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "文号与文件不符"
_EN = "the number is not that of the instrument"
_NUMBER = re.compile(
    r"[（(](?P<number>[^（）()\n]{2,16}(?:第 ?\d{1,4} ?号|〔\d{4}〕 ?\d{1,4} ?号))[）)]"
)


def _run(passage: Passage) -> Outcome:
    findings = []
    for one in cited(passage):
        instrument = known().get(even(one.title))
        match = _NUMBER.match(passage.text, one.span[1])
        if instrument is None or not instrument.number or match is None:
            continue
        if _digits(match["number"]) != _digits(instrument.number):
            zh = f"{_ZH}：《{instrument.title}》为{instrument.number}"
            en = f"{_EN}: it is {instrument.number}"
            findings.append(found("NAM011", zh, en, match.span("number"), kind="title"))
    return Outcome(tuple(findings))


def _digits(number: str) -> list[str]:
    return re.findall(r"\d+", number)


CHECK = Check(
    code="NAM011",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=False,
    triggers=("号",),
    good=("落实《优化营商环境条例》（国务院令第722号）。",),
    bad=("落实《优化营商环境条例》（国务院令第711号）。",),
)
