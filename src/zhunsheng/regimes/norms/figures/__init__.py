"""What the report says of normative documents."""

from zhunsheng.regimes.norms.figures import (
    amended,
    cleanup,
    comment,
    examination,
    explained,
    filing,
    incidental,
    stock,
)

FIGURES = (
    *stock.FIGURES,
    *amended.FIGURES,
    *comment.FIGURES,
    *examination.FIGURES,
    *filing.FIGURES,
    *explained.FIGURES,
    *incidental.FIGURES,
    *cleanup.FIGURES,
)
IDENTITIES = (*stock.IDENTITIES, *amended.IDENTITIES, *cleanup.IDENTITIES)
