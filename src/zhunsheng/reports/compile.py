"""Compiling: each part gets the text its regime proposes, figures staying tokens."""

import json

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import canonical
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.outline import UNFED, outline
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import text_digest
from zhunsheng.reports.state import BACK_TO_DRAFTING

_DOING = ("编制报告", "compile the report")


def compile_report(
    agency: Agency, year: int, *, by: Person, addressees: str, copies: str = ""
) -> Report:
    """The agency's report on the year, made anew or brought up to date.

    A part whose text was edited keeps it; a part that a regime newly feeds is added. A discussed
    report whose text changes, and a signed one whose ledgers changed since, go back to drafting.
    Errors: ReportError for a year to come, or a signed report in which nothing changed.
    """
    with refusing(agency, "compile", by=by):
        require_role(by, (Role.LEGAL_OFFICER,), clock.today(), doing=_DOING)
        if not 1949 <= year <= clock.today().year:
            raise ReportError(
                f"{year}年不能编制年度报告；请核对年度。", f"{year} cannot be reported on."
            )
        report = report_of(agency, year)
        parts = _parts(agency, year, json.loads(report.parts) if report else {})
        if report is None:
            return _new(agency, year, parts, by=by, addressees=addressees, copies=copies)
        _require_open(report)
        back = report.stage == Stage.SIGNED or parts != json.loads(report.parts)
        with acting(agency, "compile", by=by) as act:
            values = {"parts": canonical(parts), "addressees": addressees, "copies": copies}
            act.change(report, **values, **(BACK_TO_DRAFTING if back else {}))
        return report


def _require_open(report: Report) -> None:
    """Issued is final; a signature holds while what was signed still stands."""
    if report.stage == Stage.ISSUED:
        raise ReportError(
            "报告已经印发，不能重新编制；有变化时请印发勘误。",
            "the report is issued and cannot be compiled again; issue an erratum.",
        )
    if report.stage == Stage.SIGNED and text_digest(review(report)) == report.signed_text:
        raise ReportError(
            "报告已经签发，台账与签发文本一致，无须重新编制；请办理印发。",
            "the report is signed and the ledgers still agree with it; issue it.",
        )


def report_of(agency: Agency, year: int) -> Report | None:
    """The agency's report on the year."""
    rows = Report.objects.filter(agency=agency, year=year)
    return rows.exclude(standing=Standing.VOIDED).first()


def _parts(agency: Agency, year: int, kept: dict[str, str]) -> dict[str, str]:
    return {
        # What no regime fed gives way once one does; every other word is the officer's.
        key: item.proposed(key) if kept.get(key, UNFED) == UNFED else kept[key]
        for item in outline(year, used_by(agency))
        for key in item.part_keys()
    }


def _new(
    agency: Agency, year: int, parts: dict[str, str], *, by: Person, addressees: str, copies: str
) -> Report:
    with acting(agency, "compile", by=by) as act:
        report = Report(
            agency=agency,
            division=_division(agency, by),
            title=f"{agency.name}关于{year}年法治政府建设情况的报告",
            standing=Standing.SUBMITTED,
            stage=Stage.DRAFTING,
            recorded_by=by,
            recorded_at=act.at,
            year=year,
            parts=canonical(parts),
            addressees=addressees,
            copies=copies,
        )
        act.create(report)
    return report


def _division(agency: Agency, by: Person) -> Division:
    post = by.posts.filter(role=Role.LEGAL_OFFICER, division__isnull=False).first()
    if post is not None and post.division is not None:
        return post.division
    return agency.divisions.filter(kind="legal").get()
