"""The registers: officers, the year's publications, inspections, penalty cases, reversals."""

from zhunsheng.regimes.enforcement.models.inspection import (
    AnnualNotice,
    Inspection,
    InspectionKind,
    InspectionResult,
    NoticeKind,
    Recording,
)
from zhunsheng.regimes.enforcement.models.officer import Officer
from zhunsheng.regimes.enforcement.models.penalty import (
    Outcome,
    Penalty,
    PenaltyCase,
    Review,
)
from zhunsheng.regimes.enforcement.models.reversal import Reversal, Reversed

__all__ = [
    "AnnualNotice",
    "Inspection",
    "InspectionKind",
    "InspectionResult",
    "NoticeKind",
    "Officer",
    "Outcome",
    "Penalty",
    "PenaltyCase",
    "Recording",
    "Reversal",
    "Reversed",
    "Review",
]
