"""How an obligation stands on a day."""

from datetime import date, timedelta

from django.db import models

from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.label import label


class DutyState(models.TextChoices):
    """Open, due soon, overdue; met, met late."""

    OPEN = "open", label("办理中", "open")
    DUE_SOON = "due_soon", label("即将到期", "due soon")
    OVERDUE = "overdue", label("已逾期", "overdue")
    MET = "met", label("按期办结", "met")
    MET_LATE = "met_late", label("逾期办结", "met late")


def state_of(
    obligation: Obligation, today: date, *, alert_days: int = 7, at: str = ""
) -> DutyState:
    """The state at the time of day `at`, such as 09:30; without one by the day alone.

    A term of days has the whole of its last day, whatever the time.
    """
    last = (obligation.due_on, obligation.due_at)
    if obligation.done_on is not None and obligation.done_on <= today:
        timed = bool(obligation.due_at and obligation.done_at)
        done = (obligation.done_on, obligation.done_at) if timed else (obligation.done_on, "")
        return DutyState.MET_LATE if done > last else DutyState.MET
    if (today, at if obligation.due_at else "") > last:
        return DutyState.OVERDUE
    soon = today + timedelta(days=alert_days) >= obligation.due_on
    return DutyState.DUE_SOON if soon else DutyState.OPEN
