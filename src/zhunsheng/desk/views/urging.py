"""Urging from the desk: the words to copy, to whom they go, and the record of who was reminded."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhunsheng.desk.said import tell
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.deliver import channels, deliver
from zhunsheng.kernel.duty.due_list import due_list
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.urge import reminder, urge
from zhunsheng.kernel.duty.urging import Urging
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import ROLE_NAMES


def urging(request: HttpRequest, obligation: int) -> HttpResponse:
    """The reminder as it would go out; sending it puts it on record."""
    person, today = person_of(request), clock.today()
    found = _obligation(person, obligation)
    if request.method == "POST":
        _urge(request, found, person)
        return redirect("desk:urging", obligation)
    said = reminder(found, today=today, least=1)
    before = Urging.objects.filter(item_id=found.item_id, duty=found.duty).order_by("-pk")
    return render(
        request,
        "desk/urging.html",
        {
            "obligation": found,
            "kind": found.item.kind,
            "said": said,
            "role": in_language(*ROLE_NAMES[said.role]) if said else "",
            "before": before.select_related("to", "by").prefetch_related("deliveries"),
        },
    )


def _obligation(person: Person, key: int) -> Obligation:
    found = due_list(person, on=clock.today()).filter(pk=key).select_related("division").first()
    if found is None:
        raise Http404
    return found


def _urge(request: HttpRequest, obligation: Obligation, person: Person) -> None:
    try:
        urgings = urge(obligation, by=person)
    except KernelError as error:
        tell(request, error)
        return
    tell_delivery(request, urgings)


def tell_delivery(request: HttpRequest, urgings: tuple[Urging, ...]) -> None:
    """The reminders go out, and the page says what became of them."""
    outcome = deliver(urgings, channels())
    messages.success(request, _("%(n)d people are reminded, on record.") % {"n": len(urgings)})
    for name, said in outcome.failed:
        messages.error(
            request, _("Not delivered to %(name)s: %(why)s") % {"name": name, "why": said}
        )
    if outcome.silent:
        messages.info(request, _("No channel is set up: copy the words and send them yourself."))
