"""When the reply to a request falls due: from which day, how long, which days stay out."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from zhunsheng.kernel.declare import Calendar, Law, Pause, WorkingDays

REPLY = "disclosure.reply_term"
EXTENSION = "disclosure.extension_term"
THIRD_PARTY = "disclosure.third_party_term"
ORGAN = "disclosure.joint_term"


def clock_start(row: Any) -> date | None:
    """Receipt, or receipt of the correction; None while a correction is awaited."""
    if row.correction_noticed_on is not None and row.corrected_on is None:
        return None
    start: date = row.corrected_on or row.received_on
    return start


def reply_term(start: date, law: Law, *, extended: bool) -> WorkingDays:
    """The term as the law stood on the day it began, with the extension where there is one."""
    days = law.rule(REPLY, start).value("working_days")
    extension = law.in_force(EXTENSION, start) if extended else None
    return WorkingDays(days + (extension.value("working_days") if extension else 0))


def consultation(row: Any, law: Law, calendar: Calendar) -> Sequence[Pause]:
    """The days those asked take: from the day after they were asked to the day they answered.

    One that has not answered has until the end of its own term; after that silence ends the pause.
    """
    pauses = []
    for asked, answered, rule, zh, en in (
        (row.third_party_asked_on, row.third_party_answered_on, THIRD_PARTY,
         "征求第三方意见", "third party asked"),
        (row.organ_asked_on, row.organ_answered_on, ORGAN,
         "征求其他机关意见", "other organ asked"),
    ):  # fmt: skip
        if asked is not None:
            last = answered or limit_of(rule, asked, law, calendar)
            pauses.append(Pause(asked + timedelta(days=1), last, zh, en))
    return tuple(pauses)


def limit_of(rule: str, asked: date, law: Law, calendar: Calendar) -> date:
    """The last day of the term of whoever was asked; that day itself where no rule sets one."""
    found = law.in_force(rule, asked)
    return calendar.due_on(asked, found.value("working_days"))[0] if found else asked
