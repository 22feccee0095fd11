"""FMT016: 一是, 二是, 三是 leave one out or give one twice."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import elements_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "“一是、二是”不连续"
_EN = "first, second, third leave one out or give one twice"
_ORDINAL = re.compile(
    r"(?:^|[。；：，、;:）)\n])[ \u3000]{0,4}(?P<word>(?P<n>[一二三四五六七八九十]{1,2})是)"
)
_ANY = re.compile(r"[一二三四五六七八九十]是")
_VALUES = {word: n for n, word in enumerate("一二三四五六七八九十", start=1)}


def _run(passage: Passage) -> Outcome:
    wrong, last = [], 0
    for element in elements_of(passage):
        if element.kind is Kind.HEADING:
            last = 0
        if not _ANY.search(element.text):
            continue
        for match in _ORDINAL.finditer(element.text):
            number = _VALUES.get(match["n"], 0)
            if last and number and number not in (last + 1, 1):
                wrong.append(
                    (element.start + match.start("word"), element.start + match.end("word"))
                )
            last = number
    return Outcome((found("FMT016", _ZH, _EN, *wrong),) if wrong else ())


CHECK = Check(
    code="FMT016",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("是",),
    good=(
        "一是健全制度；二是加强培训；三是严格考核。",
        "一是健全制度。二是加强培训。\n一是公开目录。二是规范答复。",
        "主要问题之一是人手不足，三是客观数字。",
    ),
    bad=("一是健全制度；三是严格考核。", "一是健全制度；二是加强培训；二是严格考核。"),
)
