"""An opinion is asked for, given and adopted or not; nobody answers or judges their own."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.counsel.models import Opinion

ADVISING = Procedure(
    key="counsel.advising",
    of=Opinion,
    zh="征询法律意见程序",
    en="asking counsel",
    initial="asked",
    stages=(
        Stage("asked", "已征询", "asked"),
        Stage("given", "已出具意见", "given"),
        Stage("handled", "已定采纳情况", "adoption decided", rests=True),
        Stage("recused", "已回避", "recused", rests=True),
    ),
    transitions=(
        Transition(
            "give", "asked", "given", "出具法律意见", "give the opinion",
            (Role.LEGAL_ADVISER, Role.LEGAL_OFFICER), sets=("given_on", "conclusion"),
            not_same_as=("record",),
        ),
        Transition(
            "recuse", "asked", "recused", "声明利益冲突并回避", "stand aside for a conflict",
            (Role.LEGAL_ADVISER, Role.LEGAL_OFFICER), sets=("recused_on", "conflict"),
        ),
        Transition(
            "adopt", "given", "handled", "确定采纳情况", "decide whether to adopt it",
            (Role.DIVISION_HEAD, Role.LEGAL_OFFICER),
            sets=("handled_on", "adoption", "not_adopted_reason"), not_same_as=("give",),
        ),
    ),
)  # fmt: skip
