"""Forms made from a register: its columns as fields, the division among those one keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.db.models import Q
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhunsheng.desk.show import numbered
from zhunsheng.desk.who import holders
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.procedure.table import Procedure, Transition
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.own_fields import theirs
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry

if TYPE_CHECKING:
    _Choice = forms.ModelChoiceField[Record]
else:
    _Choice = forms.ModelChoiceField  # the running class knows no parameter


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)


class TimeInput(forms.TextInput):
    """The browser's own choice of hour and minute, sent as 09:30."""

    input_type = "time"


class RecordField(_Choice):
    """A choice among records, each told with its number."""

    def label_from_instance(self, obj: Any) -> str:
        """The record as its register numbers it."""
        return numbered(obj)


class LongSelect(forms.Select):
    """A choice among thousands of rows: Django's own renders a template for each of them."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The element with its options."""
        chosen = set(self.format_value(value) or ())
        told = (
            (key, " selected" if str(key) in chosen else "", text) for key, text in self.choices
        )
        options = format_html_join("", '<option value="{}"{}>{}</option>', told)
        given = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return format_html("<select{}>{}</select>", flatatt(given), options)


def entry_fields(register: Register, person: Person, row: Record | None = None) -> tuple[str, ...]:
    """The columns a form shows: all but those only a step may set, those a step asks and that are
    not asked yet, and those of another writer."""
    procedure = registry().procedure_of(register.of)
    stepped: frozenset[str] = frozenset()
    if procedure:
        stepped = procedure.sets | (_not_yet_asked(procedure, row) - {*register.answers})
    left = stepped | theirs(register, person, row) | {"division"}
    names = [n for n in register.columns if n not in left]
    if register.parent and register.parent not in names:
        names.insert(0, register.parent)
    if "title" not in names and "title" not in left and not register.parent:
        names.insert(0, "title")
    return tuple(names)


def _not_yet_asked(procedure: Procedure, row: Record | None) -> frozenset[str]:
    """What steps not taken ask for: it is written beside their day, and changed once it stands."""
    asked = {name for t in procedure.transitions for name in _told_by(t)}
    asked -= {name for t in procedure.transitions for name in t.known}
    if row is None:
        return frozenset(asked)
    taken = (t for t in procedure.transitions if getattr(row, t.dated_by, None) is not None)
    told = {name for name in asked if getattr(row, name) not in (None, "", False)}
    return frozenset(asked - told - {name for t in taken for name in _told_by(t)})


def _told_by(step: Transition) -> tuple[str, ...]:
    """What the step asks, and what it fills in by itself."""
    return (*step.asks, *(name for name, _ in step.gives))


def form_for(
    model: type[Record],
    names: Iterable[str],
    person: Person,
    *,
    data: Mapping[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
) -> forms.Form:
    """A form over these fields of the register."""
    given = dict(initial or {})
    fields = {name: _field(model, name, person, given.get(name)) for name in names}
    form = forms.Form(data, initial=given, label_suffix="")
    form.fields = {name: f for name, f in fields.items() if f is not None}
    for field in form.fields.values():
        field.error_messages |= _faults()
    names_in_chinese(form.fields.values())
    return form


def names_in_chinese(fields: Iterable[forms.Field]) -> None:
    """Choices among divisions, people and records are marked as the Chinese they are."""
    for field in fields:
        if isinstance(field, forms.ModelChoiceField):
            field.widget.attrs["lang"] = "zh-CN"


def _faults() -> dict[str, Any]:
    """What a field says of itself, in the words of the desk and the reader's language."""
    return {
        "required": _("this must be filled in"),
        "invalid_choice": _("choose one of the list"),
    }


def division_field(divisions: list[Division]) -> forms.Field:
    """A choice among the divisions whose records the person keeps, the first one chosen."""
    rows = Division.objects.filter(pk__in=[d.pk for d in divisions])
    field = forms.ModelChoiceField(rows, empty_label=None, label=_("Division"))
    field.initial = divisions[0].pk if divisions else None
    names_in_chinese([field])
    return field


def _field(model: type[Record], name: str, person: Person, now: object) -> forms.Field | None:
    column = model._meta.get_field(name)
    if not isinstance(column, models.Field):
        return None
    if isinstance(column, models.ForeignKey):
        return _reference(model, column, person, now)
    if isinstance(column, models.DateField):
        field = column.formfield(widget=DateInput())
        if field is not None:
            field.error_messages["invalid"] = _("this is no date; write it as 2024-03-05")
        return field
    if isinstance(column, models.CharField) and name.endswith("_at"):
        return column.formfield(widget=TimeInput())
    if isinstance(column, models.TextField):
        return column.formfield(widget=forms.Textarea(attrs={"rows": 3}))
    field = column.formfield()
    if isinstance(field, forms.ChoiceField) and column.choices:
        blank = column.blank or not column.has_default()
        field.choices = column.get_choices(blank, [("", _("Choose"))])
    return field


def _reference(model: type[Record], column: Any, person: Person, now: object) -> forms.Field:
    target = column.related_model
    if issubclass(target, Record):
        rows = visible(person, target, on=clock.today()).exclude(standing=Standing.VOIDED)
        register = registry().find(target)
        number = [register.number] if register and register.number else []
        rows = rows.only("pk", "title", *number)  # of thousands no more is shown
    else:
        rows = target.objects.filter(agency=person.agency)
        register = registry().find(model)
        if roles := dict(register.holders if register else ()).get(column.name):
            # Who is named already stays, though their post has ended since.
            rows = rows.filter(Q(pk__in=holders(person, *roles).values("pk")) | Q(pk=now))
    kind = RecordField if issubclass(target, Record) else forms.ModelChoiceField
    return kind(
        rows.order_by("-pk"),
        required=not column.null,
        label=column.verbose_name,
        empty_label=_("Choose"),
        widget=LongSelect,
    )
