"""An opinion that was asked for is given in time; nobody stands without an adviser."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Min, Q

from zhunsheng.kernel.declare import CalendarDays, Duty, Standing, Term, WorkingDays, law
from zhunsheng.regimes.counsel.models import Engagement, Opinion

_TERM, _ADVISER = "counsel.opinion_term", "counsel.adviser"


def _asked(row: Any) -> date | None:
    if row.recused_on is not None:
        return None
    return row.asked_on if law().in_force(_TERM, row.asked_on) is not None else None


def _term(row: Any) -> Term:
    return WorkingDays(law().rule(_TERM, row.asked_on).value("working_days"))


def _engaged(row: Any) -> date | None:
    start: date = row.starts_on
    ends = row.ends_on is not None and law().in_force(_ADVISER, start) is not None
    return start if ends else None


def _to_its_end(row: Any) -> Term:
    return CalendarDays((row.ends_on - row.starts_on).days)


def _followed_on(row: Any) -> date | None:
    """The day the next engagement begins; its own last day where no day lies between them."""
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gt=row.ends_on)
    others = Engagement._default_manager.filter(lasting, agency=row.agency_id).exclude(pk=row.pk)
    standing = others.exclude(standing=Standing.VOIDED)
    first: date | None = standing.aggregate(on=Min("starts_on"))["on"]
    if first is None:
        return None
    last: date = row.ends_on
    return first if first > last + timedelta(days=1) else min(first, last)


DUTIES = (
    Duty(
        "counsel.engagement", "聘期届满前续聘或者另聘法律顾问",
        "engage an adviser before the term ends", _ADVISER, Engagement, starts=_engaged,
        due=_to_its_end, done=_followed_on, alert_days=60,
        decided_by=(Engagement,),
    ),
    Duty(
        "counsel.opinion", "出具法律意见", "give the opinion",
        _TERM, Opinion, starts=_asked, since="asked_on", due=_term, done="given_on", alert_days=2,
    ),
)  # fmt: skip
