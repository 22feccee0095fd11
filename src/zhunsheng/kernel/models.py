"""Every table of the kernel, gathered for Django."""

from zhunsheng.kernel.duty.models import LoadedNotice, Obligation
from zhunsheng.kernel.duty.urging import Delivery, Urging
from zhunsheng.kernel.evidence.models import Evidence, File, FileText
from zhunsheng.kernel.figure.models import Closing, DeclaredFact
from zhunsheng.kernel.invite.models import Invitation
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.models import (
    Agency,
    Delegation,
    Division,
    OrganisationChange,
    Person,
    Post,
)
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.kernel.record.models import Batch, BatchChange, Item, Record, Version
from zhunsheng.kernel.trail.models import ActionKey, Chain, Entry, Seal
from zhunsheng.kernel.view.models import SavedView
from zhunsheng.kernel.workbook.models import SourceTable

__all__ = [
    "ActionKey",
    "Agency",
    "Batch",
    "BatchChange",
    "Chain",
    "Closing",
    "DeclaredFact",
    "Delegation",
    "Delivery",
    "Division",
    "Entry",
    "Evidence",
    "File",
    "FileText",
    "Invitation",
    "Irregularity",
    "Item",
    "Link",
    "LoadedNotice",
    "Obligation",
    "Occasion",
    "OrganisationChange",
    "Person",
    "Post",
    "Record",
    "SavedView",
    "Seal",
    "SourceTable",
    "Step",
    "Urging",
    "Version",
]
