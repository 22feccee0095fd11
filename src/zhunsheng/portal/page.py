"""The content of each public page, the same for the running portal and for a folder."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from zhunsheng.gongwen.write import html_fragment
from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.registry import law, registry
from zhunsheng.portal.addresses import Addresses
from zhunsheng.portal.rows import MOST, rows_shown
from zhunsheng.portal.told import arithmetic, basis, days
from zhunsheng.reports.life.questions import shown_questions
from zhunsheng.reports.models import Edition, Visibility, Waiver
from zhunsheng.reports.public import Shown
from zhunsheng.reports.redact import MARK

Page = dict[str, Any]


def home_page(rows: Iterable[Visibility], shown: dict[int, Shown], at: Addresses) -> Page:
    """The list: what is public with its files, what was withdrawn with its tombstone."""
    listed = [(row, at.report(row.edition), _files(shown.get(row.pk), at)) for row in rows]
    return {"listed": listed, "at_home": at.home()}


def report_page(shown: Shown, at: Addresses) -> Page:
    """The edition: text, figures, days, what was waived, corrected, taken out; files."""
    edition, facts = shown.edition, shown.facts
    document = shown.document
    keys = dict.fromkeys(r.ref for block in document.body for r in block.runs if r.ref in facts)
    link = _linking(edition, at)
    return {
        "edition": edition,
        "shown": shown,
        "at_home": at.home(),
        "at_schema": at.schema(),
        "files": _files(shown, at),
        "text": mark_safe(html_fragment(document, link=lambda run: link(run.ref))),
        "figures": [_line(facts[key], link(key)) for key in keys],
        "others": [_line(fact, link(key)) for key, fact in facts.items() if key not in keys],
        "days": days(shown, today=clock.today()),
        "taken_out": [
            (in_language(*name_of(r.figure)) if r.figure else "", r.ground)
            for r in shown.redactions
        ],
        "waivers": _waivers(shown),
        "promises": _promises(shown),
        "errata": [
            (e, _clean(shown, e.wrong), _clean(shown, e.right), _clean(shown, e.reason))
            for e in edition.errata.order_by("ordinal")
        ],
    }


def figure_page(shown: Shown, key: str, at: Addresses) -> Page | None:
    """A figure: definition, arithmetic, parts, basis, ground, rows, questions answered in public;
    None for one there is not."""
    facts = shown.facts
    if key not in facts:
        return None
    fact, defined = facts[key], registry().figures().get(key)
    hidden = fact["status"] == "redacted"
    parts = defined.part_figures() if defined and not hidden else ()
    rule = law().rule(defined.rule) if defined and defined.rule else None
    return {
        "edition": shown.edition,
        "at_home": at.home(),
        "at_report": at.report(shown.edition),
        "fact": fact,
        "name": in_language(*name_of(key)),
        "query": in_language(*told(defined)) if defined else fact["query"],
        "frozen_query": fact["query"],
        "arithmetic": arithmetic(defined, fact, facts),
        "basis": basis(fact),
        "note": in_language(defined.note_zh, defined.note_en) if defined else "",
        "rule": in_language(rule.citation("zh"), rule.citation("en")) if rule else "",
        "parts": [
            _line(facts[p.key], at.figure(shown.edition, p.key)) for p in parts if p.key in facts
        ],
        "rows": None if hidden else rows_shown(shown.edition, key),
        "most": MOST,
        "grounds": [r.ground for r in shown.redactions if r.figure == key],
        "errata": [e for e in shown.edition.errata.order_by("ordinal") if e.figure == key],
        **_questions(shown, key, at, hidden=hidden),
    }


def withdrawn_page(tombstone: Visibility, at: Addresses) -> Page:
    """What is left in public of a withdrawn edition: its title, when, why."""
    return {"tombstone": tombstone, "at_home": at.home()}


def _files(shown: Shown | None, at: Addresses) -> list[tuple[str, str]]:
    if shown is None:
        return []
    names = {
        "pdf": "PDF",
        "docx": "Word",
        "json": _("Figures (JSON)"),
        "csv": _("Figures (CSV)"),
        "xbrl": _("Figures (XBRL)"),
        "zip": _("Signed package"),
    }
    return [(names[form], at.file(shown.edition, form)) for form in shown.forms()]


def _line(fact: dict[str, object], address: str) -> Page:
    return {
        "fact": fact,
        "name": in_language(*name_of(str(fact["key"]))),
        "at": address,
        "basis": basis(fact),
    }


def _linking(edition: Edition, at: Addresses) -> Any:
    def link(key: str) -> str:
        return at.figure(edition, key)

    return link


def _waivers(shown: Shown) -> list[tuple[str, str, str]]:
    """(code, what was accepted, why) of each waiver the edition was signed with."""
    edition = shown.edition
    said = {
        f["code"]: in_language(f["zh"], f["en"]) for f in json.loads(edition.findings)["waived"]
    }
    rows = Waiver.objects.filter(report_id=edition.report_id, at__lte=edition.at).order_by("pk")
    return [
        (row.code, _clean(shown, row.text or said.get(row.code, "")), _clean(shown, row.reason))
        for row in rows
    ]


def _questions(shown: Shown, key: str, at: Addresses, *, hidden: bool) -> Page:
    """Where the figure may be questioned, and what was answered so that all may read it.

    A folder has neither: an answer taken back would stay in its copies.
    """
    address = at.question(shown.edition, key)
    answers = shown_questions(shown.edition, key) if address and not hidden else []
    return {
        "takes_questions": shown.edition.agency.takes_questions,
        "at_question": address,
        "answers": [(q, _clean(shown, q.text), _clean(shown, q.answer.text)) for q in answers],
    }


def _promises(shown: Shown) -> list[tuple[str, str, str]]:
    """(promise of last year, its outcome, in a sentence) as the edition was issued with them."""
    return [
        (_clean(shown, p["statement"]), in_language(p["zh"], p["en"]), _clean(shown, p["told"]))
        for p in json.loads(shown.edition.promises)
    ]


def _clean(shown: Shown, text: str) -> str:
    """The text without what was taken out of the report: it must not come back by this door."""
    for one in shown.redactions:
        text = text.replace(one.text, MARK) if one.text else text
    return text
