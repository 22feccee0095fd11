"""CLM005: a heading names a matter that the text under it does not speak of."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import elements_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "标题写明的事项正文没有交代"
_EN = "the heading names a matter that the text under it does not speak of"
# Matters told apart: government lawyers, counsel, reconsideration, litigation, reviews, drills
_MATTERS = (
    "公职律师", "法律顾问", "行政复议", "行政诉讼", "行政应诉", "公平竞争审查", "合法性审核",
    "合法性审查", "备案审查", "应急演练", "依申请公开", "案卷评查", "以案释法",
    "行政执法监督", "人民调解",    "证明事项告知承诺", "双随机",
)  # fmt: skip
_LEAD = re.compile(r"[一二三四五六七八九十]是(?P<lead>[^，。；\n]{4,40})。")
_SHORTEST = 20  # characters of a text that could have spoken of it


def _run(passage: Passage) -> Outcome:
    findings = []
    for element in elements_of(passage):
        leads = list(_LEAD.finditer(element.text))
        ends = [m.start() for m in leads[1:]] + [len(element.text)]
        for match, end in zip(leads, ends, strict=False):
            body = element.text[match.end() : end]
            for matter in _MATTERS if len(body) >= _SHORTEST else ():
                if matter in match["lead"] and matter not in body:
                    at = element.start + match.start("lead") + match["lead"].index(matter)
                    shown = f"：{matter}"
                    span = (at, at + len(matter))
                    findings.append(found("CLM005", _ZH + shown, _EN + shown, span, kind="claim"))
    return Outcome(tuple(findings))


CHECK = Check(
    code="CLM005",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=_MATTERS,
    good=(
        "一是落实法律顾问和公职律师制度。聘任法律顾问1名，配备公职律师2名，全年出具意见20份。",
        "一是加强行政复议工作。",
    ),
    bad=("一是落实法律顾问和公职律师制度。聘任律师事务所担任法律顾问，全年出具法律咨询意见20份。",),
)
