"""NAM007: the organ of the title is written out by another name in the text."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "发文机关名称前后不一（全称、规范化简称各用一种）"
_EN = "the organ is written out by two names"
_ORGAN = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{2,6}?[省市县区州])(?P<name>[\u4e00-\u9fff]{2,16}?(?:局|委员会|厅))"
)
_SHOWN = 20


def _run(passage: Passage) -> Outcome:
    heads = of_kind(passage, Kind.TITLE, Kind.ORGAN_MARK)
    full = next((m for h in heads if (m := _ORGAN.match(h.text))), None)
    if full is None:
        return Outcome()
    other = re.compile(
        f"{full['place']}(?P<name>[\u4e00-\u9fff]{{2,{len(full['name'])}}}?{full['name'][-1]})"
    )
    spans = [
        match.span()
        for match in other.finditer(passage.text)
        if match["name"] != full["name"] and _shortened(match["name"], full["name"])
        if not passage.text[max(0, match.start() - 4) : match.start()].endswith(("简称“", "简称"))
    ]
    if not spans:
        return Outcome()
    shown = f"：{full.group()}、{passage.text[slice(*spans[0])]}"
    return Outcome((found("NAM007", _ZH + shown, _EN + shown, *spans[:_SHOWN], kind="name"),))


def _shortened(short: str, full: str) -> bool:
    """Whether the short name is the full one with characters left out."""
    rest = iter(full)
    return all(char in rest for char in short)


_HEAD = "澜川市科学技术局关于2024年法治政府建设情况的报告\n市政府：\n"
_END = "\n澜川市科学技术局\n2025年2月20日"
CHECK = Check(
    code="NAM007",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    good=(f"{_HEAD}市科技局落实责任，澜川市司法局指导。{_END}",),
    bad=(f"{_HEAD}澜川市科技局落实责任。{_END}",),
)
