"""The report's tables: report, edition and what follows it, visibility, delivery, collection."""

from zhunsheng.reports.models.collection import PartAnswer, PartCall
from zhunsheng.reports.models.delivery import Delivery
from zhunsheng.reports.models.edition import Archiving, Edition, Erratum, Package
from zhunsheng.reports.models.report import Report, Stage, Waiver
from zhunsheng.reports.models.visibility import LeakReport, RedactedCopy, Redaction, Visibility

__all__ = [
    "Archiving",
    "Delivery",
    "Edition",
    "Erratum",
    "LeakReport",
    "Package",
    "PartAnswer",
    "PartCall",
    "RedactedCopy",
    "Redaction",
    "Report",
    "Stage",
    "Visibility",
    "Waiver",
]
