"""How an inspection is made and how a penalty case is handled, and its reversal."""

from typing import Any

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.enforcement.guards import (
    ANOTHER_REVIEWER,
    BEFORE_PENALTY,
    EXPLAINED,
    INSPECTION_OFFICERS,
    WITHDRAWN_IN_TIME,
)
from zhunsheng.regimes.enforcement.models import Inspection, Outcome, PenaltyCase, Reversal

_OFFICERS = (Role.RECORDER, Role.DIVISION_HEAD)
_LEADERS = (Role.PRINCIPAL, Role.DEPUTY_HEAD)
_BEFORE_REVIEW = ("filed", "investigated", "told", "heard")

INSPECTING = Procedure(
    key="enforcement.inspecting",
    of=Inspection,
    zh="行政检查程序",
    en="an inspection",
    initial="listed",
    stages=(
        Stage("listed", "待检查", "listed"),
        Stage("held", "已检查", "held"),
        Stage("published", "结果已公开", "result published", rests=True),
    ),
    transitions=(
        Transition(
            "hold", "listed", "held", "实施检查", "make the inspection", _OFFICERS,
            sets=("held_on",),
            asks=("result", "recording"), known=("first_officer", "second_officer"),
            guards=(INSPECTION_OFFICERS,),
        ),
        Transition(
            "publish", "held", "published", "公开检查结果", "publish the result",
            (*_OFFICERS, Role.OFFICE), sets=("published_on",),
        ),
    ),
)  # fmt: skip


def _published_before(field: str) -> Any:
    """Whether the decision was published before the day in the field."""

    def test(row: Any) -> bool:
        later = getattr(row, field)
        return later is None or row.published_on <= later

    return test


def _publish(key: str, stage: str, zh: str, en: str, taken: Any) -> Transition:
    return Transition(
        key, stage, stage, zh, en, (*_OFFICERS, Role.OFFICE), sets=("published_on",), taken=taken,
        applies=lambda row: row.outcome == Outcome.PENALISED and row.published_on is None,
    )  # fmt: skip


_before_service = _published_before("served_on")
_before_performance = _published_before("performed_on")

HANDLING = Procedure(
    key="enforcement.handling",
    of=PenaltyCase,
    zh="行政处罚案件办理程序",
    en="handling a penalty case",
    initial="filed",
    stages=(
        Stage("filed", "已立案", "filed"),
        Stage("investigated", "调查终结", "investigated"),
        Stage("told", "已告知", "party told"),
        Stage("heard", "已听证", "heard"),
        Stage("reviewed", "已作法制审核", "reviewed"),
        Stage("decided", "已作决定", "decided"),
        Stage("served", "已送达", "served"),
        Stage("performed", "已履行", "performed"),
        Stage("closed", "已结案", "closed", rests=True),
    ),
    transitions=(
        Transition(
            "investigate", "filed", "investigated", "调查终结", "finish the investigation",
            _OFFICERS, sets=("investigated_on",), known=("first_officer", "second_officer"),
        ),
        Transition(
            "tell", ("filed", "investigated"), "told", "告知当事人", "tell the party", _OFFICERS,
            sets=("told_on",), asks=("hearing_due", "hearing_told_on"),
        ),
        Transition(
            "hear", "told", "heard", "举行听证", "hold the hearing",
            (Role.LEGAL_OFFICER, Role.DIVISION_HEAD), sets=("heard_on",),
            not_same_as=("investigate",),
        ),
        Transition(
            "review", _BEFORE_REVIEW, "reviewed", "法制审核", "review for legality",
            Role.LEGAL_OFFICER, sets=("reviewed_on",), asks=("reviewer", "review"),
            guards=(ANOTHER_REVIEWER,), not_same_as=("record", "investigate"),
        ),
        Transition(
            "decide",
            # From anywhere before it: what is wanting is for the guards, all at once.
            (*_BEFORE_REVIEW, "reviewed"),
            "decided", "作出决定", "decide", _LEADERS, sets=("decided_on",),
            asks=("outcome", "penalty", "fine", "recording"),
            guards=BEFORE_PENALTY, not_same_as=("record", "investigate"),
        ),
        _publish(
            "publish", "decided", "公开决定", "publish the decision", _before_service
        ),
        Transition(
            "serve", "decided", "served", "送达", "serve", _OFFICERS, sets=("served_on",),
        ),
        _publish(
            "publish_served", "served", "送达后公开决定", "publish the decision after service",
            lambda row: not _before_service(row) and _before_performance(row),
        ),
        Transition(
            "perform", ("decided", "served"), "performed", "登记履行", "record performance",
            _OFFICERS, sets=("performed_on",),
        ),
        _publish(
            "publish_performed", "performed", "履行后公开决定",
            "publish the decision after performance",
            lambda row: not _before_service(row) and not _before_performance(row),
        ),
        Transition(
            "close", ("decided", "served", "performed"), "closed", "结案", "close the case",
            (Role.DIVISION_HEAD, *_LEADERS), sets=("closed_on",),
        ),
    ),
)  # fmt: skip


def _was_public(row: Any) -> bool:
    published = row.case.published_on
    return published is not None and published <= row.reversed_on


REVERSING = Procedure(
    key="enforcement.reversing",
    of=Reversal,
    zh="处罚决定变动后撤回公开信息程序",
    en="withdrawing what was published of a reversed decision",
    initial="reversed",
    stages=(
        Stage("reversed", "决定已变动", "reversed"),
        Stage("withdrawn", "公开信息已撤回", "publication withdrawn", rests=True),
    ),
    transitions=(
        Transition(
            "withdraw", "reversed", "withdrawn", "撤回公开信息", "withdraw the publication",
            (*_OFFICERS, Role.OFFICE), sets=("withdrawn_on",), asks=("explained",),
            guards=(WITHDRAWN_IN_TIME, EXPLAINED), applies=_was_public,
        ),
    ),
)  # fmt: skip
