"""REL009: the change in number does not fit the change in per cent."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import WORDS
from zhunsheng.audit.relate.derived import derived_changes

_ZH, _EN = "增减数与增减幅度不符", "the change in number does not fit the change in per cent"


def _run(passage: Passage) -> Outcome:
    return broken("REL009", derived_changes(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL009",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=WORDS,
    good=("全年受理125件，同比增加25件，上升25%。",),
    bad=("全年受理125件，同比增加25件，上升52%。",),
)
