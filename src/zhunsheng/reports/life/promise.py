"""Answering a promise: the legal officer says what became of what last year's report promised."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.promised import promised
from zhunsheng.reports.models import Promise, Report, Stage
from zhunsheng.reports.models.promise import Kept

_DOING = ("说明上年安排落实情况", "say what became of a promise")


def answer_promise(
    report: Report, *, ordinal: int = 0, statement: str = "", outcome: str, told: str, by: Person
) -> Promise:
    """The promise with its outcome; one answered again is told as it was answered last.

    `ordinal` 0 adds a promise of a report the registers do not hold, by its `statement`. Errors:
    ReportError for a report already signed, an ordinal that is not there, no outcome.
    """
    with refusing(report.agency, "answer_promise", by=by):
        require_role(by, (Role.LEGAL_OFFICER,), clock.today(), doing=_DOING)
        require_reason(told, doing=_DOING)
        _require_open(report, outcome)
        number, words = _place(report, ordinal, statement.strip())
        with acting(report.agency, "answer_promise", by=by) as act:
            act.details = {"ordinal": number, "outcome": outcome, "year": report.year}
            return Promise.objects.create(
                report_id=report.pk,
                ordinal=number,
                statement=words,
                outcome=outcome,
                told=told.strip(),
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )


def _require_open(report: Report, outcome: str) -> None:
    if report.stage in (Stage.SIGNED, Stage.ISSUED):
        raise ReportError(
            "报告已经签发，上年安排的落实情况不能再改。",
            "the report is signed: what it tells of last year's promises stays.",
        )
    if outcome not in Kept.values:
        known = "、".join(f"{kept.value}（{kept.label}）" for kept in Kept)
        raise ReportError(
            f"没有“{outcome}”这种落实情况；可选：{known}。",
            f"there is no outcome '{outcome}'; there are: {', '.join(Kept.values)}.",
        )


def _place(report: Report, ordinal: int, statement: str) -> tuple[int, str]:
    known = {one.ordinal: one for one in promised(report)}
    if not ordinal and statement:
        same = next((one.ordinal for one in known.values() if one.statement == statement), 0)
        return same or max(known, default=0) + 1, statement
    if ordinal not in known:
        raise ReportError(
            f"上年安排中没有第{ordinal}项；请写明安排内容，或从所列各项中选择。",
            f"there is no promise {ordinal}: give its words, or choose one that is listed.",
        )
    return ordinal, known[ordinal].statement
