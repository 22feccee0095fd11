"""Urging a division for its month: the words, and the record that its people were reminded."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.urge import in_post
from zhunsheng.kernel.duty.urging import Urging
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.monthly.owed import Counted, Owed
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing

#: Look after every division's returns.
MONTH_URGERS = (Role.LEGAL_OFFICER, Role.OFFICE)
_NAMED = 5


def words(owed: Owed) -> str:
    """What is said to the division, in the words an office uses."""
    parts = [
        _registers(owed),
        _rows("尚未提交的有", owed.drafts),  # not submitted
        _rows("尚待确认的有", owed.submitted),  # not confirmed
        _rows("没有佐证材料的有", owed.unproven),  # no paper beside it
        f"到期未办事项{owed.due}项" if owed.due else "",
    ]
    said = "；".join(part for part in parts if part)
    nil = "当月确无发生的，请作零报告。" if owed.silent else ""
    return (
        f"【催报】{owed.division.name}：{owed.month.zh}报数尚有以下事项未办：{said}。"
        f"请尽快办理。{nil}"
    )


def urge_month(owed: Owed, *, by: Person) -> tuple[Urging, ...]:
    """The division's recorders, or where it has none its heads, are reminded, on record.

    Errors: NotPossibleError where nothing is owed, or nobody is in post.
    """
    agency = owed.division.agency
    with refusing(agency, "urge_month", by=by):
        require_role(by, MONTH_URGERS, clock.today(), doing=("催报", "urge a division"))
        to = addressed(owed)
        if owed.nothing or not to:
            raise NotPossibleError(
                f"{owed.division.name}{owed.month.zh}报数没有缺项，或者没有在岗的填报人员，无从催报。",
                f"{owed.division.name} owes nothing for {owed.month}, or has nobody in post.",
            )
        with acting(agency, "urge_month", by=by) as act:
            act.details = {"division": owed.division.code, "month": str(owed.month)}
            return tuple(
                Urging.objects.create(
                    agency=agency,
                    division=owed.division,
                    due_on=owed.month.last,
                    level=1,
                    to=person,
                    by=by,
                    text=words(owed),
                    at=act.at,
                )
                for person in to
            )


def addressed(owed: Owed) -> tuple[Person, ...]:
    """Whom a reminder reaches today."""
    today, division = clock.today(), owed.division
    for role in (Role.RECORDER, Role.DIVISION_HEAD):
        people = in_post(division.agency_id, division.pk, role, today)
        if people:
            return people
    return ()


def _registers(owed: Owed) -> str:
    names = "、".join(register.zh for register in owed.silent[:_NAMED])
    more = "等" if len(owed.silent) > _NAMED else ""
    return f"未报台账{len(owed.silent)}本（{names}{more}）" if owed.silent else ""


def _rows(what: str, counted: tuple[Counted, ...]) -> str:
    each = "、".join(f"{c.register.zh}{c.rows}{c.register.unit}" for c in counted)
    return f"{what}{each}" if counted else ""
