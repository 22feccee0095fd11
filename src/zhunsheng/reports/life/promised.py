"""Last year's promises as this year's report tells them, and those it has not answered yet."""

from dataclasses import dataclass

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import confirmed
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import both
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.kind import kind_of
from zhunsheng.reports.models import Promise, Report
from zhunsheng.reports.models.promise import Kept

#: The role in which a regime's rows are what a report promises for the next year.
_ROLE = "next_year_task"


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise of last year; `answer` is None while nobody said what became of it."""

    ordinal: int
    statement: str
    answer: Promise | None


def promised(report: Report) -> tuple[Promised, ...]:
    """Every promise: those answered, in their order, then those the registers hold besides.

    None where the report is of a kind that does not speak of them.
    """
    if not kind_of(report.kind).promises:
        return ()
    return asked_once(("promised", report.pk), lambda: _promised(report))


def _promised(report: Report) -> tuple[Promised, ...]:
    rows = Promise.objects.filter(report_id=report.pk).order_by("pk")
    newest = {row.ordinal: row for row in rows}
    found = [Promised(n, row.statement, row) for n, row in sorted(newest.items())]
    told = {one.statement for one in found}
    begin = max(newest, default=0) + 1
    open_ = [title for title in _registered(report) if title not in told]
    return (*found, *(Promised(n, title, None) for n, title in enumerate(open_, begin)))


def unanswered(report: Report) -> tuple[Promised, ...]:
    """Promises the registers hold of which the report does not say what became."""
    return tuple(one for one in promised(report) if one.answer is None)


def promises_json(report: Report) -> list[dict[str, object]]:
    """The answered promises as plain values, in both languages where they are ours to word."""
    return [
        {
            "ordinal": one.ordinal,
            "statement": one.statement,
            "outcome": one.answer.outcome,
            "zh": both(Kept(one.answer.outcome).label)[0],
            "en": both(Kept(one.answer.outcome).label)[1],
            "told": one.answer.told,
        }
        for one in promised(report)
        if one.answer is not None
    ]


def _registered(report: Report) -> tuple[str, ...]:
    """Titles of what the year before set down for this one, in the order it was entered."""
    scope = Scope(report.agency_id, report.year - 1)
    titles: dict[str, None] = {}
    for offer in used_by(report.agency_id).offers(_ROLE):
        dated = registry().register_of(offer.of).dated_by
        rows = confirmed(offer.of, scope).filter(offer.when)
        if dated:
            rows = rows.filter(**{f"{dated}__range": (scope.first, scope.last)})
        titles |= dict.fromkeys(rows.order_by("pk").values_list("title", flat=True))
    return tuple(titles)
