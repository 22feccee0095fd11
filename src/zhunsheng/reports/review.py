"""Reviewing a report: its figures, its identities, the audit of its words, and what blocks it."""

import json
from dataclasses import dataclass
from datetime import date

from zhunsheng.audit import Audit, Handed, Waiver, audit, unbound
from zhunsheng.audit.model import Finding, Mention
from zhunsheng.gongwen.model import Kind, OfficialDocument
from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.definition import Rate
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.identity import Checked, check_declared, check_identities
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.document import document_of, plain_text
from zhunsheng.reports.each import cells_of
from zhunsheng.reports.instruments import kept_instruments
from zhunsheng.reports.life.collected import told, unsettled
from zhunsheng.reports.life.promised import Promised, unanswered
from zhunsheng.reports.models import Report
from zhunsheng.reports.models import Waiver as WaiverRow
from zhunsheng.reports.outline import OutlineItem, outline
from zhunsheng.reports.render import Problem, Renderer

#: The code under which a number typed by hand is waived.
TYPED = "NUM001"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that stands against signature; `code` waives it where it can be waived."""

    code: str
    text: str
    zh: str
    en: str


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


def scope_of(report: Report) -> Scope:
    """The agency and year the report speaks of."""
    return Scope(report.agency_id, report.year)


def review(report: Report, *, today: date | None = None) -> Review:
    """Everything about the report: nothing is stored."""
    today = today or clock.today()
    scope = scope_of(report)
    found = facts(scope)
    items = outline(report.year, used_by(report.agency_id))
    renderer = Renderer(
        facts=found,
        given={
            "year": str(report.year),
            "next_year": str(report.year + 1),
            "agency": report.agency.short_name,
        },
        titles=lambda key: _titles(key, scope),
        names=_name,
        units=_unit,
        cells=lambda key, way: cells_of(key, way, scope),
    )
    document = document_of(report, items, json.loads(report.parts), renderer)
    text, bound = plain_text(document)
    waivers = waivers_of(report)
    handed = Handed(titles=kept_instruments(text, scope), today=today)
    result = audit(text, document=True, waivers=waivers, today=today, handed=handed)
    typed = _typed(text, bound, waivers, today)
    identities = (*check_identities(found), *check_declared(found, scope))
    return Review(
        items=items,
        document=document,
        text=text,
        facts=found,
        identities=identities,
        problems=tuple(renderer.problems),
        audit=result,
        typed=typed,
        blockers=_blockers(
            text, _headings(document), tuple(renderer.problems), identities, result, typed
        )
        + tuple(Blocker("", s.call.part, *told(s)) for s in unsettled(report, today=today))
        + tuple(_promise(one) for one in unanswered(report)),
    )


def waivers_of(report: Report) -> tuple[Waiver, ...]:
    """The report's waivers as the audit takes them."""
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


def _typed(
    text: str, bound: tuple[tuple[int, int], ...], waivers: tuple[Waiver, ...], today: date
) -> tuple[Mention, ...]:
    allowed = {w.text for w in waivers if w.code == TYPED and (w.until is None or today <= w.until)}
    return tuple(m for m in unbound(text, bound=bound) if text[m.start : m.end] not in allowed)


def _headings(document: OfficialDocument) -> tuple[str, ...]:
    return tuple(block.text for block in document.body if block.kind == Kind.HEADING)


def _name(key: str) -> str:
    figure = registry().figures().get(key)
    return figure.zh if figure else key


def _unit(key: str) -> str:
    """The unit of what a rate counts; a rate itself has per cent."""
    figure = registry().figures()[key]
    if isinstance(figure.measure, Rate):
        figure = registry().figures()[figure.measure.numerator]
    return figure.unit


def _titles(key: str, scope: Scope) -> tuple[str, ...]:
    figure = registry().figures()[key]
    return tuple(rows_of(figure, scope).values_list("title", flat=True)[:50])


def _blockers(
    text: str,
    headings: tuple[str, ...],
    problems: tuple[Problem, ...],
    identities: tuple[Checked, ...],
    result: Audit,
    typed: tuple[Mention, ...],
) -> tuple[Blocker, ...]:
    found = [Blocker("", p.key, p.zh, p.en) for p in problems]
    found += [
        Blocker("", i.key, f"恒等关系不成立：{i.zh}（{i.arithmetic}）", f"{i.en}: {i.arithmetic}")
        for i in identities
        if i.holds is False
    ]
    found += [
        Blocker(
            TYPED,
            text[m.start : m.end],
            f"“{text[m.start : m.end]}”是手工键入的数字，须改为指标或说明理由",
            f"'{text[m.start : m.end]}' was typed by hand: make it a figure or waive it",
        )
        for m in typed
    ]
    found += [_found(f, headings, text) for f in result.findings]
    return tuple(found)


def _promise(one: Promised) -> Blocker:
    return Blocker(
        "",
        one.statement,
        f"上年报告提出的“{one.statement}”没有说明落实情况",
        f"nothing says what became of last year's promise '{one.statement}'",
    )


def _found(finding: Finding, headings: tuple[str, ...], text: str) -> Blocker:
    """The finding under the heading it stands below; one about what is missing has no place."""
    place = finding.spans[0][0] if finding.spans else 0
    above = [h for h in headings if 0 <= text.find(f"\n{h}\n") < place]
    named = not above or above[-1] in finding.zh
    where = ("", "") if named else (f"“{above[-1]}”：", f"under '{above[-1]}': ")
    return Blocker(
        finding.code, "", where[0] + finding.zh.rstrip("。"), where[1] + finding.en.rstrip(".")
    )
