"""The search page: one box, every register the person may see."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.asked import number_of, year_of
from zhunsheng.desk.search import search, words_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.evidence.models import EXPORT, Evidence, File
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Agency, Person


def search_page(request: HttpRequest) -> HttpResponse:
    """What was found, by register; a word of one character is not searched, and that is said."""
    person, today = person_of(request), clock.today()
    asked = request.GET.get("q", "").strip()
    words = words_of(asked)
    regime, year = request.GET.get("regime", ""), year_of(request.GET, 0)
    agencies, agency = _agencies(person), number_of(request.GET, "agency")
    narrowed = {"year": year, "agency": agency if agency in dict(agencies) else 0}
    found = list(search(person, words, on=today, regime=regime, **narrowed)) if words else []
    regimes = used_by(person.agency).regimes
    return render(
        request,
        "desk/search.html",
        {
            "q": asked,
            "words": words,
            "found": found,
            "waiting": _waiting(person) if words else 0,
            "regime": regime,
            "regimes": [(k, in_language(r.zh, r.en)) for k, r in regimes.items()],
            "agency": narrowed["agency"],
            "agencies": agencies if len(agencies) > 1 else [],
            "year": year,
            "years": range(today.year, today.year - 6, -1),
        },
    )


def _agencies(person: Person) -> list[tuple[int, str]]:
    """The organisations whose rows the person may see, their own first."""
    own = [(person.agency_id, person.agency.short_name)]
    if not sees_everything(person, on=clock.today()):
        return own
    below = Agency.objects.filter(parent=person.agency_id, affiliated=True).order_by("pk")
    return own + list(below.values_list("pk", "short_name"))


def _waiting(person: Person) -> int:
    """How many pieces of evidence of the person's agency no search finds by their words yet."""
    own = Evidence.objects.filter(file=OuterRef("pk"), item__agency=person.agency_id)
    own = own.exclude(kind=EXPORT)  # its words are never read
    return File.objects.filter(Exists(own), words__isnull=True).count()
