"""What the report says of items, applications, ratings and guidance."""

from zhunsheng.regimes.services.figures import handled, items, rated

FIGURES = (*items.FIGURES, *handled.FIGURES, *rated.FIGURES)
IDENTITIES = (*items.IDENTITIES, *handled.IDENTITIES)
