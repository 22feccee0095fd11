"""LAW101: statutory item ①, last year's measures and results, is missing."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import ANNUAL_REPORT, lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import under

_ZH = "缺少法定内容：上一年度推进法治政府建设的主要举措和成效"
_EN = "statutory item 1 is missing: last year's main measures and results"
_HEADING = re.compile(r"举措|成效|工作情况|主要做法|主要工作|工作开展|开展情况|进展|推进情况|落实")


def _run(passage: Passage) -> Outcome:
    if under(passage.text, _HEADING, such=lambda section: not section.ahead):
        return Outcome()
    return lacking("LAW101", _ZH, _EN)


CHECK = Check(
    code="LAW101",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    titled=ANNUAL_REPORT,
    good=("2024年法治政府建设情况的报告\n一、主要举措和成效\n正文。",),
    bad=(
        "2024年法治政府建设情况的报告\n一、存在的不足和原因\n正文。",
        "2024年法治政府建设情况的报告\n一、存在的不足和原因\n正文。\n二、下一步主要工作\n正文。",
    ),
)
