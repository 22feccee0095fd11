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


def state_of(obligation: Obligation, today: date, *, alert_days: int = 7) -> DutyState:
    """The state at the end of the day."""
    if obligation.done_on is not None and obligation.done_on <= today:
        on_time = obligation.done_on <= obligation.due_on
        return DutyState.MET if on_time else DutyState.MET_LATE
    if today > obligation.due_on:
        return DutyState.OVERDUE
    soon = today + timedelta(days=alert_days) >= obligation.due_on
    return DutyState.DUE_SOON if soon else DutyState.OPEN
