"""REL006: a change is not the difference between old and new, in number or per cent."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.changes import changes
from zhunsheng.audit.relate.named_change import named_changes

_ZH, _EN = "增减数或增减幅度与前后数字不符", "the change does not fit the old and new figures"


def _run(passage: Passage) -> Outcome:
    relations = (*changes(passage), *named_changes(passage))
    return broken("REL006", relations, zh=_ZH, en=_EN)


CHECK = Check(
    code="REL006",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("增", "升", "降", "减", "提高", "多", "少", "缩短"),
    good=(
        "全年受理125件，同比增加25件，上升25%。",
        "满意率由90%提升至92.5%，提高2.5个百分点。",
        "办件量由200件增至260件，增长30%。",
        "受理180件，结案125件，结案率69%。与上年相比，结案增加25件，上升25%。",
        "上访量120批次，与上年的150批次相比减少30批次。",
    ),
    bad=(
        "全年受理125件，同比增加25件，上升52%。",
        "满意率由90%提升至92.5%，提高5.2个百分点。",
        "受理180件，结案125件，结案率69%。与上年相比，结案增加25件，上升52%。",
        "办件量由200件增至260件，增长13%。",
    ),
)
