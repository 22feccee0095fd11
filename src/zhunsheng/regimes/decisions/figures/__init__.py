"""What the report says of decisions and of the meetings that made them."""

from zhunsheng.regimes.decisions.figures import matters, meetings, steps

FIGURES = (*matters.FIGURES, *steps.FIGURES, *meetings.FIGURES)
IDENTITIES = (*matters.IDENTITIES, *steps.IDENTITIES, *meetings.IDENTITIES)
