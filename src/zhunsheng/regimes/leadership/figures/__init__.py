"""What the report says of the bureau's leadership and of its principal."""

from zhunsheng.regimes.leadership.figures import accounts, acts, plans, rules

FIGURES = (*plans.FIGURES, *acts.FIGURES, *accounts.FIGURES, *rules.FIGURES)
IDENTITIES = (*plans.IDENTITIES, *accounts.IDENTITIES, *rules.IDENTITIES)
