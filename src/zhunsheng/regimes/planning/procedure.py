"""How a problem is settled, answered and solved."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.planning.guards import ANSWERED, CARRIED_OUT
from zhunsheng.regimes.planning.models import Problem

SETTLING = Procedure(
    key="planning.problem",
    of=Problem,
    zh="问题整改程序",
    en="settling a problem",
    initial="found",
    stages=(
        Stage("found", "已提出", "found"),
        Stage("adopted", "已研究确定", "adopted"),
        Stage("solved", "已销号", "solved", rests=True),
    ),
    transitions=(
        Transition(
            "adopt", "found", "adopted", "研究确定", "adopt",
            (Role.LEGAL_OFFICER, Role.PRINCIPAL), sets=("adopted_on",), guards=(ANSWERED,),
        ),
        Transition(
            "solve", ("found", "adopted"), "solved", "销号", "record as solved",
            (Role.LEGAL_OFFICER, Role.PRINCIPAL), sets=("solved_on",), guards=(CARRIED_OUT,),
            not_same_as=("record",),
        ),
    ),
)  # fmt: skip
