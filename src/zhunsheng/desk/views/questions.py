"""Questions the public asked about figures: which wait, one with its figure, and its answer."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import number_of
from zhunsheng.desk.said import said, tell
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.registry import law, registry
from zhunsheng.reports.life.answer_question import (
    LONGEST,
    answer_question,
    delete_contact,
    read_contact,
    show_answer,
)
from zhunsheng.reports.life.questions import RULE, answer_due, answered, asked_of, waiting
from zhunsheng.reports.models import AnswerKind, Erratum, FigureQuestion
from zhunsheng.reports.publish import is_public

_PAGE = 50
Act = Callable[[HttpRequest, FigureQuestion, Person], str]


def questions(request: HttpRequest) -> HttpResponse:
    """What waits for an answer, the oldest first, and what was answered, page by page."""
    person = person_of(request)
    page = Paginator(answered(person.agency), _PAGE).get_page(request.GET.get("page"))
    wait = waiting(person.agency, today=clock.today())
    return render(
        request,
        "desk/questions.html",
        {
            "waiting": [(one, in_language(*name_of(one.question.figure))) for one in wait],
            "answered": [(one, in_language(*name_of(one.figure))) for one in page],
            "page": page,
            "query": "",
            "taken": person.agency.takes_questions,
            "is_office": Role.OFFICE in roles(person),
        },
    )


def question(request: HttpRequest, question: int) -> HttpResponse:
    """One question beside its figure; for the office the form that answers it."""
    return _shown(request, _found(person_of(request).agency, question))


@require_POST
def act_on_question(request: HttpRequest, question: int, verb: str) -> HttpResponse:
    """Answers it, reads or deletes its contact, shows both or takes them back."""
    person = person_of(request)
    found = _found(person.agency, question)
    try:
        if verb == "contact":
            contact = read_contact(found, by=person)
            return _shown(request, found, contact=contact)
        if verb not in _VERBS:
            raise Http404(verb)
        messages.success(request, _VERBS[verb](request, found, person))
    except KernelError as error:
        if verb == "answer":
            return _shown(request, found, refusal=said(error))
        tell(request, error)
    return redirect("desk:question", found.pk)


def _found(agency: Agency, key: int) -> FigureQuestion:
    rows = asked_of(agency).select_related(
        "edition__agency", "contact", "answer__by", "answer__erratum"
    )
    return get_object_or_404(rows, pk=key)


def _shown(
    request: HttpRequest, found: FigureQuestion, *, contact: str = "", refusal: str = ""
) -> HttpResponse:
    answer = getattr(found, "answer", None)
    newest = answer.showings.order_by("-pk").first() if answer else None
    rule, day = law().rule(RULE), answer_due(found)
    content = {
        "question": found,
        "answer": answer,
        "showing": newest,
        "public": bool(newest and newest.public),
        "edition": found.edition,
        "edition_public": is_public(found.edition),
        **_figure(found),
        "due": day,
        "working": in_language(day.zh(), day.en()),
        "rule": in_language(rule.citation("zh"), rule.citation("en")),
        "overdue": answer is None and clock.today() > day.on,
        "has_contact": hasattr(found, "contact"),
        "contact": contact,
        "errata": found.edition.errata.order_by("ordinal"),
        "kinds": AnswerKind.choices,
        "longest": LONGEST,
        "is_office": Role.OFFICE in roles(person_of(request)),
        "refusal": refusal,
        "typed": request.POST if refusal else {},
    }
    return render(request, "desk/question.html", content, status=422 if refusal else 200)


def _figure(found: FigureQuestion) -> dict[str, Any]:
    """The figure as the edition was issued with it, and how it is counted."""
    facts = {fact["key"]: fact for fact in json.loads(found.edition.facts)["facts"]}
    fact, defined = facts.get(found.figure, {}), registry().figures().get(found.figure)
    return {
        "fact": fact,
        "name": in_language(*name_of(found.figure)),
        "query": in_language(*told(defined)) if defined else fact.get("query", ""),
        "defined": defined is not None,
    }


def _answer(request: HttpRequest, found: FigureQuestion, person: Person) -> str:
    place = number_of(request.POST, "erratum")
    erratum = get_object_or_404(Erratum, pk=place, edition=found.edition_id) if place else None
    answer_question(
        found,
        kind=request.POST.get("kind", ""),
        text=request.POST.get("text", "").replace("\r\n", "\n"),
        erratum=erratum,
        public=request.POST.get("public") == "1",
        by=person,
    )
    return _("The question is answered; how to reach the asker is deleted.")


def _delete(request: HttpRequest, found: FigureQuestion, person: Person) -> str:
    delete_contact(found, by=person, reason=request.POST.get("reason", ""))
    return _("How to reach the asker is deleted.")


def _show(request: HttpRequest, found: FigureQuestion, person: Person) -> str:
    answer = getattr(found, "answer", None)
    if answer is None:
        raise Http404
    show_answer(answer, by=person, public=True)
    return _("Question and answer are public with the figure.")


def _hide(request: HttpRequest, found: FigureQuestion, person: Person) -> str:
    answer = getattr(found, "answer", None)
    if answer is None:
        raise Http404
    show_answer(answer, by=person, public=False, reason=request.POST.get("reason", ""))
    return _("Question and answer are no longer public.")


_VERBS: dict[str, Act] = {
    "answer": _answer,
    "delete-contact": _delete,
    "show": _show,
    "hide": _hide,
}
