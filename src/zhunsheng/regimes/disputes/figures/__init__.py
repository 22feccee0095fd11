"""What the report says of reconsideration and litigation."""

from zhunsheng.regimes.disputes.figures import defended, reconsidered

FIGURES = (*reconsidered.FIGURES, *defended.FIGURES)
IDENTITIES = (*reconsidered.IDENTITIES, *defended.IDENTITIES)
