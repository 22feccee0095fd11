"""What the bureau reports of disclosure."""

from zhunsheng.regimes.disclosure.figures import consulted, contests, published, requests, withheld

FIGURES = (
    *published.FIGURES,
    *requests.FIGURES,
    *contests.FIGURES,
    *consulted.FIGURES,
    *withheld.FIGURES,
)
IDENTITIES = (*published.IDENTITIES, *requests.IDENTITIES)
