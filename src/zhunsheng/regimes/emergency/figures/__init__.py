"""What the report says of plans, drills, inspections and hazards."""

from zhunsheng.regimes.emergency.figures import drilled, hazards, planned

FIGURES = (*planned.FIGURES, *drilled.FIGURES, *hazards.FIGURES)
IDENTITIES = (*planned.IDENTITIES, *hazards.IDENTITIES)
