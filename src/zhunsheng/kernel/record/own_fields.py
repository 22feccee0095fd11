"""A field belongs to its writer: who asks and who answers leave each other's fields alone."""

from collections.abc import Mapping

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.org.authority import may_record, writes
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import ROLE_NAMES
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record, Version
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry


def theirs(register: Register, by: Person, record: Record | None = None) -> frozenset[str]:
    """The columns of the register that are another's to fill in; none where it has one writer.

    A new row is no answer yet. Whoever enters from paper what a writer said may correct it;
    what a writer entered stays as it was entered.
    """
    if not register.answers:
        return frozenset()
    keeps = record is not None and may_record(by, record.division, clock.today())
    if record is None or not keeps:
        return frozenset(register.answers)
    if not _entered_by_writer(register, record):
        return frozenset()
    return frozenset({"title", *register.columns} - set(register.answers))


def require_own_fields(
    model: type[Record], values: Mapping[str, object], *, by: Person, record: Record | None = None
) -> None:
    """Errors: InvalidError naming each value that is another's to fill in."""
    register = registry().find(model)
    barred = theirs(register, by, record) if register else frozenset()
    faults = tuple(
        (str(column(model, name).verbose_name), *_whose(register, name))
        for name, value in values.items()
        if register and name in barred and (record is not None or value not in (None, ""))
    )
    if faults:
        raise InvalidError(faults)


def _entered_by_writer(register: Register, record: Record) -> bool:
    first = Version.objects.select_related("by").get(item_id=record.pk, number=1)
    return writes(first.by, record.division, first.on, register.written_by)


def _whose(register: Register, name: str) -> tuple[str, str]:
    if name in register.answers:
        return (
            "是对已登记内容的答复，由承办科室在“程序”中答复后填写；请留空。",
            "answers what was entered; the division that handles it fills it in: leave it empty.",
        )
    zh = "、".join(ROLE_NAMES[role][0] for role in register.written_by)
    en = " or ".join(ROLE_NAMES[role][1] for role in register.written_by)
    return (
        f"由{zh}填写，不能代为更改；确需更正的，请退回，或者作废后由其重新登记。",
        f"is filled in by the {en} alone; return the record, or void it for them to enter anew.",
    )
