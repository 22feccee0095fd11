"""NAM010: an instrument is cited that was not in force on the day of the report."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.instruments import recognised
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "引用的文件在报告日期尚未施行"
_EN = "the instrument cited was not in force on the day of the report"
# 即将 soon, 施行 enters into force, 征求意见 in consultation, 草案 draft
_SPOKEN_OF = re.compile(r"即将|将于|施行|征求意见|草案|立法")


def _run(passage: Passage) -> Outcome:
    findings = []
    for one, instrument, day, around in recognised(passage):
        if instrument.start is None or instrument.start <= day or _SPOKEN_OF.search(around):
            continue
        zh = f"{_ZH}：《{instrument.title}》自{instrument.start}施行"
        en = f"{_EN}: it is in force from {instrument.start}"
        findings.append(found("NAM010", zh, en, one.span, kind="title"))
    return Outcome(tuple(findings))


_HEAD = "关于2024年法治政府建设情况的报告\n市政府：\n"
_END = "\n澜川市科学技术局\n2025年2月20日"
CHECK = Check(
    code="NAM010",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("《",),
    good=(f"{_HEAD}学习即将施行的《法治宣传教育法》，贯彻《民法典》。{_END}",),
    bad=(f"{_HEAD}贯彻《法治宣传教育法》。{_END}",),
)
