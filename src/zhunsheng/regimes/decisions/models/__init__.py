"""The registers: decision-making meetings, and the matters decided."""

from zhunsheng.regimes.decisions.models.matter import ForWhom, KeyKind, Legality, Matter
from zhunsheng.regimes.decisions.models.meeting import Meeting, MeetingKind

__all__ = ["ForWhom", "KeyKind", "Legality", "Matter", "Meeting", "MeetingKind"]
