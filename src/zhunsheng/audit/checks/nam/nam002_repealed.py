"""NAM002: a repealed instrument is cited as if it were in force."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.instruments import even, recognised
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "引用的文件已经失效"
_EN = "the instrument cited is no longer in force"
# 原 former, 废止 repealed, 修订 revised: then its end is spoken of
_SPOKEN_OF = re.compile(r"原$|废止|失效|修订前|终期评估|收官|实施以来|期满")


def _run(passage: Passage) -> Outcome:
    findings = []
    for one, instrument, day, around in recognised(passage):
        if instrument.end is None or day <= instrument.end or _SPOKEN_OF.search(around):
            continue
        if even(one.title) in passage.handed.titles:
            continue
        zh = f"{_ZH}：《{instrument.title}》至{instrument.end}"
        en = f"{_EN}: it ended on {instrument.end}"
        if instrument.by:
            zh, en = f"{zh}，已由《{instrument.by}》代替", f"{en}, replaced by 《{instrument.by}》"
        findings.append(found("NAM002", zh, en, one.span, kind="title"))
    return Outcome(tuple(findings))


_HEAD = "关于2024年法治政府建设情况的报告\n市政府：\n"
_END = "\n澜川市科学技术局\n2025年2月20日"
CHECK = Check(
    code="NAM002",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("《",),
    good=(f"{_HEAD}贯彻《民法典》，废止依据《合同法》制定的文件1件。{_END}",),
    bad=(f"{_HEAD}宣传《合同法》《信访条例》。{_END}",),
)
