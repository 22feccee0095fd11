"""How the principal's account goes: asked for, given, commented on, put right."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.leadership.guards import PUT_RIGHT, WITH_ANNUAL_REPORT
from zhunsheng.regimes.leadership.models import AccountReport

_KEEPERS = (Role.OFFICE, Role.LEGAL_OFFICER)

ACCOUNTING = Procedure(
    key="leadership.accounting",
    of=AccountReport,
    zh="述法程序",
    en="giving an account",
    initial="assigned",
    stages=(
        Stage("assigned", "已部署", "asked for"),
        Stage("reported", "已述法", "given"),
        Stage("commented", "已点评", "commented on", rests=True),
        Stage("rectified", "已整改", "put right", rests=True),
    ),
    transitions=(
        Transition(
            "report", "assigned", "reported", "述法", "give the account", Role.PRINCIPAL,
            sets=("reported_on",), asks=("with_annual_report",),
            guards=(WITH_ANNUAL_REPORT,),
        ),
        # The superior comments; the bureau records that it did.
        Transition(
            "comment", "reported", "commented", "登记点评意见", "record the comments", _KEEPERS,
            sets=("commented_on",), asks=("comments", "to_rectify"),
        ),
        Transition(
            "rectify", "commented", "rectified", "整改完成", "finish putting right",
            (*_KEEPERS, Role.DEPUTY_HEAD), sets=("rectified_on",), asks=("rectification",),
            guards=(PUT_RIGHT,), not_same_as=("report",), applies=lambda row: row.to_rectify,
        ),
    ),
)  # fmt: skip
