"""The report's tables: from the calls for its parts to what the public asks about its figures."""

from zhunsheng.reports.models.collection import PartAnswer, PartCall
from zhunsheng.reports.models.comment import CommentSettled, PartComment
from zhunsheng.reports.models.delivery import Delivery
from zhunsheng.reports.models.due import DoneElsewhere, EditionDue, Step, YearDue
from zhunsheng.reports.models.edition import Archiving, Edition, Erratum, Package
from zhunsheng.reports.models.number import DocumentNumber, ReservationEnd
from zhunsheng.reports.models.promise import Promise
from zhunsheng.reports.models.question import (
    AnswerKind,
    AnswerShowing,
    AskingAddress,
    FigureQuestion,
    QuestionAnswer,
    QuestionContact,
)
from zhunsheng.reports.models.report import Report, Stage, Waiver
from zhunsheng.reports.models.visibility import LeakReport, RedactedCopy, Redaction, Visibility

__all__ = [
    "AnswerKind",
    "AnswerShowing",
    "Archiving",
    "AskingAddress",
    "CommentSettled",
    "Delivery",
    "DocumentNumber",
    "DoneElsewhere",
    "Edition",
    "EditionDue",
    "Erratum",
    "FigureQuestion",
    "LeakReport",
    "Package",
    "PartAnswer",
    "PartCall",
    "PartComment",
    "Promise",
    "QuestionAnswer",
    "QuestionContact",
    "RedactedCopy",
    "Redaction",
    "Report",
    "ReservationEnd",
    "Stage",
    "Step",
    "Visibility",
    "Waiver",
    "YearDue",
]
