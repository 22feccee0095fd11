"""The registers: normative documents, clean-ups and their conclusions."""

from zhunsheng.regimes.norms.models.cleanup import Cleanup, CleanupConclusion, Conclusion
from zhunsheng.regimes.norms.models.document import Ending, Issuing, NormativeDocument

__all__ = [
    "Cleanup",
    "CleanupConclusion",
    "Conclusion",
    "Ending",
    "Issuing",
    "NormativeDocument",
]
