"""What a plan, a drill or a hazard obliges to, and by when."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Max

from zhunsheng.kernel.declare import (
    CalendarDays,
    Duty,
    Months,
    Standing,
    Term,
    WorkingDays,
    law,
)
from zhunsheng.regimes.emergency.models import Drill, Hazard, Plan, PlanKind

_FILING, _EVALUATION = "emergency.plan_filing", "emergency.plan_evaluation"
_DRILL_EVALUATION, _RECTIFY = "emergency.drill_evaluation", "emergency.rectify"
Start = Callable[[Any], date | None]


def _in_force(rule: str, day: date) -> date | None:
    return day if law().in_force(rule, day) is not None else None


def _issued(row: Any) -> date | None:
    # An on-site plan or one for fires belongs to one building: it is kept, not filed with anybody.
    kept = row.kind in (PlanKind.ON_SITE, PlanKind.FIRE)
    return None if kept else _in_force(_FILING, row.issued_on)


def _filing_term(row: Any) -> Term:
    return WorkingDays(law().rule(_FILING, row.issued_on).value("working_days"))


def _evaluated_or_issued(row: Any) -> date | None:
    last = row.evaluated_on or row.issued_on
    return None if row.abolished_on else _in_force(_EVALUATION, last)


def _evaluation_term(row: Any) -> Term:
    last = row.evaluated_on or row.issued_on
    return Months(law().rule(_EVALUATION, last).value("months"))


def _held(row: Any) -> date | None:
    return _in_force(_DRILL_EVALUATION, row.held_on)


def _drill_term(row: Any) -> Term:
    return WorkingDays(law().rule(_DRILL_EVALUATION, row.held_on).value("working_days"))


def _found(row: Any) -> date | None:
    return _in_force(_RECTIFY, row.found_on)


def _rectifying_term(row: Any) -> Term:
    """Each hazard has its own day, set when it was found."""
    return CalendarDays((row.rectify_by - row.found_on).days)


def _drilled_or_issued(rule: str, *kinds: PlanKind) -> Start:
    """The last drill of a plan of these kinds, or its issue where none has tried it."""

    def start(row: Any) -> date | None:
        if row.abolished_on or row.kind not in kinds:
            return None
        drills = Drill._default_manager.filter(plan=row.pk).exclude(standing=Standing.VOIDED)
        last = drills.aggregate(on=Max("held_on"))["on"]
        return _in_force(rule, last or row.issued_on)

    return start


def _cycle(rule: str, zh: str, en: str, *kinds: PlanKind) -> Duty:
    """The next drill of a plan: each drill starts the term anew."""
    start = _drilled_or_issued(rule, *kinds)

    def term(row: Any) -> Term:
        return Months(law().rule(rule, start(row)).value("months"))

    return Duty(
        rule, zh, en, rule, Plan, starts=start, due=term, done=_never, alert_days=60,
        follows=((Drill, "plan"),),
    )  # fmt: skip


def _never(row: Any) -> date | None:
    """Each evaluation starts the next term: there is always one ahead."""
    return None


DUTIES = (
    Duty(
        "emergency.plan_filing", "报送应急预案备案", "file the plan",
        _FILING, Plan, starts=_issued, since="issued_on",
        due=_filing_term, done="filed_on", alert_days=5,
    ),
    Duty(
        "emergency.plan_evaluation", "评估应急预案", "evaluate the plan again",
        _EVALUATION, Plan, starts=_evaluated_or_issued, since="evaluated_on",
        due=_evaluation_term, done=_never,
        alert_days=90,
    ),
    _cycle(
        "emergency.drill_cycle", "按周期组织预案演练", "drill the plan in its cycle",
        PlanKind.DEPARTMENTAL, PlanKind.SPECIAL,
    ),
    _cycle(
        "emergency.safety_drill_cycle", "按周期组织生产安全事故应急演练",
        "drill for accidents in its cycle", PlanKind.SAFETY,
    ),
    _cycle(
        "emergency.on_site_drill_cycle", "按周期组织现场处置演练", "drill on site in its cycle",
        PlanKind.ON_SITE,
    ),
    _cycle(
        "emergency.fire_drill_cycle", "按周期组织灭火和应急疏散演练",
        "drill for fires in its cycle",
        PlanKind.FIRE,
    ),
    Duty(
        "emergency.drill_evaluation", "评估应急演练", "evaluate the drill",
        _DRILL_EVALUATION, Drill, starts=_held, since="held_on",
        due=_drill_term, done="evaluated_on", alert_days=3,
    ),
    Duty(
        "emergency.rectify", "整改安全隐患", "rectify the hazard",
        _RECTIFY, Hazard, starts=_found, since="rectify_by",
        due=_rectifying_term, done="rectified_on", alert_days=3,
    ),
)  # fmt: skip
