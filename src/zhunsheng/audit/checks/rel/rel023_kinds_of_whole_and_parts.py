"""REL023: a kind of the whole is not that kind of its parts together."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.grids import grids

_ZH, _EN = (
    "同一分类的总数与各部分之和不符",
    "a kind of the whole is not that kind of its parts together",
)


def _run(passage: Passage) -> Outcome:
    return broken("REL023", grids(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL023",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("（", "("),
    good=(
        "收到来信604封（咨询72封、投诉519封、建议13封），回复580封（咨询70封、投诉498封、"
        "建议12封），在办24封（咨询2封、投诉21封、建议1封）。",
        "收到来信604封（咨询72封、投诉532封），其中信访信件430封（咨询60封、投诉370封），"
        "电子邮件90封（咨询10封、投诉80封）。",
    ),
    bad=(
        "收到来信604封（咨询72封、投诉519封、建议13封），回复580封（咨询70封、投诉489封、"
        "建议12封），在办24封（咨询2封、投诉21封、建议1封）。",
    ),
)
