"""REL006: the growth does not fit the old and new figures."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.by_year import changes_by_year
from zhunsheng.audit.relate.changes import WORDS, Told, changes

_ZH, _EN = "增减幅度与前后数字不符", "the growth does not fit the old and new figures"


def _run(passage: Passage) -> Outcome:
    told = (r for r in changes_by_year(passage) if r.kind == "growth")
    return broken("REL006", (*changes(passage, Told.RATE), *told), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL006",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=WORDS,
    good=(
        "办件量由200件增至260件，增长30%。",
        "办件量由260件降至200件，下降23.08%。",
    ),
    bad=("办件量由200件增至260件，增长13%。",),
)
