"""A year's report is owed before anybody has begun it: from the end of the year, or from the day
its text is first collected, until it is issued. Then its edition owes it to each addressee."""

from collections.abc import Callable, Iterator
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.utils.timezone import localtime

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import of_versions
from zhunsheng.kernel.duty.matter import Owing, identity
from zhunsheng.kernel.duty.refresh import refresh
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.trail.append import append, take_place
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.kind import RULE_OF_LAW, ReportKind, kinds
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.due import owe, owed_of, unowed
from zhunsheng.reports.life.office import answering
from zhunsheng.reports.models import Edition, Report, Step, YearDue
from zhunsheng.statute.due import FixedDate

#: The actor of the calendar's entries: no account can have such a name.
CALENDAR = "(calendar)"
_ALERT = 30  # days: collecting, discussing and signing take them


def year_duties(kind: ReportKind) -> Iterator[Duty]:
    """Submission and publication of a report that is not issued yet."""
    if not kind.owed:
        return
    yield Duty(
        key=f"report.write.{kind.key}",
        zh=f"编制并报送{kind.zh}",
        en=f"write and submit the {kind.en}",
        rule=kind.submit,
        of=YearDue,
        starts=_unissued(kind),
        due=_submit_by,
        done=_done(Step.SUBMIT),
        alert_days=_ALERT,
        falls_to=Role.LEGAL_OFFICER,
    )
    if kind.publish:
        yield Duty(
            key=f"report.show.{kind.key}",
            zh=f"编制并公开{kind.zh}",
            en=f"write and publish the {kind.en}",
            rule=kind.publish,
            of=YearDue,
            starts=_unissued(kind),
            due=_publish_by,
            done=_done(Step.PUBLISH),
            alert_days=_ALERT,
            falls_to=Role.LEGAL_OFFICER,
        )


def _unissued(kind: ReportKind) -> Callable[[YearDue], date | None]:
    def since(row: YearDue) -> date | None:
        if row.kind != kind.key:
            return None
        known = Edition.objects.filter(agency=row.agency_id, year=row.year, kind=row.kind)
        return None if known.exists() else row.since

    return since


def _done(step: Step) -> Callable[[YearDue], date | None]:
    return lambda row: row.elsewhere.filter(step=step).values_list("on", flat=True).first()


def _submit_by(row: YearDue) -> FixedDate:
    return _on(row, deadlines(row.year, row.kind).submit.limit)


def _publish_by(row: YearDue) -> FixedDate:
    due = deadlines(row.year, row.kind)
    return _on(row, (due.publish or due.submit).limit)


def _on(row: YearDue, limit: date) -> FixedDate:
    return FixedDate(limit.month, limit.day, limit.year - row.since.year)


def begun(act: Act, report: Report) -> None:
    """From the first draft on, where the report's own last day is still to come."""
    kind = _owed_kinds(act.agency).get(report.kind)
    if kind and act.on <= deadlines(report.year, kind.key).submit.limit:
        known = YearDue.objects.filter(agency=act.agency, year=report.year, kind=kind.key)
        if not known.exists():
            act.touched.append(_made(act.agency, report.year, kind, act.on))


def owed_as_edition(act: Act, edition: Edition) -> None:
    """What is issued is owed to its addressees and the public, and no longer by the year."""
    owe(act, edition)
    act.touched += YearDue.objects.filter(
        agency=edition.agency_id, year=edition.year, kind=edition.kind
    )


def arising(agency: Agency, today: date) -> None:
    """The years that are over and not told of, and editions issued before they owed anything."""
    opened, bare = _stand(agency)
    if not _missing(agency, opened, today) and not (bare and unowed(agency)):
        return
    with transaction.atomic(durable=True):
        place = take_place(agency)  # whoever asks at the same moment waits here
        missing = _missing(agency, opened, today)
        made: list[Owing] = [_made(agency, *each, today) for each in missing]
        for edition in unowed(agency):
            made += owed_of(edition, today)
        if not made:
            return
        at = clock.now()
        refresh(made)
        content: dict[str, object] = {
            "attested_by": None,
            "details": {"owed": [row.title for row in made]},
            "on": localtime(at).date().isoformat(),
            "reason": "",
            "versions": of_versions(()),
        }
        append(place, action="fall_due", actor=CALENDAR, at=at, content=content)


def still_due(agency: Agency, year: int) -> bool:
    """Whether the report on the year was still due when the ledgers were opened here."""
    opened, _ = _stand(agency)
    return opened is None or _came_before(opened, year, RULE_OF_LAW)


def _came_before(opened: date, year: int, kind: str) -> bool:
    return opened <= deadlines(year, kind).submit.limit


def _stand(agency: Agency) -> tuple[date | None, bool]:
    """When the ledgers were opened here, and whether an edition owes nothing: one question."""
    return asked_once(("stand", agency.pk), lambda: _asked(agency))


def _asked(agency: Agency) -> tuple[date | None, bool]:
    first = Entry.objects.filter(agency=OuterRef("pk"), sequence=1).values("at")
    bare = Exists(Edition.objects.filter(agency=OuterRef("pk"), dues__isnull=True))
    known = Agency.objects.filter(pk=agency.pk).values_list(Subquery(first), bare)
    at, owes_nothing = known.get()
    return localtime(at).date() if at else None, owes_nothing


def _missing(agency: Agency, opened: date | None, today: date) -> list[tuple[int, ReportKind]]:
    """Years that are over whose last day came after the agency's ledgers were opened here."""
    if agency.affiliated or opened is None:
        return []
    told = set(YearDue.objects.filter(agency=agency).values_list("year", "kind"))
    return [
        (year, kind)
        for year in range(opened.year - 1, today.year)
        for kind in _owed_kinds(agency).values()
        if (year, kind.key) not in told and _came_before(opened, year, kind.key)
    ]


def _owed_kinds(agency: Agency) -> dict[str, ReportKind]:
    try:
        return {key: kind for key, kind in kinds(used_by(agency)).items() if kind.owed}
    except OutlineError:
        return {}  # a system check names the kind and its fault


def _made(agency: Agency, year: int, kind: ReportKind, today: date) -> YearDue:
    return YearDue.objects.create(
        item=identity(YearDue, agency),
        agency=agency,
        division=_division(agency, today),
        title=kind.titled(agency.name, year),
        year=year,
        kind=kind.key,
        since=min(date(year + 1, 1, 1), today),
    )


def _division(agency: Agency, today: date) -> Division:
    return agency.divisions.filter(kind="legal").first() or answering(agency, today)
