"""Signing: the principal answers for a text in which nothing stands against signature."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.evidence.attach import put_beside
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import NotReadyError, ReportError
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.review import Review, review
from zhunsheng.reports.state import require

_DOING = ("签发", "sign")


def sign(
    report: Report,
    *,
    by: Person,
    on: date,
    attested_by: Person | None = None,
    paper: File | None = None,
) -> Report:
    """The signed report; what was signed is kept by digest.

    `attested_by` entered the signature from the signed paper. Errors: NotReadyError with every
    blocker; ReportError where the paper is wanting.
    """
    with refusing(report.agency, "sign", by=attested_by or by):
        require(report, Stage.DISCUSSED, by=by, role=Role.PRINCIPAL, doing=_DOING)
        if attested_by is not None:
            _require_paper(attested_by, paper)
        now = review(report)
        if now.blockers:
            raise NotReadyError(tuple((b.zh, b.en) for b in now.blockers))
        with acting(report.agency, "sign", by=by, on=on, attested_by=attested_by) as act:
            act.details = {"text": text_digest(now)}
            act.change(
                report,
                stage=Stage.SIGNED.value,
                standing=Standing.CONFIRMED,
                confirmed_by=by,
                confirmed_at=act.at,
                signer=by,
                signed_on=on,
                signed_text=text_digest(now),
            )
            if paper is not None:
                put_beside(act, report, paper, kind="signature", dated_on=on)
    return report


def text_digest(now: Review) -> str:
    """The digest of the words and figures signed, those in tables too."""
    tables = [block.text for block in now.document.body if block.rows]
    return sm3("\n".join((now.text, *tables)).encode())


def _require_paper(attested_by: Person, paper: File | None) -> None:
    roles = (Role.OFFICE, Role.LEGAL_OFFICER)
    require_role(attested_by, roles, clock.today(), doing=("代为登记签发", "enter a signature"))
    if paper is None:
        raise ReportError(
            "代为登记签发须附主要负责人签批件的扫描件。",
            "entering the principal's signature needs the scan of the signed paper.",
        )
