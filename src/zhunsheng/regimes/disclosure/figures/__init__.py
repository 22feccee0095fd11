"""What the bureau reports of disclosure."""

from zhunsheng.regimes.disclosure.figures import published, requests

FIGURES = (*published.FIGURES, *requests.FIGURES)
IDENTITIES = (*published.IDENTITIES, *requests.IDENTITIES)
