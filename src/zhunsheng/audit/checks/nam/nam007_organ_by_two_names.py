"""NAM007: the organ of the title is written out by another name in the text."""

import re
from collections.abc import Iterator

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
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_SHOWN = 20


def _run(passage: Passage) -> Outcome:
    heads = of_kind(passage, Kind.TITLE, Kind.ORGAN_MARK)
    full = next((m for h in heads if (m := _ORGAN.match(h.text))), None)
    if full is None:
        return Outcome()
    spans = [
        (start, end)
        for start, end in _organs(passage.text, full["place"], full["name"])
        if _shortened(passage.text[start + len(full["place"]) : end], full["name"])
        if not passage.text[max(0, start - 4) : start].endswith(("简称“", "简称"))
    ]
    if not spans:
        return Outcome()
    shown = f"：{full.group()}、{passage.text[slice(*spans[0])]}"
    return Outcome((found("NAM007", _ZH + shown, _EN + shown, *spans[:_SHOWN], kind="name"),))


def _organs(text: str, place: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the place stands with what may be an organ of the name's sort behind it."""
    start = text.find(place)
    while start >= 0:
        named = start + len(place)
        end = text.find(name[-1], named + 2, named + len(name) + 1) + 1
        if end and _CHINESE.fullmatch(text, named, end):
            yield start, end
        start = text.find(place, max(end, start + 1))


def _shortened(short: str, full: str) -> bool:
    """Whether the short name is the full one with characters left out."""
    rest = iter(full)
    return short != full and all(char in rest for char in short)


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
