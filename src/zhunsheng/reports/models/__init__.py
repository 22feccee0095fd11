"""The report's tables: report, edition, numbers, visibility, delivery, collection, promises."""

from zhunsheng.reports.models.collection import PartAnswer, PartCall
from zhunsheng.reports.models.comment import CommentSettled, PartComment
from zhunsheng.reports.models.delivery import Delivery
from zhunsheng.reports.models.edition import Archiving, Edition, Erratum, Package
from zhunsheng.reports.models.number import DocumentNumber, ReservationEnd
from zhunsheng.reports.models.promise import Promise
from zhunsheng.reports.models.report import Report, Stage, Waiver
from zhunsheng.reports.models.visibility import LeakReport, RedactedCopy, Redaction, Visibility

__all__ = [
    "Archiving",
    "CommentSettled",
    "Delivery",
    "DocumentNumber",
    "Edition",
    "Erratum",
    "LeakReport",
    "Package",
    "PartAnswer",
    "PartCall",
    "PartComment",
    "Promise",
    "RedactedCopy",
    "Redaction",
    "Report",
    "ReservationEnd",
    "Stage",
    "Visibility",
    "Waiver",
]
