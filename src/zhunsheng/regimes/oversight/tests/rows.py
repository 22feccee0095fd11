"""Submissions and remarks as the tests need them: every field empty but what a test says."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import Bureau, Taking, shipped_calendar
from zhunsheng.regimes.oversight.models import Submission, TeamRemark

#: The day every submission of the tests is assigned: its three months end on 4 June 2024.
ASSIGNED = date(2024, 3, 4)
REPLIED = {
    "replied_on": date(2024, 5, 30),
    "reply_number": "澜科函〔2024〕1号",
    "result_class": "A",
}
HEARD = {"feedback_on": date(2024, 6, 6), "feedback": "satisfied"}
DISSATISFIED = {"feedback_on": date(2024, 6, 6), "feedback": "dissatisfied"}
_DATES = (
    "disputed_on",
    "reassigned_on",
    "contacted_on",
    "extended_on",
    "opinion_sent_on",
    "replied_on",
    "feedback_on",
    "replied_again_on",
    "feedback_again_on",
    "reply_published_on",
)
_TEXTS = ("reply_number", "result_class", "feedback", "feedback_again", "not_public_reason")


class Lines:
    """The contacts of a row outside the database: one confirmed on each day."""

    def __init__(self, *days: date) -> None:
        self._rows = [SimpleNamespace(met_on=day, standing="confirmed") for day in days]

    def all(self) -> list[Any]:
        return self._rows


def row(**values: Any) -> Any:
    """A submission outside the database: a suggestion the bureau leads."""
    given = {
        "body": "suggestion",
        "role": "lead",
        "assigned_on": ASSIGNED,
        "contacts": Lines(),
    }
    empty = {**dict.fromkeys(_DATES), **dict.fromkeys(_TEXTS, "")}
    return SimpleNamespace(**{**empty, **given, **values})


def remark(**values: Any) -> Any:
    """A remark outside the database, made on 1 April 2024."""
    given = {"made_on": date(2024, 4, 1), "answer": "", "answered_on": None, "closed_on": None}
    return SimpleNamespace(**{**given, **values})


def context(on: date) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )


def submission(bureau: Bureau, number: str, **values: Any) -> Submission:
    """A confirmed suggestion the bureau leads, assigned on 4 March 2024."""
    given: dict[str, Any] = {
        "title": f"关于第{number}号的建议",
        "body": "suggestion",
        "number": number,
        "role": "lead",
        "assigned_by": "市人大常委会代表工作机构",
        "assigned_on": ASSIGNED,
    }
    return bureau.confirmed(Submission, division="office", **{**given, **values})


def remarked(bureau: Bureau, title: str, **values: Any) -> TeamRemark:
    """A confirmed remark, made on 1 April 2024."""
    given: dict[str, Any] = {"about": "项目招标", "made_on": date(2024, 4, 1)}
    return bureau.confirmed(TeamRemark, division="office", title=title, **{**given, **values})


def taking(bureau: Bureau, who: str, on: date, **values: object) -> Taking:
    """A step taken in person."""
    return Taking(by=bureau.persons[who], on=on, values=values)
