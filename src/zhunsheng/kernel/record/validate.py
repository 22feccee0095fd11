"""What a row's values must keep before they are stored, field by field and across the row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.bar import barred_by, standing_bars
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry

#: Set by the kernel alone.
OWN_FIELDS = frozenset(
    [
        "item",
        "version",
        "agency",
        "standing",
        "stage",
        "recorded_by",
        "recorded_at",
        "confirmed_by",
        "confirmed_at",
    ]
)
Fault = tuple[str, str, str]
_AHEAD = (
    "日期在今天之后；请核对，尚未发生的先存为草稿。",
    "is still to come; check it, or keep the record as a draft until then.",
)


def require_valid(record: Record, *, submitted_on: date | None = None) -> None:
    """Errors: InvalidError naming every field that cannot be accepted, all at once.

    A row handed in for confirmation tells what has happened by that day.
    """
    faults = (*field_faults(record), *row_faults(record))
    if submitted_on is not None:
        faults = (*faults, *_ahead_faults(record, submitted_on))
    if not faults:
        faults = (*_number_fault(record), *bar_faults(record))
    if faults:
        raise InvalidError(faults)


def require_no_steps(model: type[Record], values: Mapping[str, object]) -> None:
    """Errors: InvalidError when a value is one that only a step of the procedure may set."""
    procedure = registry().procedure_of(model)
    dated = procedure.sets if procedure else frozenset()
    faults = tuple(
        (
            str(column(model, name).verbose_name),
            "由程序步骤登记，不能直接填写；请在“程序”中办理相应步骤。",
            "is set by a step of the procedure; take that step instead.",
        )
        for name, value in values.items()
        if name in dated and value is not None
    )
    if faults:
        raise InvalidError(faults)


def field_faults(record: Record) -> tuple[Fault, ...]:
    """(field's name, zh, en) of each value its own field refuses; values become Python's."""
    found: list[Fault] = []
    for field in record._meta.concrete_fields:
        if field.name in OWN_FIELDS:
            continue
        try:
            value = field.clean(getattr(record, field.attname), record)
        except ValidationError as error:
            zh, en = _why(error, field)
            found.append((str(field.verbose_name), zh, en))
        else:
            setattr(record, field.attname, value)
    return tuple(found)


def _why(error: ValidationError, field: Any) -> tuple[str, str]:
    code = error.error_list[0].code
    if code in ("null", "blank"):
        return "必填，请补充。", "is required; fill it in."
    if code == "invalid_choice":
        allowed = [both(text) for value, text in field.flatchoices if value != ""]
        return (
            "不在可选范围内；可填：" + "、".join(zh for zh, _ in allowed) + "。",
            "is not one of the allowed values: " + ", ".join(en for _, en in allowed) + ".",
        )
    if code == "max_length":
        return (
            f"过长，最多{field.max_length}个字。",
            f"is too long: {field.max_length} characters at most.",
        )
    zh, en = both(error.messages[0])
    return zh, en


def row_faults(record: Record, *, alone: bool = False) -> tuple[Fault, ...]:
    """(field's name, zh, en) of each check of its register that the row does not keep.

    `alone` leaves out those that read another row beside it.
    """
    declared = registry().find(type(record))
    checks = declared.checks if declared else ()
    if alone:
        checks = tuple(check for check in checks if not check.beside)
    return tuple(
        (str(column(record, check.field).verbose_name), check.zh, check.en)
        for check in checks
        if not check.holds(record)
    )


def _ahead_faults(record: Record, today: date) -> tuple[Fault, ...]:
    declared = registry().find(type(record))
    name = declared.happened_on if declared else ""
    day = getattr(record, name) if name else None
    if not isinstance(day, date) or day <= today:
        return ()
    return ((str(column(record, name).verbose_name), *_AHEAD),)


def bar_faults(record: Record) -> tuple[Fault, ...]:
    """(field's name, zh, en) of each stored row that forbids this one."""
    declared = registry().find(type(record))
    if declared is None or not declared.bars:
        return ()
    among = standing_bars(declared.bars, record.agency_id)
    return tuple(
        (str(column(record, name).verbose_name), zh, en)
        for name, zh, en in barred_by(record, among, own=record.pk)
    )


def _number_fault(record: Record) -> tuple[Fault, ...]:
    declared = registry().find(type(record))
    number = getattr(record, declared.number, "") if declared and declared.number else ""
    if not declared or not number:
        return ()
    same = (
        type(record)
        ._default_manager.filter(agency_id=record.agency_id, **{declared.number: number})
        .exclude(standing=Standing.VOIDED)
        .exclude(pk=record.pk)
        .first()
    )
    if same is None:
        return ()
    name = str(column(record, declared.number).verbose_name)
    return (
        (
            name,
            f"“{number}”已用于“{same.title}”；请核对编号。",
            f"'{number}' is already used by '{same.title}'; check the number.",
        ),
    )
