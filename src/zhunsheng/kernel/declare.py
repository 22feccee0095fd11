"""All the words a regime is written in; a regime imports this module and nothing else of ours."""

from zhunsheng.kernel.duty.met import met, met_late, met_on_time, open_at
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.figure.definition import (
    END,
    START,
    Count,
    Distinct,
    Figure,
    Identity,
    Rate,
    Stock,
    Sum,
    Total,
    by,
)
from zhunsheng.kernel.figure.one_name import as_one
from zhunsheng.kernel.figure.related import exists
from zhunsheng.kernel.figure.table import Line, Over, Split, Table
from zhunsheng.kernel.label import both, label
from zhunsheng.kernel.link.offer import Offer
from zhunsheng.kernel.occasion.facet import Aspect, Facet
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.models import Irregularity
from zhunsheng.kernel.procedure.table import (
    Context,
    Guard,
    Outcome,
    Procedure,
    Stage,
    Transition,
    failed,
    has,
    kept,
    not_applicable,
    unless_tabled,
)
from zhunsheng.kernel.record.bar import Bar
from zhunsheng.kernel.record.models import Record, Standing, titled
from zhunsheng.kernel.regime import Regime, Register, RowCheck
from zhunsheng.kernel.registry import law
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.due import (
    CalendarDays,
    FixedDate,
    Hours,
    Months,
    Pause,
    Term,
    WorkingDays,
    due,
)
from zhunsheng.statute.pack import Law

__all__ = [
    "END",
    "START",
    "Aspect",
    "Bar",
    "Calendar",
    "CalendarDays",
    "Context",
    "Count",
    "Distinct",
    "Duty",
    "Facet",
    "Figure",
    "FixedDate",
    "Guard",
    "Hours",
    "Identity",
    "Irregularity",
    "Law",
    "Line",
    "Months",
    "Offer",
    "Outcome",
    "Over",
    "Pause",
    "Person",
    "Procedure",
    "Rate",
    "Record",
    "Regime",
    "Register",
    "Role",
    "RowCheck",
    "Split",
    "Stage",
    "Standing",
    "Stock",
    "Sum",
    "Table",
    "Term",
    "Total",
    "Transition",
    "WorkingDays",
    "as_one",
    "both",
    "by",
    "calendar",
    "due",
    "exists",
    "failed",
    "has",
    "kept",
    "label",
    "law",
    "met",
    "met_late",
    "met_on_time",
    "not_applicable",
    "open_at",
    "titled",
    "unless_tabled",
]
