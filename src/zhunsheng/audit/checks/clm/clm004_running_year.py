"""CLM004: a report dated the next year speaks of this year and of the present."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections
from zhunsheng.audit.reported import reported_year
from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.dates import date_in

_ZH = "报告写于次年，“今年以来”“截至目前”所指期间不明，应当写明年份或者日期"
_EN = "the report is dated the next year: this year and so far name no period"
# 今年以来 since this year began, 今年 this year, 截至目前 so far, 近期 lately
_WORDS = re.compile(
    r"今年以来|截至目前|截止目前|到目前为止|今年(?!以来)(?=[，,]|我局|全市|市|共|内)"
)


def _run(passage: Passage) -> Outcome:
    year, dated = reported_year(passage), of_kind(passage, Kind.DATE, Kind.PRINTED)
    day = date_in(dated[-1].text) if dated else None
    if year is None or day is None or day.year != year + 1:
        return Outcome()
    ahead = [(s.start, s.end) for s in sections(passage.text) if s.ahead]
    spans = [
        match.span()
        for match in _WORDS.finditer(passage.text)
        if not any(a <= match.start() < b for a, b in ahead)
    ]
    return Outcome((found("CLM004", _ZH, _EN, *spans, kind="period"),) if spans else ())


_HEAD = "关于2024年法治政府建设情况的报告\n市政府：\n"
_END = "现行有效文件12件。\n澜川市科学技术局\n"
CHECK = Check(
    code="CLM004",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("今年", "目前"),
    good=(
        f"{_HEAD}截至目前，{_END}2024年12月20日",
        f"{_HEAD}截至2024年12月31日，{_END}2025年2月20日",
    ),
    bad=(f"{_HEAD}截至目前，{_END}2025年2月20日", f"{_HEAD}今年以来，{_END}2025年2月20日"),
)
