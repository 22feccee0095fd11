"""Emergencies and safety: plans, drills, inspections, and hazards until they are crossed off."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register
from zhunsheng.regimes.emergency.checks import DRILL_CHECKS, HAZARD_CHECKS, PLAN_CHECKS
from zhunsheng.regimes.emergency.duties import DUTIES
from zhunsheng.regimes.emergency.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.emergency.models import Drill, Hazard, Inspection, Plan
from zhunsheng.regimes.emergency.procedure import RECTIFYING

_PLANS = Register(
    of=Plan,
    zh="应急预案",
    en="plans",
    columns=(
        "title", "division", "kind", "issued_on", "filed_on", "evaluated_on", "abolished_on",
    ),
    listed=("title", "kind", "issued_on", "filed_on", "evaluated_on", "division"),
    filters=("kind",),
    dated_by="issued_on",
    owed_by=("office",),
    checks=PLAN_CHECKS,
    later=("filed_on", "evaluated_on", "abolished_on"),
)  # fmt: skip
_DRILLS = Register(
    of=Drill,
    zh="应急演练",
    en="drills",
    columns=(
        "title", "division", "kind", "held_on", "plan", "place", "people", "evaluated_on",
        "evaluation",
    ),
    listed=("title", "kind", "held_on", "people", "evaluated_on", "division"),
    filters=("kind",),
    dated_by="held_on",
    owed_by=("office",),
    unit="次",
    checks=DRILL_CHECKS,
    later=("evaluated_on", "evaluation"),
)  # fmt: skip
_INSPECTIONS = Register(
    of=Inspection,
    zh="安全检查",
    en="inspections",
    columns=("number", "title", "division", "held_on", "place", "led_by", "by_leader"),
    listed=("title", "number", "held_on", "place", "led_by"),
    filters=("by_leader",),
    number="number",
    dated_by="held_on",
    owed_by=("office",),
    unit="次",
)
_HAZARDS = Register(
    of=Hazard,
    zh="安全隐患",
    en="hazards",
    columns=(
        "inspection", "number", "title", "grade", "place", "found_on", "rectify_by",
        "rectified_on", "rectifier", "rechecked_on", "rechecker", "closed_on",
    ),
    listed=(
        "title", "number", "grade", "place", "found_on", "rectify_by", "rectified_on",
        "closed_on", "stage",
    ),
    filters=("grade",),
    parent="inspection",
    number="number",
    dated_by="found_on",
    unit="处",
    checks=HAZARD_CHECKS,
)  # fmt: skip

REGIME = Regime(
    key="emergency",
    zh="应急与安全",
    en="emergencies and safety",
    law=(
        "emergency_response_law",
        "emergency_plan_measures",
        "safety_emergency_regulations",
        "bureau_safety_rules",
    ),
    registers=(_PLANS, _DRILLS, _INSPECTIONS, _HAZARDS),
    procedures=(RECTIFYING,),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    # A hazard that stays open may be the root of a problem.
    offers=(Offer("answers_problem", Hazard, Q(closed_on__isnull=True)),),
)
