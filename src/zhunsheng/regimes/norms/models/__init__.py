"""The registers: normative documents, clean-ups and their conclusions."""

from zhunsheng.regimes.norms.models.amendment import Amendment
from zhunsheng.regimes.norms.models.cleanup import Cleanup, CleanupConclusion, Conclusion
from zhunsheng.regimes.norms.models.document import Ending, Issuing, NormativeDocument

__all__ = [
    "Amendment",
    "Cleanup",
    "CleanupConclusion",
    "Conclusion",
    "Ending",
    "Issuing",
    "NormativeDocument",
]
