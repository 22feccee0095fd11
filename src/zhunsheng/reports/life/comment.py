"""Commenting on a part of a draft: say, answer, settle."""

import json

from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import may_record
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import holds
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import CommentSettled, PartCall, PartComment, Report, Stage

_LONGEST = 500


def comment(
    report: Report, part: str, text: str, *, by: Person, parent: PartComment | None = None
) -> PartComment:
    """The stored comment; an answer belongs to its thread and opens it again.

    Errors: NotAllowedError for who may not read the part; ReportError once the report is issued.
    """
    with refusing(report.agency, "comment", by=by):
        words = text.strip()
        _require_reader(report, part, by)
        _require_words(report, part, words)
        if parent is not None and parent.part != part:
            raise ReportError("所答批注不在这一部分。", "the comment answered is of another part.")
        with acting(report.agency, "comment", by=by) as act:
            act.details = {"part": part, "text": words}
            return PartComment.objects.create(
                report_id=report.pk,
                part=part,
                parent=(parent.parent or parent) if parent else None,
                text=words,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )


def settle(report: Report, said: PartComment, *, by: Person) -> CommentSettled:
    """The thread is settled. Errors: NotAllowedError unless its author or a legal officer."""
    with refusing(report.agency, "settle_comment", by=by):
        first = said.parent or said
        officer = holds(by, Role.LEGAL_OFFICER, on=clock.today())
        if by.agency_id != report.agency_id or not (officer or by.pk == first.by_id):
            raise NotAllowedError(
                f"批注由提出人{first.by.name}或者法规科办结。",
                f"{first.by.name}, who made the comment, or the legal officer settles it.",
            )
        with acting(report.agency, "settle_comment", by=by) as act:
            act.details = {"part": first.part, "comment": first.pk}
            return CommentSettled.objects.create(
                comment=first, by=by, entry=act.place.sequence, at=act.at
            )


def _require_reader(report: Report, part: str, by: Person) -> None:
    """Whoever reads the whole report, or keeps the division asked for the part."""
    today = clock.today()
    if by.agency_id == report.agency_id:
        if sees_everything(by, on=today):
            return
        calls = PartCall.objects.filter(report_id=report.pk, part=part).select_related("division")
        call = calls.order_by("-pk").first()
        if call and may_record(by, call.division, today):
            return
    raise NotAllowedError(
        f"{by.name}不能查看报告的这一部分，不能批注。",
        f"{by.name} may not read this part of the report, nor comment on it.",
    )


def _require_words(report: Report, part: str, words: str) -> None:
    if report.stage == Stage.ISSUED:
        raise ReportError(
            "报告已经印发，不再批注；有误的请登记勘误。",
            "the report is issued: enter an erratum instead of a comment.",
        )
    if part not in json.loads(report.parts):
        raise ReportError(f"报告没有“{part}”这一部分。", f"the report has no part {part!r}.")
    if not words:
        raise ReportError("批注没有文字，请写明意见。", "the comment is empty: say what you mean.")
    if len(words) > _LONGEST:
        raise ReportError(
            f"批注有{len(words)}字，最多{_LONGEST}字，请分条提出。",
            f"the comment has {len(words)} characters, {_LONGEST} at most: make two of it.",
        )
