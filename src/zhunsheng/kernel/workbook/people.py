"""Cells that name a person of the agency: by account, or by a name that only one person has.

Whoever is named must have been in post on the row's day.
"""

from datetime import date

from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.models import Delegation, Person, Post
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedSheet, Reading


def resolve_people(planned: PlannedSheet, name: str, reading: Reading) -> None:
    """Sets the person of each row that names one, or notes why nobody could be found."""
    known, posts = _known(reading), _posts(reading)
    header = both(column(planned.register.of, name).verbose_name)[0]
    for row in planned.rows:
        text = row.parents.get(name)
        if text is None:
            continue
        found = known.get(text, ())
        day = getattr(row.values, planned.register.dated_by or "", None) or reading.today
        if len(found) == 1 and not _in_post(posts.get(found[0], ()), day):
            reading.fault(planned.sheet, row.line, header, text, _not_in_post(text, day))
        elif len(found) == 1:
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


def _posts(reading: Reading) -> dict[int, tuple[tuple[date, date | None], ...]]:
    """Person → the first and last day of each of their posts, a delegation told by its own."""
    found: dict[int, tuple[tuple[date, date | None], ...]] = {}
    own = Post.objects.filter(person__agency=reading.agency)
    lent = Delegation.objects.filter(to__agency=reading.agency)
    for rows, whose in ((own, "person_id"), (lent, "to_id")):
        for person, first, last in rows.values_list(whose, "first_day", "last_day"):
            found[person] = (*found.get(person, ()), (first, last))
    return found


def _in_post(posts: tuple[tuple[date, date | None], ...], day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in posts)


def _not_in_post(text: str, day: date) -> CellError:
    return CellError(
        f"“{text}”在{day.isoformat()}没有任职；请核对人员和日期，或留空",
        f"'{text}' held no post on {day.isoformat()}; check person and date, or leave it empty",
    )


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
