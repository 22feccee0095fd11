"""How a matter is prepared, tabled, decided and carried out; a key matter goes the short way."""

from typing import Any

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition, unless_tabled
from zhunsheng.regimes.decisions.guards import (
    BEFORE_TABLING,
    CHANGE_TOGETHER,
    CHANGED_BY_PROCEDURE,
    COLLECTIVE,
    EVALUATOR,
    EVALUATOR_APART,
    KEY_COLLECTIVE,
    LIST_AGREED,
    PARTY_REPORT,
    PUBLICATION,
)
from zhunsheng.regimes.decisions.models import DecisionList, ExecutionChange, Matter

_PREPARE = (Role.RECORDER, Role.DIVISION_HEAD)
_KEEPERS = (Role.LEGAL_OFFICER, Role.OFFICE)
_LEADERS = (Role.PRINCIPAL, Role.DEPUTY_HEAD)


def _major(row: Any) -> bool:
    return bool(row.major)


_STAGES = (
    Stage("preparing", "准备", "in preparation"),
    Stage("tabled", "已提请审议", "tabled"),
    Stage("decided", "已集体讨论决定", "decided"),
    Stage("archived", "已归档", "archived", rests=True),
)


def _prepare(key: str, zh: str, en: str, day: str, asks: tuple[str, ...] = ()) -> Transition:
    """A step of preparation: the set may be done in any order."""
    return Transition(
        key, "preparing", "preparing", zh, en, _PREPARE,
        sets=(day,), asks=asks, applies=_major,
    )  # fmt: skip


def _after(key: str, zh: str, en: str, day: str, *, guards: tuple[Any, ...] = ()) -> Transition:
    """A step after the decision that leaves the matter where it stands."""
    return Transition(
        key, "decided", "decided", zh, en, _KEEPERS, sets=(day,), guards=guards, applies=_major
    )


def _carried_out(
    key: str,
    zh: str,
    en: str,
    day: str,
    *,
    known: tuple[str, ...],
    asks: tuple[str, ...] = (),
    guards: tuple[Any, ...] = (),
) -> Transition:
    return Transition(
        key, "archived", "archived", zh, en, (*_PREPARE, *_KEEPERS),
        sets=(day,), asks=asks, known=known, guards=guards, applies=_major,
    )  # fmt: skip


_PREPARATION = (
    _prepare("open_comment", "公开征求意见", "open comment", "comment_from"),
    _prepare(
        "close_comment", "结束征求意见", "close comment", "comment_to",
        ("comments_received", "comments_adopted", "comment_short_reason"),
    ),
    _prepare("hear", "举行听证", "hold a hearing", "hearing_on", ("hearing_papers_on",)),
    _prepare("argue", "专家论证", "have experts argue it", "experts_on"),
    _prepare("assess_risk", "风险评估", "assess risk", "risk_on"),
    _prepare("review_competition", "公平竞争审查", "review for fair competition", "competition_on"),
    _prepare("submit_for_review", "送合法性审查", "send to legality review", "review_from"),
    Transition(
        "review", "preparing", "preparing", "合法性审查", "review for legality",
        Role.LEGAL_OFFICER, sets=("reviewed_on",),
        asks=("legality", "review_body", "review_short_reason", "counsel_heard"),
        not_same_as=("record", "submit_for_review"), applies=_major,
    ),
)  # fmt: skip
_DECISION = (
    Transition(
        # From anywhere before it: what is wanting is for the guards, all at once.
        "table", "preparing", "tabled", "提请集体审议", "table", _KEEPERS,
        sets=("tabled_on",), asks=("exploratory_risk",), guards=BEFORE_TABLING,
        not_same_as=("record",),
    ),
    Transition(
        "decide", "tabled", "decided", "集体讨论决定", "decide", _LEADERS,
        sets=("decided_on",), asks=("meeting",),
        guards=(*(unless_tabled(g) for g in BEFORE_TABLING), COLLECTIVE, KEY_COLLECTIVE),
    ),
    _after("report", "向党委请示报告", "report to the Party committee", "party_reported_on"),
    _after("publish", "公布决策", "publish", "published_on", guards=(PARTY_REPORT,)),
    Transition(
        "archive", "decided", "archived", "归档", "archive", _KEEPERS,
        sets=("archived_on",), asks=("not_published_reason",), guards=(PUBLICATION,),
    ),
    _carried_out("execute", "执行完毕", "execute", "executed_on", known=("executed_by",)),
    _carried_out(
        "evaluate", "后评估", "evaluate", "evaluated_on",
        known=("assessed_by",),
        asks=("evaluated_by", "evaluation_cause", "evaluation_result"),
        guards=(EVALUATOR, EVALUATOR_APART),
    ),
)  # fmt: skip

DECIDING = Procedure(
    key="decisions.deciding",
    of=Matter,
    zh="决策程序",
    en="making a decision",
    initial="preparing",
    stages=_STAGES,
    transitions=(*_PREPARATION, *_DECISION),
)

LISTING = Procedure(
    key="decisions.listing",
    of=DecisionList,
    zh="决策事项目录程序",
    en="setting the yearly list",
    initial="set",
    stages=(
        Stage("set", "已确定", "set"),
        Stage("agreed", "党委已同意", "agreed"),
        Stage("published", "已公布", "published", rests=True),
    ),
    transitions=(
        Transition(
            "agree", "set", "agreed", "登记党委同意", "record the Party committee's agreement",
            _KEEPERS, sets=("agreed_on",),
        ),
        # Also before it was agreed to: the guard tells what is wanting.
        Transition(
            "publish", ("set", "agreed"), "published", "公布目录", "publish the list", _KEEPERS,
            sets=("published_on",), guards=(LIST_AGREED,),
        ),
    ),
)  # fmt: skip


def _at_once(row: Any) -> bool:
    return bool(row.urgent)


def _in_order(row: Any) -> bool:
    return not row.urgent


CHANGING = Procedure(
    key="decisions.changing",
    of=ExecutionChange,
    zh="决策执行变更程序",
    en="changing a decision in execution",
    initial="proposed",
    stages=(
        Stage("proposed", "已提出", "proposed"),
        Stage("suspended", "已先行中止", "suspended at once"),
        Stage("decided", "已决定变更", "change decided"),
        Stage("changed", "已变更", "changed", rests=True),
        Stage("resumed", "已恢复执行", "resumed", rests=True),
    ),
    transitions=(
        Transition(
            "suspend", "proposed", "suspended", "紧急先行中止", "suspend at once",
            Role.PRINCIPAL, sets=("changed_on",), applies=_at_once,
        ),
        Transition(
            "decide_after", "suspended", "changed", "补办变更决定", "decide on it afterwards",
            _LEADERS, sets=("decided_on",), asks=("meeting",), guards=(CHANGE_TOGETHER,),
            applies=_at_once,
        ),
        Transition(
            "decide", "proposed", "decided", "决定变更", "decide the change", _LEADERS,
            sets=("decided_on",), asks=("meeting",), guards=(CHANGE_TOGETHER,),
            applies=_in_order,
        ),
        Transition(
            "change", ("proposed", "decided"), "changed", "变更执行", "change it", _KEEPERS,
            sets=("changed_on",), guards=(CHANGED_BY_PROCEDURE,),
            applies=_in_order,
        ),
        Transition(
            "resume", ("suspended", "changed"), "resumed", "恢复执行", "resume", _KEEPERS,
            sets=("resumed_on",), applies=lambda row: row.kind == "suspended",
        ),
    ),
)  # fmt: skip
