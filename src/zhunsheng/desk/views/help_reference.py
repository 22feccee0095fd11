"""The reference inside the desk: checks, registers and rules, read from their declarations."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.audit.check import Check, Stage
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.explain import needed
from zhunsheng.audit.model import Severity
from zhunsheng.audit.subjects import SUBJECTS
from zhunsheng.desk.help.register import duties_of, fields_of, figures_of, steps_of
from zhunsheng.desk.help.rules import by_instrument, resting_on
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.article import in_english


def checks(request: HttpRequest) -> HttpResponse:
    """Every check of the audit, by subject."""
    groups: dict[str, list[Check]] = {}
    for check in all_checks():
        if check.stage is not Stage.RETIRED:
            groups.setdefault(check.code[:3], []).append(check)
    named = [(key, in_language(*SUBJECTS[key]), found) for key, found in groups.items()]
    return render(request, "desk/help_checks.html", {"groups": named, "error": Severity.ERROR})


def check(request: HttpRequest, code: str) -> HttpResponse:
    """One check: what it asks, its law, what passes and what is found."""
    found = next((c for c in all_checks() if c.code == code), None)
    if found is None:
        raise Http404(code)
    return render(
        request,
        "desk/help_check.html",
        {
            "check": found,
            "name": in_language(found.zh, found.en),
            "error": found.severity == Severity.ERROR,
            "rule": law().rule(found.law) if found.law else None,
            "needs": in_language(*needed(found)),
            "trial": found.stage is Stage.PREVIEW,
            "subject": in_language(*SUBJECTS[code[:3]]),
        },
    )


def rules(request: HttpRequest) -> HttpResponse:
    """Every rule by the instrument that states it."""
    return render(request, "desk/help_rules.html", {"groups": by_instrument()})


def rule(request: HttpRequest, key: str) -> HttpResponse:
    """One rule: law, force, confidence and source, its earlier texts, and what rests on it."""
    texts = [text for text in law().rules() if text.key == key]
    if not texts:
        raise Http404(key)
    return render(
        request,
        "desk/help_rule.html",
        {
            "rule": texts[-1],
            "article": in_english(texts[-1].article),
            "earlier": texts[:-1],
            "resting": resting_on(key),
        },
    )


def register(request: HttpRequest, kind: str) -> HttpResponse:
    """One register: its columns, rules, steps, deadlines and figures, with its template."""
    found = next((r for r in registry().registers() if r.kind == kind), None)
    if found is None:
        raise Http404(kind)
    return render(
        request,
        "desk/help_register.html",
        {
            "about": found,
            "name": in_language(found.zh, found.en),
            "fields": fields_of(found),
            "checks": [*dict.fromkeys(in_language(c.zh, c.en) for c in found.checks)],
            "steps": steps_of(found),
            "duties": duties_of(found),
            "figures": figures_of(found),
        },
    )
