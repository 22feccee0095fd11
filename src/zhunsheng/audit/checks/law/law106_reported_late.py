"""LAW106: the annual report is dated on or after the day before which it is due."""

from datetime import date

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.reported import reported_year
from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.dates import date_in

_ZH = "年度报告应当在次年3月1日前报送，成文日期已过"
_EN = "the annual report is due before 1 March of the next year; it is dated later"


def _run(passage: Passage) -> Outcome:
    year, dated = reported_year(passage), of_kind(passage, Kind.DATE, Kind.PRINTED)
    day = date_in(dated[0].text) if dated else None
    if year is None or day is None or day < date(year + 1, 3, 1):
        return Outcome()
    return Outcome((found("LAW106", f"{_ZH}：{day}", f"{_EN}: {day}", dated[0].span),))


_TEXT = "关于2024年法治政府建设情况的报告\n市委、市政府：\n现报告如下。\n澜川市科学技术局\n"
CHECK = Check(
    code="LAW106",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.submit_deadline",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(f"{_TEXT}2025年2月20日",),
    bad=(f"{_TEXT}2025年3月6日",),
)
