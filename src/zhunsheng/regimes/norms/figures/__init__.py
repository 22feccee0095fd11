"""What the report says of normative documents."""

from zhunsheng.regimes.norms.figures import cleanup, comment, examination, filing, stock

FIGURES = (
    *stock.FIGURES,
    *comment.FIGURES,
    *examination.FIGURES,
    *filing.FIGURES,
    *cleanup.FIGURES,
)
IDENTITIES = (*stock.IDENTITIES, *cleanup.IDENTITIES)
