"""Questions about figures as they stand: which wait and until when, which the public may read."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import localtime

from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import working
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.limits import applying
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.registry import law
from zhunsheng.reports.models import AnswerShowing, Edition, FigureQuestion, QuestionAnswer
from zhunsheng.statute.due import Due, WorkingDays

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


def _answered_on(question: FigureQuestion) -> date | None:
    # Not by `question.answer`: one that has none would keep that in mind.
    answer = QuestionAnswer.objects.filter(question=question).first()
    return localtime(answer.at).date() if answer else None


#: Nobody of the agency entered it: whoever answers is told as soon as it is there.
ANSWER = Duty(
    key=RULE,
    zh="答复对数据的疑问",
    en="answer a question about a figure",
    rule=RULE,
    of=FigureQuestion,
    starts=lambda question: localtime(question.at).date(),
    due=lambda question: WorkingDays(working_days(question.agency_id)),
    done=_answered_on,
    alert_days=30,
    falls_to=Role.OFFICE,
)


def answer_due(question: FigureQuestion) -> Due:
    """The day by which it is to be answered; the day of arrival does not count."""
    return cast(Due, working(question, ANSWER, calendar()))  # its clock runs from the start


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
    rows = FigureQuestion.objects.filter(agency=agency)
    return rows.select_related("edition", "contact")


def _newest_word() -> Subquery:
    newest = AnswerShowing.objects.filter(answer__question=OuterRef("pk")).order_by("-pk")
    return Subquery(newest.values("public")[:1])
