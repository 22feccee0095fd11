"""How an item of the list is carried out."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.outreach.guards import SOMETHING_DONE
from zhunsheng.regimes.outreach.models import ListItem

CARRYING_OUT = Procedure(
    key="outreach.list",
    of=ListItem,
    zh="普法责任清单落实程序",
    en="carrying out an item of the list",
    initial="listed",
    stages=(
        Stage("listed", "已列入清单", "listed"),
        Stage("published", "清单已公布", "published"),
        Stage("done", "已完成", "done", rests=True),
    ),
    transitions=(
        Transition(
            "publish", "listed", "published", "公布清单", "publish the list",
            (Role.OFFICE, Role.LEGAL_OFFICER), sets=("published_on",),
        ),
        Transition(
            "finish", ("listed", "published"), "done", "登记完成", "record as done",
            (Role.DIVISION_HEAD, Role.LEGAL_OFFICER), sets=("done_on",),
            guards=(SOMETHING_DONE,), not_same_as=("record",),
        ),
    ),
)  # fmt: skip
