"""Two versions of a record side by side: what the register holds now, and what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.desk.show import shown, shown_value
from zhunsheng.kernel.label import both, in_language
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record


@dataclass(frozen=True, slots=True)
class Apart:
    """One field in which the two differ."""

    name: str
    stored: str
    typed: str


def differing(row: Record, typed: Mapping[str, Any]) -> list[Apart]:
    """The fields typed otherwise than they stand in the row as it is now."""
    found = []
    for name, value in typed.items():
        if (value if value is not None else "") == (getattr(row, name) or "") or (
            value == getattr(row, name)
        ):
            continue
        field = column(row, name)
        label = in_language(*both(field.verbose_name))
        found.append(Apart(label, shown(row, name), shown_value(field, value)))
    return found
