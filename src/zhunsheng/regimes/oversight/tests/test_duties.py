"""When each duty falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Duty, law
from zhunsheng.kernel.testing import Bureau, Obligation, make_bureau
from zhunsheng.regimes.oversight.duties import DUTIES
from zhunsheng.regimes.oversight.models import Submission
from zhunsheng.regimes.oversight.tests.rows import (
    DISSATISFIED,
    HEARD,
    REPLIED,
    remark,
    remarked,
    row,
    submission,
)

DUTY: dict[str, Duty] = {duty.key: duty for duty in DUTIES}
EXTENDED = {"extended_on": date(2024, 5, 20)}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _owed(pk: int) -> dict[str, tuple[date, date | None]]:
    rows = Obligation.objects.filter(item_id=pk)
    return {o.duty: (o.due_on, o.done_on) for o in rows}


def _running(given: Any) -> set[str]:
    of_submissions = [duty for duty in DUTIES if duty.of is Submission]
    return {duty.key for duty in of_submissions if duty.started_on(given) is not None}


@pytest.mark.parametrize(
    ("values", "duties"),
    [
        ({}, {"oversight.reply"}),
        ({"role": "separate"}, {"oversight.reply"}),
        ({"role": "co"}, {"oversight.co_opinion"}),
        ({"body": "proposal"}, {"oversight.proposal_reply"}),
        ({"body": "proposal", "role": "co"}, {"oversight.proposal_co_opinion"}),
        ({**REPLIED, **HEARD}, {"oversight.reply"}),
        ({**REPLIED, **DISSATISFIED}, {"oversight.reply", "oversight.rehandle"}),
        (
            {"body": "proposal", **REPLIED, **DISSATISFIED},
            {"oversight.proposal_reply", "oversight.proposal_rehandle"},
        ),
    ],
)
def test_each_body_and_role_owes_its_own(values: dict[str, Any], duties: set[str]) -> None:
    assert _running(row(**values)) == duties


@pytest.mark.parametrize(
    ("values", "term"),
    [
        ({}, "3个月"),
        (EXTENDED, "6个月"),
        ({"body": "proposal"}, "3个月"),
        ({"body": "proposal", **EXTENDED}, "6个月"),
    ],
)
def test_three_months_and_six_when_extended(values: dict[str, Any], term: str) -> None:
    key = "oversight.proposal_reply" if values.get("body") else "oversight.reply"
    assert DUTY[key].term(row(**values)).told[0] == term


@pytest.mark.parametrize(
    ("assigned", "runs"), [(date(2015, 8, 28), False), (date(2015, 8, 29), True)]
)
def test_no_duty_rests_on_a_rule_that_was_not_in_force(assigned: date, runs: bool) -> None:
    start = DUTY["oversight.reply"].started_on(row(assigned_on=assigned))
    assert (start is not None) is runs


def test_the_article_is_that_of_the_day_of_assignment() -> None:
    rule = DUTY["oversight.reply"].rule
    assert law().rule(rule, date(2025, 3, 11)).article == "第四十二条"
    assert law().rule(rule, date(2025, 3, 12)).article == "第五十一条"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("assigned", "extended", "due"),
    [
        (date(2024, 3, 4), None, date(2024, 6, 4)),
        (date(2024, 3, 4), date(2024, 5, 20), date(2024, 9, 4)),
        # There is no 30 February: the month's last day, of a leap year.
        (date(2023, 11, 30), None, date(2024, 2, 29)),
    ],
)
def test_a_reply_is_due_months_from_assignment(
    bureau: Bureau, assigned: date, extended: date | None, due: date
) -> None:
    made = submission(bureau, "1", assigned_on=assigned, extended_on=extended)
    assert _owed(made.pk) == {"oversight.reply": (due, None)}


@pytest.mark.django_db
def test_an_opinion_is_due_two_months_from_assignment(bureau: Bureau) -> None:
    sent = date(2024, 4, 30)
    of_suggestion = submission(bureau, "1", role="co", opinion_sent_on=sent)
    of_proposal = submission(bureau, "2", role="co", body="proposal")
    assert _owed(of_suggestion.pk) == {"oversight.co_opinion": (date(2024, 5, 4), sent)}
    assert _owed(of_proposal.pk) == {"oversight.proposal_co_opinion": (date(2024, 5, 4), None)}


@pytest.mark.django_db
def test_a_dissatisfying_reply_is_given_again_within_a_month(bureau: Bureau) -> None:
    made = submission(bureau, "1", **REPLIED, **DISSATISFIED, replied_again_on=date(2024, 7, 8))
    owed = _owed(made.pk)
    assert owed["oversight.rehandle"] == (date(2024, 7, 6), date(2024, 7, 8))
    # The second feedback does not undo that the first was dissatisfied.
    again = submission(
        bureau,
        "2",
        **REPLIED,
        **DISSATISFIED,
        replied_again_on=date(2024, 7, 1),
        feedback_again_on=date(2024, 7, 5),
        feedback_again="satisfied",
    )
    assert _owed(again.pk)["oversight.rehandle"] == (date(2024, 7, 6), date(2024, 7, 1))


@pytest.mark.django_db
def test_a_remark_is_answered_within_the_days_of_the_bureaus_own_rule(bureau: Bureau) -> None:
    # April 2024: 2–3, Sunday 7, 8–12, 15–19 and 22–23; 4–6 and the other weekend days were off.
    made = remarked(bureau, "关于招标")
    assert _owed(made.pk) == {"oversight.team_remark": (date(2024, 4, 23), None)}
    assert DUTY["oversight.team_remark"].started_on(remark()) == date(2024, 4, 1)


def test_what_went_to_another_unit_is_owed_no_more_but_until_then_it_is() -> None:
    called = {"disputed_on": date(2024, 3, 11)}
    assert _running(row(**called)) == {"oversight.reply"}
    assert _running(row(**called, reassigned_on=date(2024, 3, 22))) == set()
