"""REP003: a figure that names a known one has another value."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.references import references

_ZH, _EN = "再次提及的数字与前文不一致", "a figure named again differs from the one it names"


def _run(passage: Passage) -> Outcome:
    return broken("REP003", references(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REP003",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=(
        "全年收到建议128件。128件建议全部按期答复。在收到的128件中，主办38件。",
        "全年收到建议128件，提案236件。在办结的118件中，主办38件。",
    ),
    bad=("全年收到建议128件。182件建议全部按期答复。",),
)
