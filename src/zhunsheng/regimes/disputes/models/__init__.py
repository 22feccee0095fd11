"""The registers: cases of reconsideration and court cases, the bureau answering in both."""

from zhunsheng.regimes.disputes.models.litigation import (
    Appearance,
    Instance,
    Judgement,
    Litigation,
)
from zhunsheng.regimes.disputes.models.reconsideration import (
    CORRECTING,
    Conduct,
    Ending,
    Reconsideration,
)

__all__ = [
    "CORRECTING",
    "Appearance",
    "Conduct",
    "Ending",
    "Instance",
    "Judgement",
    "Litigation",
    "Reconsideration",
]
