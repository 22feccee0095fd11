"""Compiling: each part gets the text its regime proposes, figures staying tokens."""

import json

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import canonical
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.outline import outline

_DOING = ("编制报告", "compile the report")


def compile_report(
    agency: Agency, year: int, *, by: Person, addressees: str, copies: str = ""
) -> Report:
    """The agency's report on the year, made anew or brought up to date.

    A part whose text was edited keeps it; a part that a regime newly feeds is added.
    Errors: ReportError for a year to come, or a report that is signed already.
    """
    with refusing(agency, "compile", by=by):
        require_role(by, (Role.LEGAL_OFFICER,), clock.today(), doing=_DOING)
        if not 1949 <= year <= clock.today().year:
            raise ReportError(
                f"{year}年不能编制年度报告；请核对年度。", f"{year} cannot be reported on."
            )
        report = report_of(agency, year)
        parts = _parts(year, json.loads(report.parts) if report else {})
        if report is None:
            return _new(agency, year, parts, by=by, addressees=addressees, copies=copies)
        if report.stage not in (Stage.DRAFTING, Stage.DISCUSSED):
            raise ReportError(
                "报告已经签发，不能重新编制；有变化时请印发勘误。",
                "the report is signed and cannot be compiled again; issue an erratum.",
            )
        with acting(agency, "compile", by=by) as act:
            act.change(report, parts=canonical(parts), addressees=addressees, copies=copies)
        return report


def report_of(agency: Agency, year: int) -> Report | None:
    """The agency's report on the year."""
    rows = Report.objects.filter(agency=agency, year=year)
    return rows.exclude(standing=Standing.VOIDED).first()


def _parts(year: int, kept: dict[str, str]) -> dict[str, str]:
    return {
        key: kept.get(key) or item.proposed(key)
        for item in outline(year)
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
