"""LAW119: the arrangements are for another year than the one after the year reported."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections
from zhunsheng.audit.reported import reported_year

_ZH = "下一年安排的年份应当是报告年度的次年"
_EN = "the arrangements are for the year after the one reported"
_YEAR = re.compile(r"20\d{2}")


def _run(passage: Passage) -> Outcome:
    year = reported_year(passage)
    if year is None:
        return Outcome()
    wrong = []
    for section in sections(passage.text):
        named = _YEAR.search(section.heading)
        if section.ahead and named and int(named.group()) != year + 1:
            start = passage.text.index(named.group(), section.start)
            wrong.append((start, start + 4))
    return Outcome(tuple(found("LAW119", _ZH, _EN, span, kind="contents") for span in wrong))


_HEAD = "关于2024年法治政府建设情况的报告\n一、举措\n正文。\n"
CHECK = Check(
    code="LAW119",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(f"{_HEAD}二、2025年工作安排\n正文。",),
    bad=(f"{_HEAD}二、2024年工作安排\n正文。",),
)
