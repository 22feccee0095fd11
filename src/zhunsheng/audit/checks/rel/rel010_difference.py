"""REL010: the change is not the difference of old and new."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.by_year import changes_by_year
from zhunsheng.audit.relate.changes import WORDS, Told, changes

_ZH, _EN = "增减数与前后数字之差不符", "the change is not the difference of old and new"


def _run(passage: Passage) -> Outcome:
    told = (r for r in changes_by_year(passage) if r.kind == "difference")
    return broken("REL010", (*changes(passage, Told.AMOUNT), *told), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL010",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=WORDS,
    good=(
        "满意率由90%提升至92.5%，提高2.5个百分点。",
        "上访量120批次，与上年的150批次相比减少30批次。",
    ),
    bad=("满意率由90%提升至92.5%，提高5.2个百分点。",),
)
