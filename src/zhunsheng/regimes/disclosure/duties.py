"""What publishing and requests oblige to, and which days do not count."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db.models import Max, Min, QuerySet

from zhunsheng.kernel.declare import (
    CalendarDays,
    Duty,
    Hours,
    Months,
    Pause,
    Standing,
    Term,
    WorkingDays,
    calendar,
    law,
)
from zhunsheng.regimes.disclosure.checks import TIME
from zhunsheng.regimes.disclosure.models import (
    Account,
    Consulted,
    Posting,
    Publication,
    Request,
    Withheld,
    WithheldReview,
)
from zhunsheng.regimes.disclosure.reply_clock import (
    ORGAN,
    REPLY,
    clock_start,
    consultation,
    reply_term,
)

_PUBLISH = "disclosure.publish_term"
_LEAK = "disclosure.withdraw_report"
_WITHHELD = "disclosure.withheld_cycle"
_CORRECTION = "disclosure.correction_term"
_UPDATE = "disclosure.account_update"


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _formed(row: Any) -> date | None:
    return _in_force(_PUBLISH, row.formed_on)


def _publish_term(row: Any) -> Term:
    return WorkingDays(law().rule(_PUBLISH, row.formed_on).value("working_days"))


def _leak_found(row: Any) -> date | None:
    return _in_force(_LEAK, row.leak_found_on)


def _leak_report_term(row: Any) -> Term:
    begun = row.leak_found_at if TIME.fullmatch(row.leak_found_at) else ""
    return Hours(law().rule(_LEAK, row.leak_found_on).value("hours"), begun)


def _reply_starts(row: Any) -> date | None:
    return _in_force(REPLY, clock_start(row))


def _reply_term(row: Any) -> Term:
    start = clock_start(row) or row.received_on
    return reply_term(start, law(), extended=row.extended_on is not None)


def _consultation(row: Any) -> Sequence[Pause]:
    # The calendar is read only where somebody was asked: an import has thousands of rows.
    asked = row.third_party_asked_on or row.organ_asked_on
    return consultation(row, law(), calendar()) if asked else ()


def _correction_starts(row: Any) -> date | None:
    needed = row.needs_correction or row.correction_noticed_on is not None
    return _in_force(_CORRECTION, row.received_on) if needed else None


def _correction_term(row: Any) -> Term:
    return WorkingDays(law().rule(_CORRECTION, row.received_on).value("working_days"))


def _letter(row: Any) -> date | None:
    return _in_force(ORGAN, row.received_on)


def _view_term(row: Any) -> Term:
    return WorkingDays(law().rule(ORGAN, row.received_on).value("working_days"))


def _cycle(day: str) -> Callable[[Any], Term]:
    return lambda row: Months(law().rule(_WITHHELD, getattr(row, day)).value("months"))


def _withheld(row: Any) -> date | None:
    return _in_force(_WITHHELD, row.withheld_on)


def _kept_back(row: Any) -> date | None:
    """Each review that left it withheld starts the term of the next."""
    return _in_force(_WITHHELD, row.reviewed_on) if row.result == "kept" else None


def _reviewed(row: Any) -> date | None:
    return _first(_reviews(row.pk), row.opened_on)


def _reviewed_again(row: Any) -> date | None:
    later = _reviews(row.withheld_id).filter(reviewed_on__gt=row.reviewed_on)
    # By its key: a row being imported has no other row at hand.
    opened = Withheld._default_manager.filter(pk=row.withheld_id).values_list(
        "opened_on", flat=True
    )
    return _first(later, opened.first())


def _reviews(withheld: int) -> QuerySet[WithheldReview, Any]:
    rows = WithheldReview._default_manager.filter(withheld=withheld)
    return rows.exclude(standing=Standing.VOIDED)


def _first(reviews: QuerySet[WithheldReview, Any], opened: date | None) -> date | None:
    found: date | None = reviews.aggregate(on=Min("reviewed_on"))["on"]
    return min((day for day in (found, opened) if day is not None), default=None)


def _last_update(row: Any) -> date | None:
    """The newest posting known, else the opening: each one starts the term of the next."""
    if row.closed_on is not None:
        return None
    # What a posting says it is posted on; a platform the ledger has no postings of finds none.
    posted = Posting._default_manager.filter(agency=row.agency_id, channel=row.platform)
    last = posted.exclude(standing=Standing.VOIDED).aggregate(on=Max("posted_on"))["on"]
    known = [day for day in (last, row.updated_on, row.opened_on) if day is not None]
    return _in_force(_UPDATE, max(known))


def _update_term(row: Any) -> Term:
    return CalendarDays(law().rule(_UPDATE, _last_update(row)).value("days"))


def _never(row: Any) -> date | None:
    """There is always a next update ahead, until the account is closed."""
    return None


DUTIES = (
    Duty(
        key="disclosure.publish",
        zh="主动公开信息",
        en="publish the information",
        rule=_PUBLISH,
        of=Publication,
        starts=_formed,
        since="formed_on",
        due=_publish_term,
        done="published_on",
        alert_days=5,
    ),
    Duty(
        key="disclosure.leak_withdraw",
        zh="撤下泄密信息",
        en="withdraw what leaked",
        rule=_LEAK,
        of=Publication,
        starts=_leak_found,
        since="leak_found_on",
        due=CalendarDays(0),
        done="withdrawn_on",
    ),
    Duty(
        key="disclosure.leak_report",
        zh="报告泄密情况（24小时内）",
        en="report the leak (within 24 hours)",
        rule=_LEAK,
        of=Publication,
        starts=_leak_found,
        since="leak_found_on",
        due=_leak_report_term,
        done="leak_reported_on",
        done_at="leak_reported_at",
    ),
    Duty(
        key="disclosure.reply",
        zh="答复信息公开申请",
        en="reply to the request",
        rule=REPLY,
        of=Request,
        starts=_reply_starts,
        since="received_on",
        due=_reply_term,
        done="replied_on",
        pauses=_consultation,
    ),
    Duty(
        key="disclosure.correction",
        zh="告知申请人补正",
        en="ask the applicant to correct the request",
        rule=_CORRECTION,
        of=Request,
        starts=_correction_starts,
        since="received_on",
        due=_correction_term,
        done="correction_noticed_on",
        alert_days=3,
    ),
    Duty(
        key="disclosure.consulted",
        zh="答复其他机关征求公开意见",
        en="answer the organ that asks for a view",
        rule=ORGAN,
        of=Consulted,
        starts=_letter,
        due=_view_term,
        done="answered_on",
        alert_days=5,
    ),
    Duty(
        key="disclosure.withheld_review",
        zh="首次评估审查不予公开信息",
        en="review what is withheld for the first time",
        rule=_WITHHELD,
        of=Withheld,
        starts=_withheld,
        since="withheld_on",
        due=_cycle("withheld_on"),
        done=_reviewed,
        alert_days=30,
        follows=((WithheldReview, "withheld"),),
    ),
    Duty(
        key="disclosure.withheld_next",
        zh="再次评估审查不予公开信息",
        en="review what is withheld again",
        rule=_WITHHELD,
        of=WithheldReview,
        starts=_kept_back,
        since="reviewed_on",
        due=_cycle("reviewed_on"),
        done=_reviewed_again,
        alert_days=30,
        decided_by=(Withheld, WithheldReview),
    ),
    Duty(
        key="disclosure.account_update",
        zh="更新政务新媒体账号",
        en="publish something on the account",
        rule=_UPDATE,
        of=Account,
        starts=_last_update,
        since="updated_on",
        due=_update_term,
        done=_never,
        alert_days=3,
        decided_by=(Posting,),
    ),
)
