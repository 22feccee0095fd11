"""What the bureau reports of disclosure."""

from zhunsheng.regimes.disclosure.figures import contests, published, requests

FIGURES = (*published.FIGURES, *requests.FIGURES, *contests.FIGURES)
IDENTITIES = (*published.IDENTITIES, *requests.IDENTITIES)
