"""What normative documents oblige to, and by when."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Min

from zhunsheng.kernel.declare import CalendarDays, Duty, Months, Standing, Term, WorkingDays, law
from zhunsheng.regimes.norms.models import (
    Cleanup,
    Ending,
    IncidentalReview,
    Interpretation,
    NormativeDocument,
)
from zhunsheng.regimes.norms.models.document import ANSWERED_FOR

#: Six months are never longer; the due list shows a document from then on.
_SIX_MONTHS = 184
_CLEANUP, _INCIDENTAL = "norms.cleanup", "norms.review_reply"
_INTERPRET, _COUNTERSIGN = "norms.interpretation_term", "norms.countersign"


def _answered_for(record: Any) -> bool:
    return bool(record.normative) and record.issuing in ANSWERED_FOR


def _since(rule: str, field: str) -> Callable[[Any], date | None]:
    """The date of a field, for documents the bureau answers for, once the rule is in force."""

    def start(record: Any) -> date | None:
        day: date | None = getattr(record, field)
        if day is None or not _answered_for(record) or law().in_force(rule, day) is None:
            return None
        return day

    return start


def _working_days(rule: str, field: str, value: str = "working_days") -> Callable[[Any], Term]:
    """The working days the pack gives on the day the clock starts."""
    return lambda record: WorkingDays(law().rule(rule, getattr(record, field)).value(value))


def _filing_term(record: Any) -> Term:
    return CalendarDays(law().rule("norms.filing", record.published_on).value("days"))


def _decided(record: Any) -> date | None:
    day: date = record.decided_on
    return day if law().in_force("disclosure.publish_term", day) else None


def _next_cleanup_owed(record: Any) -> date | None:
    day: date = record.decided_on
    return day if law().in_force(_CLEANUP, day) else None


def _cleanup_cycle(record: Any) -> Term:
    return Months(12 * law().rule(_CLEANUP, record.decided_on).value("years"))


def _cleaned_up_again(record: Any) -> date | None:
    later = Cleanup._default_manager.filter(
        agency=record.agency_id, decided_on__gt=record.decided_on
    )
    found: date | None = later.exclude(standing=Standing.VOIDED).aggregate(on=Min("decided_on"))[
        "on"
    ]
    return found


def _to_interpret(record: Any) -> date | None:
    """What touches rights or market players is explained to them."""
    wanted = record.affects_rights or record.market_related
    return _since(_INTERPRET, "published_on")(record) if wanted else None


def _interpretation_term(record: Any) -> Term:
    return CalendarDays(law().rule(_INTERPRET, record.published_on).value("days"))


def _interpreted(record: Any) -> date | None:
    rows = Interpretation._default_manager.filter(document=record.pk)
    found: date | None = rows.exclude(standing=Standing.VOIDED).aggregate(on=Min("published_on"))[
        "on"
    ]
    return found


def _to_countersign(record: Any) -> date | None:
    """A document led by another organ waits for this one's examination and signature."""
    day: date | None = record.countersign_from
    if day is None or not record.normative or record.issuing != "joint":
        return None
    return day if law().in_force(_COUNTERSIGN, day) else None


def _noticed(record: Any) -> date | None:
    day: date = record.noticed_on
    return day if law().in_force(_INCIDENTAL, day) else None


def _published_with_end(record: Any) -> date | None:
    return record.published_on if _answered_for(record) and record.valid_until else None


def _ended_by_decision(record: Any) -> date | None:
    """The decision is information formed that day; nobody decides that a term runs out."""
    if record.ended_how == Ending.EXPIRED:
        return None
    return _since("disclosure.publish_term", "ended_on")(record)


def _to_valid_until(record: Any) -> Term:
    return CalendarDays(max((record.valid_until - record.published_on).days, 1))


DUTIES = (
    Duty(
        key="norms.filing",
        zh="规范性文件报送备案",
        en="file the normative document",
        rule="norms.filing",
        of=NormativeDocument,
        starts=_since("norms.filing", "published_on"),
        due=_filing_term,
        done="filed_on",
    ),
    Duty(
        key="norms.examination_term",
        zh="按期完成合法性审核",
        en="finish the legality examination",
        rule="norms.legality_examination_term",
        of=NormativeDocument,
        starts=_since("norms.legality_examination_term", "examination_from"),
        due=_working_days(
            "norms.legality_examination_term", "examination_from", "max_working_days"
        ),
        done="examined_on",
        alert_days=5,
    ),
    Duty(
        key="norms.publication",
        zh="签发后公布规范性文件",
        en="publish the signed document",
        rule="disclosure.publish_term",
        of=NormativeDocument,
        starts=_since("disclosure.publish_term", "signed_on"),
        due=_working_days("disclosure.publish_term", "signed_on"),
        done="published_on",
    ),
    Duty(
        key="norms.interpretation",
        zh="公布政策解读",
        en="publish the interpretation",
        rule=_INTERPRET,
        of=NormativeDocument,
        starts=_to_interpret,
        due=_interpretation_term,
        done=_interpreted,
        follows=((Interpretation, "document"),),
    ),
    Duty(
        key="norms.countersign",
        zh="审核会签联合制定的文件",
        en="examine and countersign the joint document",
        rule=_COUNTERSIGN,
        of=NormativeDocument,
        starts=_to_countersign,
        since="countersign_from",
        due=_working_days(_COUNTERSIGN, "countersign_from"),
        done="countersigned_on",
        alert_days=3,
    ),
    Duty(
        key="norms.validity",
        zh="有效期届满前评估、续期或失效处理",
        en="extend or end the document before its validity runs out",
        rule="norms.validity",
        of=NormativeDocument,
        starts=_published_with_end,
        since="valid_until",
        due=_to_valid_until,
        done="ended_on",
        alert_days=_SIX_MONTHS,
    ),
    Duty(
        key="norms.end_publication",
        zh="公布废止失效目录",
        en="publish the list of what ended",
        rule="disclosure.publish_term",
        of=NormativeDocument,
        starts=_ended_by_decision,
        due=_working_days("disclosure.publish_term", "ended_on"),
        done="ended_published_on",
    ),
    Duty(
        key="norms.cleanup_publication",
        zh="公布清理结果",
        en="publish the result of the clean-up",
        rule="disclosure.publish_term",
        of=Cleanup,
        starts=_decided,
        since="decided_on",
        due=_working_days("disclosure.publish_term", "decided_on"),
        done="published_on",
    ),
    Duty(
        key="norms.cleanup_cycle",
        zh="按周期开展规范性文件清理",
        en="clean the documents up again in their cycle",
        rule=_CLEANUP,
        of=Cleanup,
        starts=_next_cleanup_owed,
        since="decided_on",
        due=_cleanup_cycle,
        done=_cleaned_up_again,
        alert_days=_SIX_MONTHS,
        decided_by=(Cleanup,),
    ),
    Duty(
        key="norms.review_reply",
        zh="书面答复附带审查",
        en="answer an incidental review in writing",
        rule=_INCIDENTAL,
        of=IncidentalReview,
        starts=_noticed,
        since="noticed_on",
        due=_working_days(_INCIDENTAL, "noticed_on"),
        done="replied_on",
        alert_days=3,
    ),
)
