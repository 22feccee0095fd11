"""Collecting a report from the divisions: ask, supply, sign off, or do without."""

import json
from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import canonical
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.org.rights import holds
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.edit import plain_lines
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.collected import part_text, text_of_part_digest
from zhunsheng.reports.models import PartAnswer, PartCall, Report, Stage
from zhunsheng.reports.state import BACK_TO_DRAFTING, require

_OPEN = (Stage.DRAFTING, Stage.DISCUSSED)


def call_part(
    report: Report, part: str, *, division: Division, due_on: date, by: Person
) -> PartCall:
    """The division is asked for the part by the day; asking again replaces the older call."""
    with refusing(report.agency, "call_part", by=by):
        doing = ("征集报告材料", "ask for a part")
        require(report, *_OPEN, by=by, role=Role.LEGAL_OFFICER, doing=doing)
        if part not in json.loads(report.parts):
            raise ReportError(f"报告没有“{part}”这一部分。", f"the report has no part {part!r}.")
        if division.agency_id != report.agency_id:
            raise ReportError(
                f"{division.name}不是本单位的科室。", f"{division.name} is of another agency."
            )
        with acting(report.agency, "call_part", by=by) as act:
            act.details = {"division": division.code, "due": due_on.isoformat(), "part": part}
            return PartCall.objects.create(
                report_id=report.pk,
                part=part,
                division=division,
                due_on=due_on,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )


def supply_part(report: Report, part: str, text: str, *, by: Person) -> Report:
    """The report with the division's text. Errors: NotAllowedError for another division."""
    with refusing(report.agency, "supply_part", by=by):
        call = _call(report, part)
        require_record(by, call.division, clock.today())
        _require_open(report)
        parts = json.loads(report.parts) | {part: plain_lines(text)}
        with acting(report.agency, "supply_part", by=by) as act:
            act.details = {"part": part}
            act.change(report, parts=canonical(parts), **BACK_TO_DRAFTING)
    return report


def sign_off(report: Report, part: str, *, by: Person) -> PartAnswer:
    """The head of the division asked answers for the text as it stands.

    Errors: NotAllowedError for anybody else; ReportError for an empty part.
    """
    with refusing(report.agency, "sign_off", by=by):
        call = _call(report, part)
        head = holds(by, Role.DIVISION_HEAD, on=clock.today(), division_id=call.division_id)
        if not head or by.agency_id != report.agency_id:
            raise NotAllowedError(
                f"这一部分由{call.division.name}负责人签认。",
                f"the head of {call.division.name} signs this part off.",
            )
        _require_open(report)
        if not part_text(report, part).strip():
            raise ReportError(
                "这一部分还没有文字，不能签认；请先报送文字。",
                "the part holds no text yet: supply it, then sign it off.",
            )
        return _answer(report, call, "sign_off", by=by, text=text_of_part_digest(report, part))


def excuse_part(report: Report, part: str, *, reason: str, by: Person) -> PartAnswer:
    """The legal officer does without the division's word on the part, and says why."""
    with refusing(report.agency, "excuse_part", by=by):
        doing = ("免予签认", "do without a sign-off")
        require(report, *_OPEN, by=by, role=Role.LEGAL_OFFICER, doing=doing)
        require_reason(reason, doing=doing)
        return _answer(report, _call(report, part), "excuse_part", by=by, reason=reason)


def _answer(
    report: Report, call: PartCall, action: str, *, by: Person, text: str = "", reason: str = ""
) -> PartAnswer:
    with acting(report.agency, action, by=by, reason=reason) as act:
        act.details = {"part": call.part, "text": text}
        return PartAnswer.objects.create(
            call=call,
            waived=bool(reason),
            text=text,
            reason=reason,
            by=by,
            entry=act.place.sequence,
            at=act.at,
        )


def _call(report: Report, part: str) -> PartCall:
    calls = PartCall.objects.filter(report_id=report.pk, part=part).select_related("division")
    call = calls.order_by("-pk").first()
    if call is None:
        raise ReportError(f"没有向科室征集“{part}”。", f"no division was asked for '{part}'.")
    return call


def _require_open(report: Report) -> None:
    if report.stage not in _OPEN:
        raise ReportError(
            "报告已经签发，各部分不能再改动或签认。",
            "the report is signed: its parts no longer change.",
        )
