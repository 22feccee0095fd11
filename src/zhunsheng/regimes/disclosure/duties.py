"""What publishing and requests oblige to, and which days do not count."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from zhunsheng.kernel.declare import Duty, Pause, Term, WorkingDays, law
from zhunsheng.regimes.disclosure.models import Publication, Request

_DAY = timedelta(days=1)


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _formed(row: Any) -> date | None:
    return _in_force("disclosure.publish_term", row.formed_on)


def _publish_term(row: Any) -> Term:
    return WorkingDays(law().rule("disclosure.publish_term", row.formed_on).value("working_days"))


def _reply_starts(row: Any) -> date | None:
    """Receipt, or receipt of the correction; no clock while a correction is awaited."""
    if row.correction_noticed_on is not None and row.corrected_on is None:
        return None
    return _in_force("disclosure.reply_term", row.corrected_on or row.received_on)


def _reply_term(row: Any) -> Term:
    start = row.corrected_on or row.received_on
    days = law().rule("disclosure.reply_term", start).value("working_days")
    if row.extended_on is None:
        return WorkingDays(days)
    extension = law().in_force("disclosure.extension_term", start)
    return WorkingDays(days + (extension.value("working_days") if extension else 0))


def _third_party(row: Any) -> Sequence[Pause]:
    """From the day after the third party was asked to the day its answer came.

    While no answer has come, to the end of the third party's own term.
    """
    asked = row.third_party_asked_on
    if asked is None:
        return ()
    last = row.third_party_answered_on or asked + 21 * _DAY
    return (Pause(asked + _DAY, last, "征求第三方意见", "third party asked"),)


def _correction_starts(row: Any) -> date | None:
    needed = row.needs_correction or row.correction_noticed_on is not None
    return _in_force("disclosure.correction_term", row.received_on) if needed else None


def _correction_term(row: Any) -> Term:
    rule = law().rule("disclosure.correction_term", row.received_on)
    return WorkingDays(rule.value("working_days"))


DUTIES = (
    Duty(
        key="disclosure.publish",
        zh="主动公开信息",
        en="publish the information",
        rule="disclosure.publish_term",
        of=Publication,
        starts=_formed,
        due=_publish_term,
        done="published_on",
        alert_days=5,
    ),
    Duty(
        key="disclosure.reply",
        zh="答复信息公开申请",
        en="reply to the request",
        rule="disclosure.reply_term",
        of=Request,
        starts=_reply_starts,
        due=_reply_term,
        done="replied_on",
        pauses=_third_party,
    ),
    Duty(
        key="disclosure.correction",
        zh="告知申请人补正",
        en="ask the applicant to correct the request",
        rule="disclosure.correction_term",
        of=Request,
        starts=_correction_starts,
        due=_correction_term,
        done="correction_noticed_on",
        alert_days=3,
    ),
)
