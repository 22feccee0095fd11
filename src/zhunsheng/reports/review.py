"""Reviewing a report: its figures, its identities, the audit of its words, and what blocks it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from zhunsheng.audit import Audit, Handed, Waiver, audit, unbound
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Mention
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.definition import Rate
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.identity import Checked
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.agreement import DISAGREES, disagreements
from zhunsheng.reports.blockers import TYPED, Blocker, Written, blockers_of, headings_of
from zhunsheng.reports.document import document_of, places_of, plain_text
from zhunsheng.reports.kind import RULE_OF_LAW, kind_of
from zhunsheng.reports.ledgers import Ledgers, fresh_ledgers
from zhunsheng.reports.life.collected import told as told_part
from zhunsheng.reports.life.collected import unsettled
from zhunsheng.reports.life.promised import Promised, unanswered
from zhunsheng.reports.models import Report
from zhunsheng.reports.models import Waiver as WaiverRow
from zhunsheng.reports.outline import OutlineItem, outline
from zhunsheng.reports.render import Problem, Renderer
from zhunsheng.reports.told_facts import told_facts, told_identities


@dataclass(frozen=True, slots=True)
class Review:
    """A report as it stands now."""

    items: tuple[OutlineItem, ...]
    document: OfficialDocument
    text: str
    facts: dict[str, Fact]
    identities: tuple[Checked, ...]
    problems: tuple[Problem, ...]
    audit: Audit
    typed: tuple[Mention, ...]
    blockers: tuple[Blocker, ...]
    written: Written


def scope_of(report: Report) -> Scope:
    """The agency and year the report speaks of."""
    return Scope(report.agency_id, report.year)


def review(
    report: Report,
    *,
    today: date | None = None,
    parts: Mapping[str, str] | None = None,
    ledgers: Ledgers | None = None,
) -> Review:
    """Everything about the report: nothing is stored.

    `parts` are texts not saved yet, in place of the report's own; `ledgers` spare counting again.
    """
    today = today or clock.today()
    kept = ledgers or fresh_ledgers(scope_of(report))
    items = outline(report.year, used_by(report.agency_id), report.kind)
    texts = json.loads(report.parts) | dict(parts or {})
    renderer = renderer_of(report, kept)
    document, of_part = document_of(report, items, texts, renderer, tables=kept.table)
    text, bound = plain_text(document)
    waivers, handed = waivers_of(report), Handed(titles=kept.instruments(text), today=today)
    found = audit(text, document=True, waivers=waivers, today=today, handed=handed)
    result = _asked_of(report.kind, found)
    typed = _typed(text, bound, waivers, today)
    written = Written(text, places_of(document, of_part), headings_of(document), texts)
    told = told_facts(kind_of(report.kind), document, kept.facts)
    problems, identities = tuple(renderer.problems), told_identities(kept.identities(), told)
    blockers = blockers_of(
        written, problems=problems, identities=identities, result=result, typed=typed
    )
    return Review(
        items=items,
        document=document,
        text=text,
        facts=told,
        identities=identities,
        problems=problems,
        audit=result,
        typed=typed,
        blockers=(*blockers, *_differing(report, told, written, today), *_owed(report, today)),
        written=written,
    )


def _asked_of(kind: str, result: Audit) -> Audit:
    """What asks for the annual report's statutory items asks no other kind for them, though its
    first words speak of the same work."""
    if kind == RULE_OF_LAW:
        return result
    codes = {check.code for check in all_checks() if check.titled == ANNUAL_REPORT}
    return replace(
        result,
        findings=tuple(found for found in result.findings if found.code not in codes),
        remarks=tuple(found for found in result.remarks if found.code not in codes),
    )


def renderer_of(report: Report, kept: Ledgers) -> Renderer:
    """What shows the report's tokens; it notes the problems it meets."""
    return Renderer(
        facts=kept.facts,
        given={
            "year": str(report.year),
            "next_year": str(report.year + 1),
            "agency": report.agency.short_name,
        },
        titles=kept.titles,
        names=lambda key: name_of(key)[0],
        units=_unit,
        cells=kept.cells,
        parts=_parts,
    )


def _parts(key: str) -> tuple[tuple[str, str], ...]:
    figure = registry().figures()[key]
    values = figure.parts.values if figure.parts else ()
    return tuple((figure.part_key(value), zh) for value, zh, _ in values)


def waivers_of(report: Report) -> tuple[Waiver, ...]:
    """The report's waivers as the audit takes them."""
    return asked_once(("waivers", report.pk), lambda: _waivers_of(report))


def _waivers_of(report: Report) -> tuple[Waiver, ...]:
    rows = WaiverRow.objects.filter(report_id=report.pk).select_related("by").order_by("pk")
    return tuple(
        Waiver(
            code=row.code,
            text=row.text,
            who=row.by.name,
            reason=row.reason,
            until=row.until,
            on=row.at.date(),
        )
        for row in rows
    )


def _differing(
    report: Report, told: Mapping[str, Fact], written: Written, today: date
) -> Iterator[Blocker]:
    """What another report of the year was issued with as another value."""
    for one in disagreements(report, told, waivers_of(report), today):
        part = written.part_with(one.key)
        yield Blocker(DISAGREES, one.words(), one.zh(), one.en(), part)


def _owed(report: Report, today: date) -> tuple[Blocker, ...]:
    """Parts no division answers for yet, and last year's promises nobody answered."""
    parts = unsettled(report, today=today)
    owed = (Blocker("", s.call.part, *told_part(s), part=s.call.part) for s in parts)
    return (*owed, *(_promise(one) for one in unanswered(report)))


def _promise(one: Promised) -> Blocker:
    return Blocker(
        "",
        one.statement,
        f"上年报告提出的“{one.statement}”没有说明落实情况",
        f"nothing says what became of last year's promise '{one.statement}'",
    )


def _typed(
    text: str, bound: tuple[tuple[int, int], ...], waivers: tuple[Waiver, ...], today: date
) -> tuple[Mention, ...]:
    allowed = {w.text for w in waivers if w.code == TYPED and (w.until is None or today <= w.until)}
    return tuple(m for m in unbound(text, bound=bound) if text[m.start : m.end] not in allowed)


def _unit(key: str) -> str:
    """The unit of what a rate counts; a rate itself has per cent."""
    figure = registry().figures()[key]
    if isinstance(figure.measure, Rate):
        figure = registry().figures()[figure.measure.numerator]
    return figure.unit
