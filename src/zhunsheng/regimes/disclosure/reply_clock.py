"""When the reply to a request falls due: from which day, how long, which days stay out."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from zhunsheng.kernel.declare import Calendar, Law, Pause, WorkingDays

REPLY = "disclosure.reply_term"
EXTENSION = "disclosure.extension_term"
THIRD_PARTY = "disclosure.third_party_term"


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
    """The days a third party takes: from the day after it was asked to the day it answered.

    One that has not answered has until the end of its own term; after that silence ends the pause.
    """
    asked = row.third_party_asked_on
    if asked is None:
        return ()
    last = row.third_party_answered_on or third_party_limit(asked, law, calendar)
    return (Pause(asked + timedelta(days=1), last, "征求第三方意见", "third party asked"),)


def third_party_limit(asked: date, law: Law, calendar: Calendar) -> date:
    """The last day of a third party's own term; the day it was asked where no rule sets one."""
    rule = law.in_force(THIRD_PARTY, asked)
    return calendar.due_on(asked, rule.value("working_days"))[0] if rule else asked
