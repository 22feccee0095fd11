"""An opinion is asked for and given; whoever asked does not answer."""

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
        Stage("given", "已出具意见", "given", rests=True),
    ),
    transitions=(
        Transition(
            "give", "asked", "given", "出具法律意见", "give the opinion",
            (Role.LEGAL_ADVISER, Role.LEGAL_OFFICER), sets=("given_on",), asks=("conclusion",),
            not_same_as=("record",),
        ),
    ),
)  # fmt: skip
