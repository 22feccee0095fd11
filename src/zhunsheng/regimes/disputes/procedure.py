"""How the bureau answers a case of reconsideration and a court case."""

from typing import Any

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.disputes.guards import HEAD_APPEARS, OPINION
from zhunsheng.regimes.disputes.models import Litigation, Reconsideration

_KEEPERS = (Role.RECORDER, Role.DIVISION_HEAD, Role.LEGAL_OFFICER)
_LEADERS = (Role.PRINCIPAL, Role.DEPUTY_HEAD)


def _heard_first(row: Any) -> bool:
    """The answer was recorded only after the hearing."""
    return row.heard_on is not None and row.answered_on > row.heard_on


RECONSIDERING = Procedure(
    key="disputes.reconsideration",
    of=Reconsideration,
    zh="行政复议答复程序",
    en="answering a reconsideration",
    initial="received",
    stages=(
        Stage("received", "待答复", "received"),
        Stage("answered", "已答复", "answered"),
        Stage("ended", "已办结", "ended", rests=True),
        Stage("opinion", "待报告纠正情况", "opinion received"),
        Stage("corrected", "已报告纠正情况", "opinion answered", rests=True),
    ),
    transitions=(
        Transition(
            "answer", "received", "answered", "签发书面答复", "sign the answer", _LEADERS,
            sets=("answered_on",), not_same_as=("record",),
        ),
        Transition(
            "end", ("received", "answered"), "ended", "登记复议结果", "record how it ended",
            _KEEPERS, sets=("ended_on",), asks=("ending",),
        ),
        Transition(
            "receive_opinion", ("received", "answered", "ended"), "opinion", "登记收到复议意见书",
            "record the opinion", _KEEPERS, sets=("opinion_on",),
        ),
        Transition(
            "answer_opinion", ("ended", "opinion"), "corrected", "报告纠正情况",
            "answer the opinion", _LEADERS, sets=("opinion_answered_on",), guards=(OPINION,),
        ),
    ),
)  # fmt: skip

DEFENDING = Procedure(
    key="disputes.litigation",
    of=Litigation,
    zh="行政应诉程序",
    en="defending a court case",
    initial="received",
    stages=(
        Stage("received", "待答辩", "received"),
        Stage("answered", "已答辩", "answered"),
        Stage("heard", "已开庭", "heard"),
        Stage("judged", "已裁判", "judged", rests=True),
        Stage("performed", "已履行裁判", "judgement performed", rests=True),
    ),
    transitions=(
        Transition(
            "answer", "received", "answered", "签发答辩状", "sign the answer", _LEADERS,
            sets=("answered_on",), not_same_as=("record",),
            taken=lambda row: not _heard_first(row),
        ),
        Transition(
            "appear", ("received", "answered"), "heard", "登记出庭应诉", "record the appearance",
            _KEEPERS, sets=("heard_on",), asks=("appearance", "absence_reason"),
            guards=(HEAD_APPEARS,),
        ),
        Transition(
            "answer_after_hearing", "heard", "heard", "开庭后签发答辩状",
            "sign the answer after the hearing", _LEADERS, sets=("answered_on",),
            taken=_heard_first, applies=lambda row: row.answered_on is None,
        ),
        Transition(
            "judge", ("received", "answered", "heard"), "judged", "登记裁判结果",
            "record the judgement", _KEEPERS, sets=("ended_on",), asks=("judgement",),
        ),
        Transition(
            "perform", "judged", "performed", "登记履行裁判", "record that it was performed",
            _KEEPERS, sets=("performed_on",),
        ),
    ),
)  # fmt: skip
