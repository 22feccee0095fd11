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
from zhunsheng.reports.errors import OutlineError, ReportError
from zhunsheng.reports.kind import RULE_OF_LAW, kind_of, kinds
from zhunsheng.reports.life.year_due import begun
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.outline import UNFED, outline
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import text_digest
from zhunsheng.reports.state import BACK_TO_DRAFTING

_DOING = ("编制报告", "compile the report")


def compile_report(
    agency: Agency,
    year: int,
    *,
    by: Person,
    addressees: str,
    copies: str = "",
    kind: str = RULE_OF_LAW,
) -> Report:
    """The agency's report of the kind on the year, made anew or brought up to date.

    A part whose text was edited keeps it; a part that a regime newly feeds is added. A discussed
    report whose text changes, and a signed one whose ledgers changed since, go back to drafting.
    Errors: ReportError for a year to come, or a signed report in which nothing changed;
    OutlineError for a kind the agency does not have.
    """
    with refusing(agency, "compile", by=by):
        require_role(by, (Role.LEGAL_OFFICER,), clock.today(), doing=_DOING)
        if not 1949 <= year <= clock.today().year:
            raise ReportError(
                f"{year}年不能编制年度报告；请核对年度。", f"{year} cannot be reported on."
            )
        _require_kind(agency, kind)
        report = report_of(agency, year, kind)
        parts = _parts(agency, year, kind, json.loads(report.parts) if report else {})
        given = {"parts": canonical(parts), "addressees": addressees, "copies": copies}
        if report is None:
            return _new(agency, year, kind, given, by=by)
        _require_open(report)
        back = report.stage == Stage.SIGNED or parts != json.loads(report.parts)
        with acting(agency, "compile", by=by) as act:
            act.change(report, **given, **(BACK_TO_DRAFTING if back else {}))
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


def report_of(agency: Agency, year: int, kind: str = RULE_OF_LAW) -> Report | None:
    """The agency's report of the kind on the year."""
    rows = Report.objects.filter(agency=agency, year=year, kind=kind)
    return rows.exclude(standing=Standing.VOIDED).first()


def _require_kind(agency: Agency, kind: str) -> None:
    if kind not in kinds(used_by(agency)):
        known = kind_of(kind)  # refuses one that is not installed at all
        raise OutlineError(
            f"{agency.name}没有启用{known.zh}所依据的制度。",
            f"{agency.name} does not use the regime that the {known.en} belongs to.",
        )


def _parts(agency: Agency, year: int, kind: str, kept: dict[str, str]) -> dict[str, str]:
    return {
        # What no regime fed gives way once one does; every other word is the officer's.
        key: item.proposed(key) if kept.get(key, UNFED) == UNFED else kept[key]
        for item in outline(year, used_by(agency), kind)
        for key in item.part_keys()
    }


def _new(agency: Agency, year: int, kind: str, given: dict[str, str], *, by: Person) -> Report:
    with acting(agency, "compile", by=by) as act:
        report = Report(
            agency=agency,
            division=_division(agency, by),
            title=kind_of(kind).titled(agency.name, year),
            standing=Standing.SUBMITTED,
            stage=Stage.DRAFTING,
            recorded_by=by,
            recorded_at=act.at,
            year=year,
            kind=kind,
            **given,
        )
        act.create(report)
        begun(act, report)
    return report


def _division(agency: Agency, by: Person) -> Division:
    post = by.posts.filter(role=Role.LEGAL_OFFICER, division__isnull=False).first()
    if post is not None and post.division is not None:
        return post.division
    return agency.divisions.filter(kind="legal").get()
