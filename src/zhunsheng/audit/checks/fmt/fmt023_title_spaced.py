"""FMT023: a space stands in the title where its line broke."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "标题中有多余的空格"
_EN = "a space stands in the title where its line broke"
_SPACE = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]{1,4}(?=[\u4e00-\u9fff])")


def _run(passage: Passage) -> Outcome:
    spans = [
        (title.start + match.start(), title.start + match.end())
        for title in of_kind(passage, Kind.TITLE)
        for match in _SPACE.finditer(title.text)
    ]
    return Outcome((found("FMT023", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT023",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=(" ", "\u3000"),
    good=("澜科〔2025〕6号\n澜川市科学技术局关于工作情况的报告\n市政府：\n现报告 如下。",),
    bad=("澜科〔2025〕6号\n澜川市科学技术局 关于工作情况的报告\n市政府：\n现报告如下。",),
)
