"""What the report says of enforcement."""

from zhunsheng.regimes.enforcement.figures import inspected, penalised

FIGURES = (*inspected.FIGURES, *penalised.FIGURES)
IDENTITIES = penalised.IDENTITIES
