"""Archiving: the edition gets its archival number once everybody it went to has it."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.delivered import addressed
from zhunsheng.reports.life.due import refreshed
from zhunsheng.reports.models import Archiving, Edition

_DOING = ("归档", "archive")
#: How long an archive keeps papers: 永久 for ever, 30年 and 10年 for so many years.
RETENTIONS = {"永久": "permanent", "30年": "30 years", "10年": "10 years"}


def archive(
    edition: Edition, *, number: str, on: date, by: Person, retention: str = "永久"
) -> Archiving:
    """The mark of the archive. Errors: ReportError while a main addressee has no delivery."""
    with refusing(edition.agency, "archive", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=_DOING)
        if retention not in RETENTIONS:
            raise ReportError(
                f"保管期限应为{'、'.join(RETENTIONS)}之一。",
                f"it is kept for one of: {', '.join(RETENTIONS.values())}.",
            )
        if not number.strip():
            raise ReportError("请填写档号。", "give the archival number.")
        if edition.archivings.exists():
            raise ReportError("该报告已经归档。", "the edition is in the archive already.")
        open_ones = [
            a.name
            for a in addressed(edition, today=clock.today())
            if not a.copy and a.delivery is None
        ]
        if open_ones:
            raise ReportError(
                f"尚未登记送达：{'、'.join(open_ones)}；请登记后再归档。",
                f"no delivery is recorded to {', '.join(open_ones)}; record it first.",
            )
        with acting(edition.agency, "archive", by=by, on=on) as act:
            act.details = {"edition": edition.digest, "number": number}
            made = Archiving.objects.create(
                edition=edition,
                number=number.strip(),
                retention=retention,
                on=on,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
            refreshed(act, edition)
            return made
