"""The registers: publications and their reviews, what is withheld, requests and their sequels."""

from zhunsheng.regimes.disclosure.models.account import Account, Platform
from zhunsheng.regimes.disclosure.models.consulted import Consulted, View
from zhunsheng.regimes.disclosure.models.contest import Contest, Contested, Result
from zhunsheng.regimes.disclosure.models.publication import (
    Category,
    Channel,
    Posting,
    Publication,
    Review,
    SecrecyReview,
)
from zhunsheng.regimes.disclosure.models.request import Applicant, Reply, Request
from zhunsheng.regimes.disclosure.models.withheld import (
    ReviewResult,
    Withheld,
    WithheldGround,
    WithheldReview,
)

__all__ = [
    "Account",
    "Applicant",
    "Category",
    "Channel",
    "Consulted",
    "Contest",
    "Contested",
    "Platform",
    "Posting",
    "Publication",
    "Reply",
    "Request",
    "Result",
    "Review",
    "ReviewResult",
    "SecrecyReview",
    "View",
    "Withheld",
    "WithheldGround",
    "WithheldReview",
]
