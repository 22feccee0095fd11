"""The registers: the yearly list, decision-making meetings, the matters decided, their changes."""

from zhunsheng.regimes.decisions.models.change import ChangeKind, ExecutionChange
from zhunsheng.regimes.decisions.models.matter import EvaluationCause, KeyKind, Legality, Matter
from zhunsheng.regimes.decisions.models.meeting import Meeting, MeetingKind
from zhunsheng.regimes.decisions.models.yearly_list import (
    DecisionList,
    Entered,
    ForWhom,
    ListedMatter,
    amended_on,
)

__all__ = [
    "ChangeKind",
    "DecisionList",
    "Entered",
    "EvaluationCause",
    "ExecutionChange",
    "ForWhom",
    "KeyKind",
    "Legality",
    "ListedMatter",
    "Matter",
    "Meeting",
    "MeetingKind",
    "amended_on",
]
