"""How a hazard is dealt with, from the inspection that found it to its crossing off."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.emergency.guards import ANOTHER_PERSON, RECHECKED_FIRST, RECTIFIED_FIRST
from zhunsheng.regimes.emergency.models import Hazard

_KEEPERS = (Role.RECORDER, Role.DIVISION_HEAD, Role.OFFICE)
_CHECKERS = (Role.DIVISION_HEAD, Role.OFFICE, Role.DEPUTY_HEAD, Role.LEGAL_OFFICER)

RECTIFYING = Procedure(
    key="emergency.hazard",
    of=Hazard,
    zh="安全隐患整改程序",
    en="dealing with a hazard",
    initial="found",
    stages=(
        Stage("found", "待整改", "found"),
        Stage("rectified", "已整改", "rectified"),
        Stage("rechecked", "已复查", "re-checked"),
        Stage("closed", "已销号", "crossed off", rests=True),
    ),
    transitions=(
        Transition(
            "rectify", "found", "rectified", "登记整改完成", "record as rectified",
            _KEEPERS, sets=("rectified_on",), known=("rectifier",),
        ),
        Transition(
            "recheck", ("found", "rectified"), "rechecked", "登记复查", "record the re-check",
            _CHECKERS, sets=("rechecked_on",), asks=("rechecker",),
            guards=(RECTIFIED_FIRST, ANOTHER_PERSON),
        ),
        Transition(
            "close", ("found", "rectified", "rechecked"), "closed", "销号", "cross off",
            _CHECKERS, sets=("closed_on",), guards=(RECHECKED_FIRST,),
        ),
    ),
)  # fmt: skip
