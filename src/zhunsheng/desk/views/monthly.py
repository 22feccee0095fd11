"""Monthly returns 本科室报数: what each division still owes for a month, and urging it."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.said import tell
from zhunsheng.desk.views.duties import due_rows
from zhunsheng.desk.views.urging import tell_delivery
from zhunsheng.desk.who import divisions_kept, divisions_of, person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.duty.urging import Urging
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.monthly.month import Month
from zhunsheng.kernel.monthly.nil import nil_return
from zhunsheng.kernel.monthly.owed import due_of, owed, owed_by
from zhunsheng.kernel.monthly.urge_month import MONTH_URGERS, addressed, urge_month, words
from zhunsheng.kernel.org.models import Division, Person

_DUE = 30


def monthly(request: HttpRequest) -> HttpResponse:
    """Every division the person answers for in one table; their only one at once."""
    person, asked = person_of(request), _month(request)
    divisions = _divisions(person)
    if len(divisions) == 1:
        return redirect(_address("month", divisions[0], asked))
    found = owed_by(divisions, asked, most=0)
    urged = _last_urged(divisions, asked)
    shown = {
        "rows": [(o.division, o, urged.get(o.division.pk)) for o in found],
        "urging": bool(roles(person) & set(MONTH_URGERS)),
        **_around(asked),
    }
    return render(request, "desk/monthly.html", shown)


def month(request: HttpRequest, division: int) -> HttpResponse:
    """What one division owes for the month, with the way to each."""
    person, asked = person_of(request), _month(request)
    found = _division(person, division)
    shown = {
        "owed": owed(found, asked),
        "due": due_rows(list(due_of(found, asked)[:_DUE]), clock.today()),
        "keeps": found in divisions_kept(person),
        "urging": bool(roles(person) & set(MONTH_URGERS)),
        "several": len(_divisions(person)) > 1,
        **_around(asked),
    }
    return render(request, "desk/month.html", shown)


def brief(request: HttpRequest) -> HttpResponse:
    """The piece of the first page that says what the person's divisions owe, asked for by itself:
    last month, which is being returned now, and this one."""
    person, now = person_of(request), Month.of(clock.today())
    urging = bool(roles(person) & set(MONTH_URGERS))
    divisions = (not urging and divisions_kept(person)) or _divisions(person)
    before = now.moved(-1)
    both = zip(owed_by(divisions, before, most=0), owed_by(divisions, now, most=0), strict=True)
    rows = [(last.division, (last, this)) for last, this in both]
    return render(request, "desk/month_brief.html", {"rows": rows, "months": (before, now)})


@require_POST
def nil(request: HttpRequest, division: int) -> HttpResponse:
    """Nothing happened in the month: in the register named, else in every one still owed."""
    person, asked = person_of(request), _month(request)
    found = _division(person, division)
    wanted = request.POST.get("register", "")
    silent = [r for r in owed(found, asked).silent if not wanted or r.kind == wanted]
    try:
        nil_return(silent, found, asked, by=person)
        messages.success(request, _("Nil return made for the month."))
    except KernelError as error:
        tell(request, error)
    return redirect(_address("month", found, asked))


def urge(request: HttpRequest, division: int) -> HttpResponse:
    """The words to copy and to whom they go; sending them puts it on record."""
    person, asked = person_of(request), _month(request)
    found = _division(person, division)
    missing = owed(found, asked)
    if request.method == "POST":
        try:
            tell_delivery(request, urge_month(missing, by=person))
        except KernelError as error:
            tell(request, error)
        return redirect(_address("month-urge", found, asked))
    before = _urgings(found, asked).select_related("to", "by").prefetch_related("deliveries")
    shown = {
        "owed": missing,
        "text": "" if missing.nothing else words(missing),
        "to": addressed(missing),
        "before": before,
        **_around(asked),
    }
    return render(request, "desk/month_urge.html", shown)


def _month(request: HttpRequest) -> Month:
    asked = request.POST.get("month") or request.GET.get("month", "")
    return Month.read(asked) or Month.of(clock.today())


def _around(asked: Month) -> dict[str, object]:
    """The month and its neighbours; none after this one."""
    after = asked.moved(1)
    return {
        "month": asked,
        "before_it": asked.moved(-1),
        "after_it": after if after <= Month.of(clock.today()) else None,
    }


def _divisions(person: Person) -> list[Division]:
    if sees_everything(person, on=clock.today()):
        return divisions_of(person)
    return divisions_kept(person)


def _division(person: Person, key: int) -> Division:
    for division in _divisions(person):
        if division.pk == key:
            return division
    raise Http404


def _address(name: str, division: Division, asked: Month) -> str:
    return f"{reverse(f'desk:{name}', args=[division.pk])}?month={asked}"


def _urgings(division: Division, asked: Month) -> QuerySet[Urging]:
    rows = Urging.objects.filter(division=division, due_on=asked.last)
    return rows.order_by("-pk")


def _last_urged(divisions: list[Division], asked: Month) -> dict[int | None, Urging]:
    rows = Urging.objects.filter(division__in=divisions, due_on=asked.last)
    return {urging.division_id: urging for urging in rows.order_by("pk")}
