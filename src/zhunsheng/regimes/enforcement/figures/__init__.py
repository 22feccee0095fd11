"""What the report says of enforcement."""

from zhunsheng.regimes.enforcement.figures import inspected, overturned, penalised

FIGURES = (*inspected.FIGURES, *penalised.FIGURES, *overturned.FIGURES)
IDENTITIES = penalised.IDENTITIES
