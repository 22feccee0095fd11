"""Questioning a figure: a small page with a form, and what became of the question for its asker.

The form needs no session, cookie or script. Nobody is signed in here, so what another site's page
could send in a visitor's name is refused by where the browser says it comes from.
"""

from urllib.parse import urlsplit

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.label import in_language
from zhunsheng.portal.addresses import Served
from zhunsheng.portal.fresh import fresh
from zhunsheng.portal.page import Page, figure_page
from zhunsheng.portal.views import gone, visible
from zhunsheng.reports.errors import QuestionError, TooManyQuestionsError
from zhunsheng.reports.life.ask import LONGEST, LONGEST_CONTACT, Asked, ask
from zhunsheng.reports.life.questions import answer_due, working_days
from zhunsheng.reports.models import Edition, FigureQuestion
from zhunsheng.reports.public import shown_as

#: Bytes a form may have: the longest words, each character as it is sent, and a little more.
MOST_BYTES = 16 * 1024
#: A field no reader sees; what fills it in is no reader.
TRAP = "remark"
_AT = Served()
_SIGNED = Signer(salt="zhunsheng.question")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@fresh
def question(request: HttpRequest, edition: int, key: str) -> HttpResponse:
    """The figure with the form; a POST is taken, or refused with a sentence on the same page."""
    found, newest = visible(edition)
    if not newest.public:
        return gone(request, newest)
    if not found.agency.takes_questions:
        raise Http404
    content = figure_page(shown_as(found, newest), key, _AT)
    if content is None:
        raise Http404(key)
    content |= {
        "at_figure": _AT.figure(found, key),
        "days": working_days(found.agency_id),
        "longest": LONGEST,
        "longest_contact": LONGEST_CONTACT,
        "trap": TRAP,
    }
    if request.method == "POST":
        return _taken(request, found, key, content)
    return render(request, "portal/question.html", content)


@require_safe
@never_cache
def received(request: HttpRequest, receipt: str) -> HttpResponse:
    """For whoever has the address: the question's number, its day, and the answer once there is."""
    try:
        number = int(_SIGNED.unsign(receipt))
    except (BadSignature, ValueError):
        raise Http404 from None
    rows = FigureQuestion.objects.select_related("edition", "answer__erratum")
    found = get_object_or_404(rows, pk=number)
    edition, newest = visible(found.edition_id)
    if not newest.public:
        return gone(request, newest)
    content = {
        "question": found,
        "answer": getattr(found, "answer", None),
        "due": answer_due(found),
        "edition": edition,
        "name": in_language(*name_of(found.figure)),
        "at_home": _AT.home(),
        "at_report": _AT.report(edition),
        "at_figure": _AT.figure(edition, found.figure),
    }
    return render(request, "portal/question_received.html", content)


def receipt_of(question: FigureQuestion) -> str:
    """The address that only the asker is told."""
    return reverse("portal:question-received", args=[_SIGNED.sign(str(question.pk))])


def _taken(request: HttpRequest, edition: Edition, key: str, content: Page) -> HttpResponse:
    if _too_large(request):
        return _refused(request, content, _("The form is too large; shorten your question."), 413)
    if _from_elsewhere(request):
        return _refused(request, content, _("Send your question from this page itself."), 403)
    if request.POST.get(TRAP):
        told = _("A field that stays empty was filled in; nothing was taken. Please send it again.")
        return _refused(request, content, told, 400)
    asked = Asked(request.POST.get("text", ""), request.POST.get("contact", ""))
    try:
        made = ask(edition, key, asked, address=request.META.get("REMOTE_ADDR", ""))
    except TooManyQuestionsError as error:
        answer = _refused(request, content, in_language(error.zh, error.en), 429)
        answer.headers["Retry-After"] = "3600"
        return answer
    except QuestionError as error:
        status = 413 if error.values.get("too_long") else 422
        return _refused(request, content, in_language(error.zh, error.en), status)
    return redirect(receipt_of(made))


def _refused(request: HttpRequest, content: Page, told: str, status: int) -> HttpResponse:
    """The form again with the sentence, and with what was typed unless it is too large to read."""
    typed = {} if _too_large(request) else request.POST
    kept = {name: typed.get(name, "") for name in ("text", "contact")}
    page = content | {"refusal": told, "typed": kept}
    return render(request, "portal/question.html", page, status=status)


def _too_large(request: HttpRequest) -> bool:
    """By what is announced: no more than that is read."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return not announced.isdecimal() or int(announced) > MOST_BYTES


def _from_elsewhere(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return True
    return origin is not None and urlsplit(origin).netloc != request.get_host()
