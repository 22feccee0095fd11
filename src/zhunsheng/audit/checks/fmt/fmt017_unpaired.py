"""FMT017: a bracket, quotation mark or title mark is not paired."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import Element, elements_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "括号、引号或者书名号不成对"
_EN = "a bracket, quotation mark or title mark is not paired"
_PAIRS = {"）": "（", "》": "《", "”": "“", "〕": "〔"}
# 1） and 一） number items; they open nothing.
_ITEM = re.compile(r"(?:^|[。；：，、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])$")
_MARK = re.compile(r"[（《“〔）》”〕]")


def _run(passage: Passage) -> Outcome:
    wrong = [span for element in elements_of(passage) for span in _unpaired(element)]
    return Outcome((found("FMT017", _ZH, _EN, *wrong),) if wrong else ())


def _unpaired(element: Element) -> list[tuple[int, int]]:
    text = element.text.replace("(", "（").replace(")", "）")
    open_, lone = [], []
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        if char not in _PAIRS:
            open_.append((at, char))
        elif open_ and open_[-1][1] == _PAIRS[char]:
            open_.pop()
        elif not _ITEM.search(text[max(0, at - 3) : at]):
            lone.append(at)
    # A quotation may run over several paragraphs, each opened anew.
    lone += [at for at, char in open_ if char != "“"]
    return [(element.start + at, element.start + at + 1) for at in sorted(lone)]


CHECK = Check(
    code="FMT017",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("（", "《", "“", "〔", "(", "）", "》", "”"),
    good=(
        "印发《工作要点》（试行)，落实“三审三校”制度。",
        "1）健全制度；2）加强培训。",
    ),
    bad=("印发《工作要点（试行），落实制度。", "落实三审三校”制度。"),
)
