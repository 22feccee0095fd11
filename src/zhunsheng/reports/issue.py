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
from zhunsheng.reports.agreement import DISAGREES
from zhunsheng.reports.edition import Content, content_of
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.collected import told, unsettled
from zhunsheng.reports.life.year_due import owed_as_edition
from zhunsheng.reports.models import Edition, Report, Stage
from zhunsheng.reports.numbering.enter import number_edition
from zhunsheng.reports.numbering.number import Number, read_number
from zhunsheng.reports.numbering.register import next_number, require_next
from zhunsheng.reports.review import Review, review
from zhunsheng.reports.sign import text_digest
from zhunsheng.reports.state import require


def issue(report: Report, *, number: str = "", on: date, by: Person) -> Edition:
    """The frozen edition, sealed in the trail; without a number it takes the register's next.

    Errors: ReportError when the ledgers changed after signature, for a number that is not the
    next one, or while a division asked for a part has not signed it off.
    """
    with refusing(report.agency, "issue", by=by):
        require(report, Stage.SIGNED, by=by, role=Role.OFFICE, doing=("印发", "issue"))
        taken = _number(report, number, on)
        _require_settled(report)
        report.number, report.issued_on = str(taken), on
        now = _as_signed(report)
        content = content_of(report, now, now.document)
        files = _kept(report, content)
        with acting(report.agency, "issue", by=by, on=on) as act:
            act.details = {"edition": content.digest}
            act.change(report, stage=Stage.ISSUED.value, number=str(taken), issued_on=on)
            edition = Edition.objects.create(
                report_id=report.pk,
                agency=report.agency,
                year=report.year,
                kind=report.kind,
                number=str(taken),
                title=report.title,
                signer=report.signer.name if report.signer else "",
                issued_on=on,
                document=content.document,
                facts=content.facts,
                citations=content.citations,
                findings=content.findings,
                promises=content.promises,
                digest=content.digest,
                entry=act.place.sequence,
                at=act.at,
                **files,
            )
            number_edition(act, taken, edition)
            owed_as_edition(act, edition)
        seal(f"issue {taken}")
    return edition


def _as_signed(report: Report) -> Review:
    """The review of the report, if it still says what was signed."""
    now = review(report)
    if text_digest(now) != report.signed_text:
        raise ReportError(
            "签发后台账数据或正文有变化，与签发文本不一致；请重新编制、讨论并签发。",
            "the ledgers or the text changed after signature; compile, discuss and sign again.",
        )
    differing = [b for b in now.blockers if b.code == DISAGREES]
    if differing:
        raise ReportError(
            f"不能印发：{'；'.join(b.zh for b in differing)}。",
            f"not to be issued: {'; '.join(b.en for b in differing)}.",
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


def _number(report: Report, text: str, on: date) -> Number:
    """The number asked for, or the next one; entered only with the edition that bears it."""
    number = read_number(text) if text.strip() else next_number(report.agency, on.year)
    if number is None:
        raise ReportError(
            "发文字号登记还没有启用，请填写本次的发文字号，如“澜科〔2025〕6号”，以后依次编排。",
            "the register of numbers is empty: give this document's number; others follow it.",
        )
    if number.year != on.year:
        raise ReportError(
            f"发文字号{number}的年份与印发日期{on}不符；请核对。",
            f"the number {number} is not of the year it is issued in, {on}.",
        )
    require_next(report.agency, number)
    return number


def _require_settled(report: Report) -> None:
    owed = [told(state) for state in unsettled(report, today=clock.today())]
    if owed:
        raise ReportError(
            f"不能印发：{'；'.join(zh for zh, _ in owed)}。请签认，或说明理由免予签认。",
            f"not to be issued: {'; '.join(en for _, en in owed)}. Sign off or waive.",
        )
