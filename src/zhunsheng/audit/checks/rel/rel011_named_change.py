"""REL011: the change of a measure named again does not fit."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import WORDS
from zhunsheng.audit.relate.named_change import named_changes

_ZH, _EN = "再次提及的指标增减幅度不符", "the change of a measure named again does not fit"


def _run(passage: Passage) -> Outcome:
    return broken("REL011", named_changes(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL011",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=WORDS,
    good=("受理180件，结案125件，结案率69%。与上年相比，结案增加25件，上升25%。",),
    bad=("受理180件，结案125件，结案率69%。与上年相比，结案增加25件，上升52%。",),
)
