"""A record entered from an earlier one: what stays the same from year to year."""

from typing import Any

from django.db import models

from zhunsheng.desk.form import entry_fields
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Register


def copied(row: Record, register: Register, person: Person) -> dict[str, Any]:
    """The values a new form begins with: all but the number and the days, which are its own."""
    kept = {"division": row.division_id}
    for name in entry_fields(register, person):
        field = column(register.of, name)
        if name != register.number and not isinstance(field, models.DateField):
            kept[name] = getattr(row, field.attname)
    return kept
