"""LDG002: a value of the ledgers stands nowhere in the report."""

from decimal import Decimal

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.handed import Handed, LedgerFact, Needs
from zhunsheng.audit.ledger import spoken_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number

_ZH = "台账数值没有写入报告"
_EN = "values of the ledgers stand nowhere in the report"


def _run(passage: Passage) -> Outcome:
    untold = [fact for fact in passage.handed.facts if not any(spoken_of(passage, fact))]
    if not untold:
        return Outcome()
    shown = "、".join(f"{fact.zh}{number(fact.value)}{fact.unit}" for fact in untold[:_SHOWN])
    return Outcome((found("LDG002", f"{_ZH}：{shown}", f"{_EN}: {shown}", kind="ledger"),))


_SHOWN = 20
CHECK = Check(
    code="LDG002",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.FACTS,
    given=Handed(
        facts=(
            LedgerFact(
                "disclosure.items", "主动公开政府信息", Decimal(502), "条", ("主动公开政府信息",)
            ),
        )
    ),
    good=("全年主动公开政府信息502条。",),
    bad=("全年培训9次。",),
)
