"""The registers: publications with postings and reviews, requests with what followed them."""

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

__all__ = [
    "Applicant",
    "Category",
    "Channel",
    "Contest",
    "Contested",
    "Posting",
    "Publication",
    "Reply",
    "Request",
    "Result",
    "Review",
    "SecrecyReview",
]
