"""A regime and its registers, as its own `regime.py` declares them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.figure.definition import Figure, Identity
from zhunsheng.kernel.figure.table import Table
from zhunsheng.kernel.link.offer import Offer
from zhunsheng.kernel.occasion.facet import Aspect, Facet
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.table import Procedure
from zhunsheng.kernel.record.bar import Bar
from zhunsheng.kernel.record.models import Record


@dataclass(frozen=True, slots=True)
class RowCheck:
    """A rule within one row; `test` sees the row's fields as attributes, empty ones as None.

    `beside` is the field that names another row, such as the parent, which the test reads too:
    it is asked only where one is named.
    """

    field: str
    test: Callable[[Any], bool]
    zh: str
    en: str
    beside: str = ""

    def holds(self, row: Any) -> bool:
        """The test's answer; True where it needs a row that this one does not name."""
        if self.beside and getattr(row, f"{self.beside}_id", None) is None:
            return True
        return self.test(row)


@dataclass(frozen=True, slots=True)
class Register:
    """One table people keep: its sheet in the workbook, its columns, its lines.

    `columns` are the model's fields in the order of the sheet and the form; `listed` those the
    list shows; `filters` those it filters by; `parent` the field that names the row it hangs
    under; `number` the field that must not repeat within an agency and identifies a row in a
    workbook; `owed_by` the kinds of division that must close it each year; `open_to` roles that
    see the whole register beside those who see everything. A register that is not `by_month` is
    one of the whole year, asked for at its end; rows without `papers` have none to show beside
    them, since another system or a public address is their proof. `asked` is the field that names
    the person a row asks for advice, who then sees that row; `bars` are the rows that forbid one.
    `written_by` are roles that keep no records but enter rows of their own here; `answers` are
    the columns in which those who keep the records answer such a row: each writes only its own.
    `holders` gives for a field that names a person the roles whose holders a form offers.
    The day a row counts by has come, unless the register looks `ahead`, as tasks by their due day.
    Lines that are states of one text `compares` (the field that orders them, the field of the
    text): the page of their parent shows what became of it from each to the next. `called` gives
    for a field whose number stands for a name what a row calls it, (zh, en). `later` are columns of
    what comes after the row begins: the form of a new one keeps them folded. Lines are
    `usual` if nearly every row above has some: its page reads them without asking whether any are.
    """

    of: type[Record]
    zh: str
    en: str
    columns: tuple[str, ...]
    listed: tuple[str, ...]
    filters: tuple[str, ...] = ()
    parent: str = ""
    number: str = ""
    dated_by: str = ""
    owed_by: tuple[str, ...] = ()
    unit: str = "件"
    checks: tuple[RowCheck, ...] = ()
    open_to: tuple[Role, ...] = ()
    by_month: bool = True
    papers: bool = True
    asked: str = ""
    holders: tuple[tuple[str, tuple[Role, ...]], ...] = ()
    bars: tuple[Bar, ...] = ()
    compares: tuple[str, str] | None = None
    later: tuple[str, ...] = ()
    called: tuple[tuple[str, Callable[[Any], tuple[str, str]]], ...] = ()
    usual: bool = False
    written_by: tuple[Role, ...] = ()
    answers: tuple[str, ...] = ()
    ahead: bool = False

    @property
    def kind(self) -> str:
        return self.of._meta.label_lower

    @property
    def happened_on(self) -> str:
        """The field of the day that must have come when a row is handed in; empty where none must.

        A moment is no such day: it is told by the clock of who enters it.
        """
        if not self.dated_by or self.ahead:
            return ""
        field = self.of._meta.get_field(self.dated_by)
        return "" if isinstance(field, models.DateTimeField) else self.dated_by

    @property
    def own_day(self) -> str:
        """The day a row is dated by; empty where it is a moment, or stands in another row."""
        if not self.dated_by or "__" in self.dated_by:
            return ""
        field = self.of._meta.get_field(self.dated_by)
        return self.dated_by if type(field) is models.DateField else ""

    @property
    def parent_model(self) -> type[Record] | None:
        if not self.parent:
            return None
        model = self.of._meta.get_field(self.parent).related_model
        return model if isinstance(model, type) and issubclass(model, Record) else None


@dataclass(frozen=True, slots=True)
class Regime:
    """A rule the bureau works under, with the records, procedures and figures it leaves.

    An `optional` one is used only by the agencies that took it up. `tables` are those of an
    official form, filled from figures. `shortcomings` are the keys of its figures that tell how
    far what went wrong was answered; a year at a glance shows them apart.
    """

    key: str
    zh: str
    en: str
    law: tuple[str, ...]
    registers: tuple[Register, ...]
    procedures: tuple[Procedure, ...] = ()
    duties: tuple[Duty, ...] = ()
    figures: tuple[Figure, ...] = ()
    identities: tuple[Identity, ...] = ()
    offers: tuple[Offer, ...] = ()
    facets: tuple[Facet, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    tables: tuple[Table, ...] = ()
    shortcomings: tuple[str, ...] = ()
    optional: bool = False

    def all_figures(self) -> tuple[Figure, ...]:
        """The declared figures, each followed by the parts its `parts` makes."""
        return tuple(part for f in self.figures for part in (f, *f.part_figures()))

    def all_identities(self) -> tuple[Identity, ...]:
        """The declared identities and those that exhaustive parts imply."""
        implied = tuple(i for f in self.figures if (i := f.part_identity()) is not None)
        return self.identities + implied
