"""The registers: normative documents, what became of them, clean-ups."""

from zhunsheng.regimes.norms.models.amendment import Amendment
from zhunsheng.regimes.norms.models.cleanup import Cleanup, CleanupConclusion, Conclusion
from zhunsheng.regimes.norms.models.document import Ending, Issuing, NormativeDocument
from zhunsheng.regimes.norms.models.incidental import Found, IncidentalReview

__all__ = [
    "Amendment",
    "Cleanup",
    "CleanupConclusion",
    "Conclusion",
    "Ending",
    "Found",
    "IncidentalReview",
    "Issuing",
    "NormativeDocument",
]
