"""Cells that name a person of the agency: by account, or by a name that only one person has."""

from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedSheet, Reading


def resolve_people(planned: PlannedSheet, name: str, reading: Reading) -> None:
    """Sets the person of each row that names one, or notes why nobody could be found."""
    known = _known(reading)
    header = both(column(planned.register.of, name).verbose_name)[0]
    for row in planned.rows:
        text = row.parents.get(name)
        if text is None:
            continue
        found = known.get(text, ())
        if len(found) == 1:
            setattr(row.values, f"{name}_id", found[0])
        else:
            reading.fault(planned.sheet, row.line, header, text, _why(text, found))


def _known(reading: Reading) -> dict[str, tuple[int, ...]]:
    """Account or name → the people it may mean; an account means its owner alone."""
    people = Person.objects.filter(agency=reading.agency, is_active=True)
    known: dict[str, tuple[int, ...]] = {}
    accounts: dict[str, tuple[int, ...]] = {}
    for pk, account, name in people.values_list("pk", "username", "name"):
        known[name] = (*known.get(name, ()), pk)
        accounts[account] = (pk,)
    return known | accounts


def _why(text: str, found: tuple[int, ...]) -> CellError:
    if found:
        return CellError(
            f"本单位有{len(found)}人叫“{text}”；请改填账号",
            f"{len(found)} people here are called '{text}'; write the account instead",
        )
    return CellError(
        f"本单位没有账号或姓名为“{text}”的人员；请核对，或留空",
        f"nobody here has the account or name '{text}'; check it, or leave the cell empty",
    )
