"""What the report says of decisions and of the meetings that made them."""

from zhunsheng.regimes.decisions.figures import changes, listed, matters, meetings, steps

FIGURES = (*matters.FIGURES, *listed.FIGURES, *steps.FIGURES, *changes.FIGURES, *meetings.FIGURES)
IDENTITIES = (*matters.IDENTITIES, *listed.IDENTITIES, *steps.IDENTITIES, *meetings.IDENTITIES)
