"""Questions about figures as they stand: which wait and until when, which the public may read."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import localtime

from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.limits import applying
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import law
from zhunsheng.reports.models import AnswerShowing, Edition, FigureQuestion
from zhunsheng.statute.due import Due, WorkingDays, due

RULE = "report.answer_question"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question without an answer, and the day by which it is to be answered."""

    question: FigureQuestion
    due: Due
    overdue: bool


def working_days(agency: int) -> int:
    """Within how many the agency (its key) answers, by its own limit where it set one."""
    with applying(agency):
        return law().rule(RULE).value("working_days")


def answer_due(question: FigureQuestion) -> Due:
    """The day by which it is to be answered; the day of arrival does not count."""
    term = WorkingDays(working_days(question.edition.agency_id))
    return due(localtime(question.at).date(), term, calendar=calendar())


def waiting(agency: Agency, *, today: date) -> tuple[Waiting, ...]:
    """What the agency has not answered, oldest first."""
    rows = asked_of(agency).filter(answer__isnull=True).order_by("at", "pk")
    found = []
    for question in rows:
        by = answer_due(question)
        found.append(Waiting(question, by, today > by.on))
    return tuple(found)


def answered(agency: Agency) -> QuerySet[FigureQuestion]:
    """What the agency has answered, the newest answer first; `shown`: whether it is public."""
    rows = asked_of(agency).filter(answer__isnull=False).annotate(shown=_newest_word())
    return rows.select_related("answer__by", "answer__erratum").order_by("-answer__pk")


def shown_questions(edition: Edition, figure: str) -> list[FigureQuestion]:
    """The questions about the figure that are public with their answers, in order."""
    rows = edition.questions.filter(figure=figure, answer__isnull=False)
    shown = rows.annotate(shown=_newest_word()).filter(shown=True)
    return list(shown.select_related("answer__erratum").order_by("ordinal"))


def asked_of(agency: Agency) -> QuerySet[FigureQuestion]:
    """Every question the agency was asked."""
    rows = FigureQuestion.objects.filter(edition__agency=agency)
    return rows.select_related("edition", "contact")


def _newest_word() -> Subquery:
    newest = AnswerShowing.objects.filter(answer__question=OuterRef("pk")).order_by("-pk")
    return Subquery(newest.values("public")[:1])
