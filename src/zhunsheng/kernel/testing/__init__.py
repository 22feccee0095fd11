"""What the tests of a regime need: a small bureau, and rows recorded through the real verbs."""

from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.errors import InvalidError, NotAllowedError
from zhunsheng.kernel.evidence.store import store as store_file
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope, Status
from zhunsheng.kernel.figure.fill_table import fill
from zhunsheng.kernel.figure.identity import check_identities
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.procedure.derive import derive
from zhunsheng.kernel.procedure.errors import StepImpossibleError, StepRefusedError
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing.bureau import Bureau, make_bureau
from zhunsheng.kernel.testing.day import take
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.layout import columns_of
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.statute.calendar import shipped_calendar

__all__ = [
    "Bureau",
    "InvalidError",
    "NotAllowedError",
    "Obligation",
    "Scope",
    "Status",
    "StepImpossibleError",
    "StepRefusedError",
    "Taking",
    "WorkbookRefusedError",
    "amend",
    "check_identities",
    "columns_of",
    "confirm_batch",
    "derive",
    "draft",
    "facts",
    "fill",
    "import_workbook",
    "make_bureau",
    "perform",
    "rows_of",
    "shipped_calendar",
    "store_file",
    "take",
    "void",
]
