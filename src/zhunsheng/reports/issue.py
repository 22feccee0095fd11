"""Issuing: the office numbers the signed report and freezes its edition."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import ACCEPTED, keep
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.kernel.trail.seal import seal
from zhunsheng.reports.edition import Content, content_of
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.collected import told, unsettled
from zhunsheng.reports.models import Edition, Report, Stage
from zhunsheng.reports.review import Review, review
from zhunsheng.reports.sign import text_digest
from zhunsheng.reports.state import require


def issue(report: Report, *, number: str, on: date, by: Person) -> Edition:
    """The frozen edition, sealed in the trail.

    Errors: ReportError when the ledgers changed after signature, for a number in use, or while a
    division asked for a part has not signed it off.
    """
    with refusing(report.agency, "issue", by=by):
        require(report, Stage.SIGNED, by=by, role=Role.OFFICE, doing=("印发", "issue"))
        _require_free(report, number)
        _require_settled(report)
        report.number, report.issued_on = number, on
        now = _as_signed(report)
        content = content_of(report, now, now.document)
        files = _kept(report, content)
        with acting(report.agency, "issue", by=by, on=on) as act:
            act.details = {"edition": content.digest, "number": number}
            act.change(report, stage=Stage.ISSUED.value, number=number, issued_on=on)
            edition = Edition.objects.create(
                report_id=report.pk,
                agency=report.agency,
                year=report.year,
                number=number,
                title=report.title,
                signer=report.signer.name if report.signer else "",
                issued_on=on,
                document=content.document,
                facts=content.facts,
                citations=content.citations,
                findings=content.findings,
                digest=content.digest,
                entry=act.place.sequence,
                at=act.at,
                **files,
            )
        seal(f"issue {number}")
    return edition


def _as_signed(report: Report) -> Review:
    """The review of the report, if it still says what was signed."""
    now = review(report)
    if text_digest(now) != report.signed_text:
        raise ReportError(
            "签发后台账数据或正文有变化，与签发文本不一致；请重新编制、讨论并签发。",
            "the ledgers or the text changed after signature; compile, discuss and sign again.",
        )
    return now


def _kept(report: Report, content: Content) -> dict[str, File]:
    """The rendered files in the evidence store, before anything speaks of them."""
    name = f"report-{report.year}"
    return {
        "docx": keep(f"{name}.docx", content.docx, ACCEPTED[".docx"]),
        "pdf": keep(f"{name}.pdf", content.pdf, ACCEPTED[".pdf"]),
        "html": keep(f"{name}.html", content.html, "text/html"),
        "facts_file": keep(f"{name}.facts.json", content.facts.encode(), "application/json"),
    }


def _require_free(report: Report, number: str) -> None:
    if not number.strip():
        raise ReportError("请填写发文字号，如“澜科〔2025〕6号”。", "give the document number.")
    if Edition.objects.filter(agency=report.agency, number=number).exists():
        raise ReportError(f"发文字号{number}已使用。", f"the number {number} is in use.")


def _require_settled(report: Report) -> None:
    owed = [told(state) for state in unsettled(report, today=clock.today())]
    if owed:
        raise ReportError(
            f"不能印发：{'；'.join(zh for zh, _ in owed)}。请签认，或说明理由免予签认。",
            f"not to be issued: {'; '.join(en for _, en in owed)}. Sign off or waive.",
        )
