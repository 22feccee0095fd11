"""The registers: plans, drills, inspections and the hazards found."""

from zhunsheng.regimes.emergency.models.inspection import Grade, Hazard, Inspection
from zhunsheng.regimes.emergency.models.plan import Drill, DrillKind, Plan, PlanKind

__all__ = ["Drill", "DrillKind", "Grade", "Hazard", "Inspection", "Plan", "PlanKind"]
