"""LAW108: the annual report is not addressed to all who are to receive it."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "年度报告应当报本级党委、本级政府和上一级政府有关部门，主送、抄送中缺少"
_EN = "the annual report goes to the Party committee, the government and the superior department"
_PARTY = re.compile(r"委(?!员会办|员会全面)|党组")
_GOVERNMENT = re.compile(r"政府|管委会")
# The department one level up: 省科技厅 of a city's bureau, 市科技局 of a county's.
_SUPERIOR = re.compile(
    r"省[\u4e00-\u9fff]{2,12}(?:厅|局|委|办)|市(?!委|政府)[\u4e00-\u9fff]{2,8}局"
    r"|(?:自治区|部|国家)[\u4e00-\u9fff]{2,10}(?:厅|局|部)|^[\u4e00-\u9fff]{2,8}部"
)


def _run(passage: Passage) -> Outcome:
    to = of_kind(passage, Kind.ADDRESSEE)
    if not to or not of_kind(passage, Kind.NUMBER, Kind.ORGAN_MARK):
        return Outcome()
    whole = "；".join(e.text for e in (*to, *of_kind(passage, Kind.COPIES)))
    missing = [
        (zh, en)
        for pattern, zh, en in (
            (_PARTY, "本级党委", "the Party committee"),
            (_GOVERNMENT, "本级政府", "the government"),
            (_SUPERIOR, "上一级政府有关部门", "the superior department"),
        )
        if not pattern.search(_without_own_system(whole))
    ]
    if not missing:
        return Outcome()
    zh, en = "、".join(m[0] for m in missing), ", ".join(m[1] for m in missing)
    return Outcome((found("LAW108", f"{_ZH}：{zh}", f"{_EN}; lacking: {en}", to[0].span),))


def _without_own_system(text: str) -> str:
    """Without the justice bureau and the office for the rule of law, who are no superior."""
    return re.sub(
        r"[\u4e00-\u9fff]{0,8}(?:司法局|司法厅|依法治[省市县区])[\u4e00-\u9fff]{0,12}", "", text
    )


_HEAD = "澜科〔2025〕6号\n关于2024年法治政府建设情况的报告\n"
CHECK = Check(
    code="LAW108",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.submit_deadline",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(f"{_HEAD}市委、市政府，省科学技术厅：\n现报告如下。",),
    bad=(f"{_HEAD}市政府并报市委：\n现报告如下。", f"{_HEAD}市政府：\n现报告如下。"),
)
