"""The rules an inspection and a penalty decision must keep, each asked of the row's own dates."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import (
    Context,
    Guard,
    Outcome,
    WorkingDays,
    due,
    failed,
    kept,
    not_applicable,
)
from zhunsheng.regimes.enforcement.models import Outcome as Ending
from zhunsheng.regimes.enforcement.models import Review

_WITHDRAWAL = "enforcement.withdrawal"
Test = Callable[[Any, Context], Outcome]


def _two_officers(row: Any, context: Context) -> Outcome:
    officers = [o for o in (row.first_officer, row.second_officer) if o is not None]
    if len({o.pk for o in officers}) < 2:
        return failed(
            f"只登记了{len({o.pk for o in officers})}名执法人员，不足两名",
            f"{len({o.pk for o in officers})} officers are recorded, fewer than two",
        )
    expired = [o for o in officers if not o.issued_on <= context.on < o.expires_on]
    if not expired:
        return kept()
    return failed(
        f"{context.on}执法证件不在有效期内：{'、'.join(o.number for o in expired)}",
        f"certificates that do not hold on {context.on}: {', '.join(o.number for o in expired)}",
    )


def _if_penalised(test: Test) -> Test:
    """The same test, asked of a decision to penalise alone."""

    def asked(row: Any, context: Context) -> Outcome:
        if row.outcome and row.outcome != Ending.PENALISED:
            return not_applicable("没有给予行政处罚", "no penalty is imposed")
        return test(row, context)

    return asked


def _by(done: date | None, on: date) -> bool:
    return done is not None and done <= on


def _told(row: Any, context: Context) -> Outcome:
    if _by(row.told_on, context.on):
        return kept()
    return failed(
        f"作出决定（{context.on}）前没有登记处罚告知",
        f"the party was not told before the decision ({context.on})",
    )


def _hearing_offered(row: Any, context: Context) -> Outcome:
    if not row.hearing_due:
        return not_applicable("不属于应当告知听证权利的案件", "no hearing is due")
    if not _by(row.hearing_told_on, context.on):
        return failed(
            f"作出决定（{context.on}）前没有登记听证告知",
            f"the party was not told of the hearing before the decision ({context.on})",
        )
    if _by(row.heard_on, context.on):
        return kept()
    days = context.law.rule("enforcement.hearing", context.on).value("working_days")
    until = due(row.hearing_told_on, WorkingDays(days), calendar=context.calendar).on
    if context.on > until:
        return kept()
    return failed(
        f"当事人可在{until}前要求听证，{context.on}尚在期限内且没有举行听证",
        f"a hearing may be asked for until {until}; none was held and {context.on} is within it",
    )


def _recorded(row: Any, _: Context) -> Outcome:
    if row.recording:
        return kept()
    return failed(
        "没有登记执法全过程记录的方式", "how the whole process was put on record is not said"
    )


def _reviewed(row: Any, context: Context) -> Outcome:
    if not row.major:
        return not_applicable("不属于重大执法决定", "not a major decision")
    if not _by(row.reviewed_on, context.on):
        return failed(
            f"作出决定（{context.on}）前没有完成法制审核",
            f"legal review was not done before the decision ({context.on})",
        )
    if row.review in (Review.PASSED, Review.CORRECTED):
        return kept()
    return failed("法制审核没有通过", "it did not pass legal review")


def _another_reviewer(row: Any, _: Context) -> Outcome:
    officers = [o for o in (row.first_officer, row.second_officer) if o is not None]
    if not row.reviewer or not officers:
        return not_applicable(
            "没有登记执法人员或者法制审核人员", "the officers or the reviewer are not said"
        )
    if row.reviewer not in {o.title for o in officers}:
        return kept()
    return failed(
        f"{row.reviewer}承办本案，又作法制审核",
        f"{row.reviewer} handled the case and reviewed it too",
    )


def _withdrawn_in_time(row: Any, context: Context) -> Outcome:
    days = context.law.rule(_WITHDRAWAL, row.reversed_on).value("working_days")
    until = due(row.reversed_on, WorkingDays(days), calendar=context.calendar).on
    # The step's own day, not that of its entry.
    on = row.withdrawn_on or context.on
    if on <= until:
        return kept()
    return failed(
        f"撤回公开信息（{on}）已超过期限（{until}）",
        f"withdrawn on {on}, after {until}",
    )


def _explained(row: Any, _: Context) -> Outcome:
    if row.explained:
        return kept()
    return failed("没有登记公开说明的理由", "the reason made public is not said")


INSPECTION_OFFICERS = Guard(_two_officers, "enforcement.inspection_officers")
OFFICERS = Guard(_if_penalised(_two_officers), "enforcement.officers")
TOLD = Guard(_if_penalised(_told), "enforcement.told")
HEARING = Guard(_if_penalised(_hearing_offered), "enforcement.hearing")
RECORDING = Guard(_if_penalised(_recorded), "enforcement.recording")
LEGAL_REVIEW = Guard(_if_penalised(_reviewed), "enforcement.legal_review")
ANOTHER_REVIEWER = Guard(_another_reviewer, "enforcement.review_apart")
WITHDRAWN_IN_TIME = Guard(_withdrawn_in_time, _WITHDRAWAL)
EXPLAINED = Guard(_explained, "enforcement.withdrawal_reason")

#: What must be complete before a penalty is decided: a set, not a sequence.
BEFORE_PENALTY = (OFFICERS, TOLD, HEARING, RECORDING, LEGAL_REVIEW)
