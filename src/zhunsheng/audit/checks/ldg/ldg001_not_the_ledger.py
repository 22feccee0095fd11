"""LDG001: a figure is not the one of the ledgers."""

from decimal import Decimal

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.handed import Handed, LedgerFact, Needs
from zhunsheng.audit.ledger import spoken_of
from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number

_ZH = "与台账数值不符"
_EN = "the figure is not that of the ledgers"


def _run(passage: Passage) -> Outcome:
    relations = []
    for fact in passage.handed.facts:
        for mention in spoken_of(passage, fact):
            holds = mention.lower <= fact.value <= mention.upper
            shown = f"{mention.text} {'=' if holds else '≠'} {number(fact.value)}{fact.unit}"
            relations.append(Relation("ledger", mention, (), holds, f"{fact.zh}：{shown}"))
    return broken("LDG001", relations, zh=_ZH, en=_EN)


CHECK = Check(
    code="LDG001",
    zh=_ZH,
    en=_EN,
    run=_run,
    needs=Needs.FACTS,
    given=Handed(
        facts=(
            LedgerFact(
                "disclosure.items", "主动公开政府信息", Decimal(502), "条", ("主动公开政府信息",)
            ),
        )
    ),
    good=(
        "全年主动公开政府信息502条。",
        "全年主动公开政府信息500余条。",
    ),
    bad=("全年主动公开政府信息512条。",),
)
