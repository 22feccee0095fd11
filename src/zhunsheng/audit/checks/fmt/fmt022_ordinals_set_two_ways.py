"""FMT022: 一是, 二是 are paragraphs in one place and run on in another."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import elements_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "“一是、二是”有的单独成段，有的连排，体例不一"
_EN = "first, second are paragraphs of their own here and run on there"
_ORDINAL = re.compile(r"(?:^|[。；：])[ \u3000]{0,4}(?P<word>[一二三四五六七八九十]是)")


def _run(passage: Passage) -> Outcome:
    alone, run_on = [], False
    for element in elements_of(passage):
        matches = list(_ORDINAL.finditer(element.text))
        if len(matches) > 1:
            run_on = True
        elif matches and matches[0].start() == 0:
            start = element.start + matches[0].start("word")
            alone.append((start, start + 2))
    if not run_on or len(alone) < 2:
        return Outcome()
    return Outcome((found("FMT022", _ZH, _EN, *alone),))


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
