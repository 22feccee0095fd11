"""What went wrong with a record makes it the root of a problem, whatever its regime offers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.due_list import rows_of
from zhunsheng.kernel.duty.hours import DONE_LATE, clock_time, overdue
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.procedure.models import Finding, Irregularity
from zhunsheng.kernel.record.models import Item, Standing
from zhunsheng.kernel.registry import registry

#: The role a faulty record may play for a problem.
ANSWERS_PROBLEM = "answers_problem"
#: The kind of the problems; where no installed regime keeps them, faults are listed all the same.
PROBLEMS = "planning.problem"


@dataclass(frozen=True, slots=True)
class Fault:
    """An irregularity or an overdue duty of a record; `problem` is set once one took it up."""

    item: int
    on: date
    title: str
    zh: str
    en: str
    problem: str


def at_fault(items: Iterable[int], today: date) -> set[int]:
    """Those of the items that are not voided and have an irregularity or an overdue duty."""
    asked = tuple(items)
    irregular = Irregularity.objects.filter(item_id__in=asked, kind=Finding.IRREGULAR)
    late = Obligation.objects.filter(_overdue(today), item_id__in=asked)
    found = {*irregular.values_list("item_id", flat=True), *late.values_list("item_id", flat=True)}
    return found & _titles(found).keys()


def faults_of(agency_id: int, year: int, today: date) -> tuple[Fault, ...]:
    """The year's irregularities and overdue duties, oldest first."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    irregular = Irregularity.objects.filter(
        item__agency_id=agency_id, kind=Finding.IRREGULAR, step__on__range=(first, last)
    ).select_related("step")
    late = Obligation.objects.filter(
        _overdue(today), agency_id=agency_id, due_on__range=(first, last)
    )
    duties = {duty.key: duty for duty in registry().duties()}
    found = [(i.item_id, i.step.on, i.zh, i.en) for i in irregular if i.step]
    found += [(o.item_id, o.due_on, *_late(o, duties[o.duty].zh, duties[o.duty].en)) for o in late]
    titles = _titles({item for item, *_ in found})
    taken = _taken_up(titles)
    return tuple(
        Fault(item, on, titles[item], zh, en, taken.get(item, ""))
        for item, on, zh, en in sorted(found, key=lambda f: (f[1], f[0]))
        if item in titles
    )


def _overdue(today: date) -> Q:
    return DONE_LATE | overdue(today, clock_time(clock.now()))


def _late(obligation: Obligation, zh: str, en: str) -> tuple[str, str]:
    if obligation.done_on is None:
        return f"{zh}逾期未办结", f"{en}: overdue"
    done = f"{obligation.done_on} {obligation.done_at}".rstrip()
    return f"{zh}逾期，{done}办结", f"{en}: done late, on {done}"


def _titles(items: Iterable[int]) -> dict[int, str]:
    """Item → title, without the voided."""
    kinds: dict[str, list[int]] = {}
    for item, kind in Item.objects.filter(pk__in=tuple(items)).values_list("pk", "kind"):
        kinds.setdefault(kind, []).append(item)
    found = rows_of(kinds)
    return {item: row.title for item, row in found.items() if row.standing != Standing.VOIDED}


def _taken_up(items: Iterable[int]) -> dict[int, str]:
    """Item → the title of a problem that it is linked to as its root."""
    links = Link.objects.filter(role=ANSWERS_PROBLEM, source_id__in=tuple(items))
    pairs = dict(links.values_list("source_id", "target_id"))
    titles = _titles(pairs.values())
    return {source: titles[target] for source, target in pairs.items() if target in titles}
