"""Urging: a person is reminded of a duty, and it is on record that they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.due_list import titles_of
from zhunsheng.kernel.duty.escalation import Level, level_by_hours, level_of
from zhunsheng.kernel.duty.hours import Apart, apart, ends_at
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.duty.urging import Urging
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Agency, Person, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.registry import law, registry
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.statute.deadline import by

#: Remind others: those who see every division's duties, and a division's head.
URGERS = (
    Role.LEGAL_OFFICER, Role.OFFICE, Role.DIVISION_HEAD, Role.DEPUTY_HEAD, Role.PRINCIPAL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reminder:
    """What would be said, to whom in which post, at which level."""

    obligation: Obligation
    level: Level
    role: Role
    to: tuple[Person, ...]
    text: str


def reminder(obligation: Obligation, *, today: date, least: int = 0) -> Reminder | None:
    """The reminder as it stands today; None while nobody need be reminded.

    `least` asks for a level whatever the day: somebody may urge before the alert begins.
    """
    duty = _duty(obligation)
    level = _level(obligation, duty, today)
    if level is None and not least:
        return None
    level = level or Level(least, -1)
    title = titles_of([obligation]).get(obligation.item_id, "")
    role, to = _whom(obligation, duty, level, today)
    return Reminder(obligation, level, role, to, _text(obligation, duty, title, today))


def urge(obligation: Obligation, *, by: Person) -> tuple[Urging, ...]:
    """Everybody the level names is reminded by this person, on record.

    Errors: NotPossibleError where the duty is done, or nobody holds the post it falls to.
    """
    with refusing(obligation.agency, "urge", by=by):
        require_role(by, URGERS, clock.today(), doing=("催办", "urge"))
        said = reminder(obligation, today=clock.today(), least=1)
        if obligation.done_on is not None or said is None or not said.to:
            raise NotPossibleError(
                "该事项已办结，或承办科室没有在岗的填报人员，无从催办；请核对科室人员。",
                "the duty is done, or its division has nobody in post to remind: check its people.",
            )
        with acting(obligation.agency, "urge", by=by) as act:
            act.details = {"duty": obligation.duty, "item": obligation.item_id}
            return tuple(_kept(act, said, person, by) for person in said.to)


def urge_all(agency: Agency, *, by: Person) -> tuple[Urging, ...]:
    """Every duty that has reached a level nobody was reminded of yet: the daily run.

    One entry of the trail for the whole run; nothing is written where nothing is due.
    """
    today = clock.today()
    due = [r for o in _waiting(agency) if (r := reminder(o, today=today)) and r.to]
    done = {
        (u.item_id, u.duty, u.due_on, u.level)
        for u in Urging.objects.filter(item_id__in=[r.obligation.item_id for r in due])
    }
    new = [r for r in due if _key(r) not in done]
    if not new:
        return ()
    with acting(agency, "urge_all", by=by) as act:
        act.details = {"duties": len(new)}
        return tuple(_kept(act, said, person, None) for said in new for person in said.to)


def by_person(urgings: Iterable[Urging]) -> dict[Person, str]:
    """One text for each person, however many duties they are reminded of."""
    found: dict[Person, list[str]] = {}
    for urging in urgings:
        found.setdefault(urging.to, []).append(urging.text)
    return {
        person: texts[0]
        if len(texts) == 1
        else "\n".join(f"{n}. {t}" for n, t in enumerate(texts, 1))
        for person, texts in found.items()
    }


def _waiting(agency: Agency) -> Iterable[Obligation]:
    rows = Obligation.objects.filter(agency=agency, done_on__isnull=True)
    return rows.select_related("item", "agency", "division").order_by("due_on", "pk").iterator()


def _key(said: Reminder) -> tuple[int, str, date, int]:
    obligation = said.obligation
    return obligation.item_id, obligation.duty, obligation.due_on, said.level.number


def _kept(act: Act, said: Reminder, person: Person, by: Person | None) -> Urging:
    obligation = said.obligation
    return Urging.objects.create(
        agency=act.agency,
        item_id=obligation.item_id,
        duty=obligation.duty,
        due_on=obligation.due_on,
        level=said.level.number,
        to=person,
        by=by,
        text=said.text,
        at=act.at,
    )


def _whom(
    obligation: Obligation, duty: Duty, level: Level, today: date
) -> tuple[Role, tuple[Person, ...]]:
    """Those the level names; where nobody holds its post, those the duty falls to."""
    agency, division = obligation.agency_id, obligation.division_id
    if level.role and (named := in_post(agency, division, level.role, today)):
        return level.role, named
    return duty.falls_to, in_post(agency, division, duty.falls_to, today)


def _duty(obligation: Obligation) -> Duty:
    return next(d for d in registry().duties() if d.key == obligation.duty)


def in_post(agency: int, division: int, role: Role, today: date) -> tuple[Person, ...]:
    """Those who hold the role: of the division first, else of the whole agency."""
    posts = Post.objects.filter(
        person__agency=agency, role=role, first_day__lte=today, person__is_active=True
    ).exclude(last_day__lt=today)
    own = posts.filter(division=division) or posts.filter(division=None)
    return tuple(dict.fromkeys(p.person for p in own.select_related("person").order_by("pk")))


def _level(obligation: Obligation, duty: Duty, today: date) -> Level | None:
    end = ends_at(obligation)
    if end is not None:
        return level_by_hours(apart(end, clock.now()))
    return level_of(obligation.due_on, today, alert_days=duty.alert_days, calendar=calendar())


def _text(obligation: Obligation, duty: Duty, title: str, today: date) -> str:
    """What is said, in the words an office uses."""
    rule = law().rule(duty.rule, obligation.started_on)
    provisional = "（节假日安排公布前暂按周末计算）" if obligation.provisional else ""
    due = f"{obligation.due_on.year}年{obligation.due_on.month}月{obligation.due_on.day}日"
    end = ends_at(obligation)
    if end is not None:
        until, safe, state = f"{due}{obligation.due_at}前", "", _by_hours(apart(end, clock.now()))
    else:
        until, state = f"{due}前（含当日）", _by_days((obligation.due_on - today).days)
        last = by(obligation.due_on, calendar()).safe
        on_leave = last != obligation.due_on
        safe = f"，其前最后一个工作日为{last.month}月{last.day}日" if on_leave else ""
    return (
        f"【催办】{obligation.division.name}：“{title}”须于{until}办理“{duty.zh}”{safe}，{state}"
        f"{provisional}。依据：{rule.citation('zh')}。"
    )


def _by_days(left: int) -> str:
    if left < 0:
        return f"已逾期{-left}天"
    return f"还有{left}天" if left else "今日到期"


def _by_hours(left: Apart) -> str:
    told = "已逾期" if left.late else "还有"
    if left.days:
        return f"{told}{left.days}天"
    return f"{told}{left.hours}小时" if left.hours else f"{told}不足1小时"
