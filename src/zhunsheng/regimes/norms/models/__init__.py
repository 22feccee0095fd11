"""The registers: normative documents, what became of them, clean-ups."""

from zhunsheng.regimes.norms.models.amendment import Amendment
from zhunsheng.regimes.norms.models.cleanup import Cleanup, CleanupConclusion, Conclusion
from zhunsheng.regimes.norms.models.co_issuer import CoIssuer
from zhunsheng.regimes.norms.models.document import Ending, Issuing, NormativeDocument
from zhunsheng.regimes.norms.models.incidental import Found, IncidentalReview
from zhunsheng.regimes.norms.models.interpretation import Form, Interpretation

__all__ = [
    "Amendment",
    "Cleanup",
    "CleanupConclusion",
    "CoIssuer",
    "Conclusion",
    "Ending",
    "Form",
    "Found",
    "IncidentalReview",
    "Interpretation",
    "Issuing",
    "NormativeDocument",
]
