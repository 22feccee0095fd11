"""The register of document numbers: what each number of a year was used for, and the next one."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import day_of, number_of, year_of
from zhunsheng.desk.download import workbook
from zhunsheng.desk.said import tell
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import both, in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.models import DocumentNumber
from zhunsheng.reports.models.number import Use
from zhunsheng.reports.numbering.book import number_book
from zhunsheng.reports.numbering.enter import enter_number, reserve_number, void_number
from zhunsheng.reports.numbering.number import read_number
from zhunsheng.reports.numbering.register import next_number, numbers_of


def numbers(request: HttpRequest) -> HttpResponse:
    """Every number of the year in order, and for the office the forms that enter the next."""
    person, today = person_of(request), clock.today()
    year = year_of(request.GET, today.year)
    entered = numbers_of(person.agency, year)
    return render(
        request,
        "desk/numbers.html",
        {
            "year": year,
            "years": (year - 1, year + 1),
            "rows": [(one, in_language(*both(one.use.label))) for one in entered],
            "reserved": [one for one in entered if one.use == Use.RESERVED],
            "next": next_number(person.agency, year) or "",
            "may_enter": Role.OFFICE in roles(person),
            "today": today,
        },
    )


def numbers_book(request: HttpRequest) -> HttpResponse:
    """The register of the year as a workbook."""
    person = person_of(request)
    year = year_of(request.GET, clock.today().year)
    title = f"{person.agency.name}{year}年发文字号登记"
    return workbook(number_book(numbers_of(person.agency, year), title=title), f"{title}.xlsx")


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """One number entered as used, reserved or void."""
    person = person_of(request)
    acts: dict[str, Callable[[HttpRequest, Person], DocumentNumber]] = {
        "use": _use,
        "reserve": _reserve,
        "void": _void,
    }
    chosen = request.POST.get("as", "")
    if chosen not in acts:
        raise BadRequest("as")
    try:
        made = acts[chosen](request, person)
    except KernelError as error:
        tell(request, error)
        return redirect("desk:numbers")
    messages.success(request, _("Entered in the register of numbers."))
    return redirect(f"{reverse('desk:numbers')}?year={made.year}")


def _use(request: HttpRequest, person: Person) -> DocumentNumber:
    return enter_number(
        person.agency,
        read_number(request.POST.get("number", "")),
        told=request.POST.get("told", ""),
        on=day_of(request.POST, "on", clock.today()),
        by=person,
        last=number_of(request.POST, "last"),
    )


def _reserve(request: HttpRequest, person: Person) -> DocumentNumber:
    number, told = read_number(request.POST.get("number", "")), request.POST.get("told", "")
    return reserve_number(
        person.agency, number, told=told, on=day_of(request.POST, "on", clock.today()), by=person
    )


def _void(request: HttpRequest, person: Person) -> DocumentNumber:
    number, reason = read_number(request.POST.get("number", "")), request.POST.get("told", "")
    return void_number(
        person.agency,
        number,
        reason=reason,
        on=day_of(request.POST, "on", clock.today()),
        by=person,
    )
