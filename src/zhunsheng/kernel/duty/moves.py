"""Which due dates moved between two computations of the obligations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.duty.models import Obligation

#: (item, duty) → (due date, whether provisional).
DueDates = Mapping[tuple[int, str], tuple[date, bool]]


@dataclass(frozen=True, slots=True)
class Move:
    """An obligation's due date before and after; one of them None where it came or went."""

    item: int
    duty: str
    before: date | None
    after: date | None
    provisional: bool


def due_dates(agency: int | None = None) -> DueDates:
    """The due dates as they are stored, of one agency or of all."""
    rows = Obligation.objects.all() if agency is None else Obligation.objects.filter(agency=agency)
    found = rows.values_list("item_id", "duty", "due_on", "provisional")
    return {(item, duty): (due, provisional) for item, duty, due, provisional in found}


def moves(before: DueDates, after: DueDates) -> tuple[Move, ...]:
    """What differs, by its new date."""
    found = [
        Move(
            *key,
            before[key][0] if key in before else None,
            after[key][0] if key in after else None,
            after[key][1] if key in after else False,
        )
        for key in {*before, *after}
        if before.get(key) != after.get(key)
    ]
    return tuple(sorted(found, key=lambda m: (m.after or date.max, m.item, m.duty)))
