"""The registers: publications with postings and reviews, and requests."""

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
    "Posting",
    "Publication",
    "Reply",
    "Request",
    "Review",
    "SecrecyReview",
]
