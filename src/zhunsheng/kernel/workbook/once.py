"""Lines that may stand once under their parent: told by their row, in the file or the register."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models

from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading

_CHUNK = 500


def refuse_repeated(planned: PlannedSheet, reading: Reading) -> None:
    """Notes a fault for each new line whose parent has one like it already."""
    for fields in _told_apart_by(planned):
        names = [column(planned.register.of, f).attname for f in fields]
        stored = _stored(planned, names, reading)
        heads = [both(column(planned.register.of, f).verbose_name) for f in fields]
        shown = [
            head for f, head in zip(fields, heads, strict=True) if f != planned.register.parent
        ]
        seen: dict[tuple[object, ...], int] = {}
        for row in planned.rows:
            key = tuple(_value(getattr(row.values, name, None)) for name in names)
            if key in stored or key in seen:
                line, value = seen.get(key), getattr(row.values, names[-1], "")
                why = _again(shown, line)
                reading.fault(planned.sheet, row.line, heads[-1][0], value, why)
            seen.setdefault(key, row.line)


def _told_apart_by(planned: PlannedSheet) -> Iterator[Sequence[str]]:
    parent = planned.register.parent
    for constraint in planned.register.of._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and parent in constraint.fields:
            yield constraint.fields


def _stored(planned: PlannedSheet, names: list[str], reading: Reading) -> set[tuple[object, ...]]:
    parent = f"{planned.register.parent}_id"
    parents = (getattr(row.values, parent, None) for row in planned.rows)
    keys = sorted({key for key in parents if isinstance(key, int)})
    rows: Any = planned.register.of._default_manager.filter(agency=reading.agency)
    rows = rows.exclude(standing=Standing.VOIDED)
    found: set[tuple[object, ...]] = set()
    for start in range(0, len(keys), _CHUNK):
        some = rows.filter(**{f"{parent}__in": keys[start : start + _CHUNK]})
        found |= {tuple(map(_value, values)) for values in some.values_list(*names)}
    return found


def _value(value: object) -> object:
    """A row of the same file stands for itself: it has no key yet."""
    if isinstance(value, PlannedRow):
        return ("row", id(value))
    return value.pk if isinstance(value, Record) else value


def _again(heads: list[tuple[str, str]], line: int | None) -> CellError:
    zh, en = "、".join(head[0] for head in heads), ", ".join(head[1] for head in heads)
    if line is None:
        return CellError(
            f"所属主记录下已登记过相同的“{zh}”；如内容有变，请在台账中改正原记录",
            f"the record it hangs under has one with the same {en}; correct that one",
        )
    return CellError(
        f"与第{line}行的所属主记录和“{zh}”相同；请删去其中一行",
        f"has the same record above it and the same {en} as row {line}; delete one",
    )
