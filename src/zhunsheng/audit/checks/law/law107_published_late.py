"""LAW107: the annual report says it was published on or after the day before which it is due."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.reported import reported_year

_ZH = "年度报告应当在次年4月1日前公开，文中的公开日期已过"
_EN = "the annual report is to be public before 1 April of the next year; it says a later day"
_PUBLISHED = re.compile(
    r"(?:发布|公开|公布)(?:日期|时间)[：: ]{0,3}"
    r"(?P<y>20\d{2})[-年/.](?P<m>\d{1,2})[-月/.](?P<d>\d{1,2})"
)


def _run(passage: Passage) -> Outcome:
    year, match = reported_year(passage), _PUBLISHED.search(passage.plain)
    if year is None or match is None:
        return Outcome()
    on = (int(match["y"]), int(match["m"]), int(match["d"]))
    if on < (year + 1, 4, 1):
        return Outcome()
    return Outcome((found("LAW107", _ZH, _EN, match.span()),))


_TEXT = "关于2024年法治政府建设情况的报告\n发布日期：{}\n现报告如下。"
CHECK = Check(
    code="LAW107",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.publish_deadline",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    triggers=("日期", "时间"),
    good=(_TEXT.format("2025-03-28"),),
    bad=(_TEXT.format("2025-04-02"), _TEXT.format("2025年4月2日")),
)
