"""The calendar a person's own calendar program subscribes to: it cannot sign in, so its address
carries a signature."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.duty.due_list import due_list, titles_of
from zhunsheng.kernel.duty.feed import Dated, calendar_text
from zhunsheng.kernel.duty.hours import ends_at
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.limits import kept, use_from_here
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.deadline import by

_SALT = "duties-feed"
_MOST = 500


def feed_address(person: Person) -> str:
    """The person's own address; a new password makes a new one."""
    return reverse("desk:feed", args=[signing.dumps(_identity(person), salt=_SALT)])


def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The open duties this person may see, as they stand now."""
    person = _person(token)
    use_from_here(person.agency_id, kept(person.agency.limits))
    arise(person.agency)
    obligations = list(due_list(person, on=clock.today())[:_MOST])
    titles = titles_of(obligations)
    duties = {d.key: d for d in registry().duties()}
    host = request.get_host()
    days = [
        Dated(
            f"{o.item_id}-{o.duty}@{host}",
            o.due_on,
            f"{_until(o)}{duties[o.duty].zh}：{titles.get(o.item_id, '')}",
            _said(o, duties[o.duty].rule),
            ends_at(o),
        )
        for o in obligations
        if o.duty in duties
    ]
    text = calendar_text(f"{person.agency.short_name}期限", days, now=clock.now())
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def _until(obligation: Obligation) -> str:
    """The time of day before what is owed, empty where days are counted."""
    return f"{obligation.due_at}前" if obligation.due_at else ""


def _said(obligation: Obligation, rule: str) -> str:
    """The ground, and the safe day where the last day of the law is none on which one works."""
    told = f"依据：{law().rule(rule, obligation.started_on).citation('zh')}"
    safe = by(obligation.due_on, calendar()).safe
    return (
        told
        if obligation.due_at or safe == obligation.due_on
        else f"{told}；稳妥期限{safe}（期限前最后一个工作日）"
    )


def _identity(person: Person) -> list[object]:
    return [person.pk, person.password[-12:]]


def _person(token: str) -> Person:
    try:
        pk, _ = told = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError):
        raise Http404 from None
    person = Person.objects.filter(pk=pk, is_active=True).select_related("agency").first()
    if person is None or _identity(person) != told:
        raise Http404
    return person
