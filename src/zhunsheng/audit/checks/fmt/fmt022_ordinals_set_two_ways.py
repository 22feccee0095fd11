"""FMT022: 一是, 二是 are paragraphs in one place and run on in another."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import elements_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "“一是、二是”有的单独成段，有的连排，体例不一"
_EN = "first, second are paragraphs of their own here and run on there"
_ORDINAL = re.compile(r"[一二三四五六七八九十]是")
_BLANKS = 4  # before it


def _run(passage: Passage) -> Outcome:
    alone, run_on = [], False
    for element in elements_of(passage):
        places = [m.start() for m in _ORDINAL.finditer(element.text) if _opens(element.text, m)]
        if len(places) > 1:
            run_on = True
        elif places and places[0] <= _BLANKS:
            alone.append((element.start + places[0], element.start + places[0] + 2))
    if not run_on or len(alone) < 2:
        return Outcome()
    return Outcome((found("FMT022", _ZH, _EN, *alone),))


def _opens(text: str, ordinal: re.Match[str]) -> bool:
    before = text[max(0, ordinal.start() - _BLANKS - 1) : ordinal.start()].rstrip(" \u3000")
    return not before or before[-1] in "。；："


CHECK = Check(
    code="FMT022",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("二是",),
    good=("一是健全制度。二是加强培训。\n一是公开目录。二是规范答复。",),
    bad=("一是健全制度。二是加强培训。\n一是公开目录。\n二是规范答复。",),
)
