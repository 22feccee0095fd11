"""What an issued edition owes, as duties: each addressee has it, the public reads it, a leak is
reported."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from zhunsheng.kernel.duty.matter import identity
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import Act
from zhunsheng.reports.kind import ReportKind, kind_of, kinds
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.delivered import addressees
from zhunsheng.reports.life.leak import RULE as LEAK
from zhunsheng.reports.life.office import answering
from zhunsheng.reports.models import Edition, EditionDue, Visibility
from zhunsheng.statute.due import CalendarDays, FixedDate, Hours, Term

_ALERT = 14  # days: a signature and a courier take some


def owe(act: Act, edition: Edition) -> None:
    """From its issue on: to each addressee, and to the public where the kind is for it."""
    act.touched += owed_of(edition, act.on)


def owed_of(edition: Edition, today: date) -> list[EditionDue]:
    """What the edition owes, stored."""
    made = [_owe(edition, name, today, addressee=name) for name in addressees(edition)]
    if _is_published(edition):
        made.append(_owe(edition, "向社会公开", today, addressee=""))
    leaks = edition.visibilities.filter(report_by__isnull=False)
    return made + [_leak_of(withdrawal, today) for withdrawal in leaks]


def unowed(agency: Agency) -> list[Edition]:
    """Editions issued when none of this was a duty yet."""
    found = Edition.objects.filter(agency=agency, dues__isnull=True).order_by("pk")
    return [e for e in found if e.kind in kinds() and (addressees(e) or _is_published(e))]


def owe_report(act: Act, withdrawal: Visibility) -> None:
    """From a withdrawal for a leak on: the report, within hours."""
    if withdrawal.report_by is not None:
        act.touched.append(_leak_of(withdrawal, act.on))


def refreshed(act: Act, edition: Edition) -> None:
    """What the act did may have met some."""
    act.touched += edition.dues.all()


def _is_published(edition: Edition) -> bool:
    return bool(kind_of(edition.kind).publish)


def _leak_of(withdrawal: Visibility, today: date) -> EditionDue:
    return _owe(withdrawal.edition, "撤下后报告泄密情况", today, withdrawal=withdrawal)


def _owe(edition: Edition, what: str, today: date, **more: object) -> EditionDue:
    return EditionDue.objects.create(
        item=identity(EditionDue, edition.agency),
        agency=edition.agency,
        division=answering(edition.agency, today),
        title=f"{edition.number}：{what}",
        edition=edition,
        **more,
    )


def edition_duties(kind: ReportKind) -> Iterator[Duty]:
    """Submission and publication of the kind: each kind has days and rules of its own."""
    yield Duty(
        key=f"report.submit.{kind.key}",
        zh=f"报送{kind.zh}",
        en=f"submit the {kind.en}",
        rule=kind.submit,
        of=EditionDue,
        starts=lambda row: _issued(row, kind) if row.addressee else None,
        due=lambda row: _on(row.edition, deadlines(row.edition.year, kind.key).submit.limit),
        done=_delivered,
        alert_days=_ALERT,
        falls_to=Role.OFFICE,
    )
    if not kind.publish:
        return
    yield Duty(
        key=f"report.publish.{kind.key}",
        zh=f"公开{kind.zh}",
        en=f"publish the {kind.en}",
        rule=kind.publish,
        of=EditionDue,
        starts=lambda row: None if row.addressee or row.withdrawal_id else _issued(row, kind),
        due=lambda row: _on(row.edition, _public_by(row.edition)),
        done=_published,
        alert_days=_ALERT,
        falls_to=Role.OFFICE,
    )


def _issued(row: EditionDue, kind: ReportKind) -> date | None:
    edition = row.edition
    return edition.issued_on if edition.kind == kind.key else None


def _public_by(edition: Edition) -> date:
    due = deadlines(edition.year, edition.kind).publish
    return due.limit if due else edition.issued_on


def _on(edition: Edition, limit: date) -> FixedDate:
    return FixedDate(limit.month, limit.day, limit.year - edition.issued_on.year)


def _delivered(row: EditionDue) -> date | None:
    newest = row.edition.deliveries.filter(addressee=row.addressee).order_by("-pk").first()
    return newest.delivered_on if newest else _archived(row.edition)


def _published(row: EditionDue) -> date | None:
    """Once is enough: what was withdrawn later is not called for again."""
    first = row.edition.visibilities.filter(public=True).order_by("pk").first()
    return localtime(first.at).date() if first else _archived(row.edition)


def _archived(edition: Edition) -> date | None:
    """In the archive it owes no copy and no page any more."""
    marked = edition.archivings.first()
    return marked.on if marked else None


def _withdrawn(row: EditionDue) -> date | None:
    return localtime(row.withdrawal.at).date() if row.withdrawal else None


def _term(row: EditionDue) -> Term:
    found = row.withdrawal
    if found is None or found.report_by is None:
        return CalendarDays(0)
    hours = (found.report_by - found.at) // timedelta(hours=1)
    return Hours(hours, f"{localtime(found.at):%H:%M}")


def _report(row: EditionDue) -> datetime | None:
    made = row.withdrawal.leak_reports.order_by("pk").first() if row.withdrawal else None
    return localtime(made.reported_at) if made else None


def _reported(row: EditionDue) -> date | None:
    made = _report(row)
    return made.date() if made else None


def _reported_at(row: EditionDue) -> str:
    made = _report(row)
    return f"{made:%H:%M}" if made else ""


REPORT_LEAK = Duty(
    key="report.leak",
    zh="向保密行政管理部门报告泄密情况",
    en="report the leak to the secrecy authority",
    rule=LEAK,
    of=EditionDue,
    starts=_withdrawn,
    due=_term,
    done=_reported,
    done_at=_reported_at,
    falls_to=Role.OFFICE,
)
