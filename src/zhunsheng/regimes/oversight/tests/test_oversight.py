"""Submissions: who answers, by when, and satisfaction over the right denominator."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError

from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    Status,
    Taking,
    check_identities,
    facts,
    make_bureau,
    perform,
)
from zhunsheng.regimes.oversight.models import Submission, SupervisionAct, TeamRemark

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def submission(bureau: Bureau, number: str, **values: Any) -> Submission:
    given: dict[str, Any] = {
        "title": f"关于第{number}号的建议",
        "body": "suggestion",
        "number": number,
        "role": "lead",
        "assigned_by": "市人大常委会代表工作机构",
        "assigned_on": date(2024, 3, 4),
    }
    return bureau.confirmed(Submission, division="office", **(given | values))


def due(row: Submission, duty: str = "oversight.reply") -> date:
    return Obligation.objects.get(item_id=row.pk, duty=duty).due_on


def test_a_reply_is_due_three_months_on_and_six_when_extended(bureau: Bureau) -> None:
    assert due(submission(bureau, "1")) == date(2024, 6, 4)
    late = submission(bureau, "2", extended_on=date(2024, 5, 20))
    assert due(late) == date(2024, 9, 4)
    end = submission(bureau, "3", assigned_on=date(2023, 11, 30))
    assert due(end) == date(2024, 2, 29)


def test_a_co_handled_one_owes_an_opinion_not_a_reply(bureau: Bureau) -> None:
    row = submission(bureau, "1", role="co")
    assert due(row, "oversight.co_opinion") == date(2024, 5, 4)
    assert not Obligation.objects.filter(item_id=row.pk, duty="oversight.reply").exists()


def test_satisfaction_counts_only_what_the_bureau_answered(bureau: Bureau) -> None:
    answered = {"replied_on": date(2024, 5, 30), "reply_number": "澜科函1号", "result_class": "A"}
    heard = {"feedback_on": date(2024, 6, 6)}
    submission(bureau, "1", **answered, **heard, feedback="satisfied")
    submission(bureau, "2", **answered, **heard, feedback="basically_satisfied", role="separate")
    submission(bureau, "3", **answered, body="proposal")
    submission(bureau, "4", role="co", opinion_sent_on=date(2024, 4, 1))
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    assert found["oversight.suggestions"].value == 3
    assert found["oversight.suggestions.co"].value == 1
    assert found["oversight.proposals.lead"].value == 1
    rate = found["oversight.satisfaction"]
    assert (rate.numerator, rate.denominator) == (Decimal(2), Decimal(3))
    assert found["oversight.no_feedback"].value == 1
    assert found["oversight.answered.on_time"].value == 3
    assert all(c.holds for c in check_identities(found) if c.key.startswith("oversight"))


def test_without_answers_satisfaction_is_undefined_and_unclosed_is_missing(bureau: Bureau) -> None:
    submission(bureau, "1")
    scope = Scope(bureau.agency.pk, 2024)
    assert facts(scope)["oversight.suggestions"].status == Status.MISSING
    bureau.close_all(2024)
    assert facts(scope)["oversight.satisfaction"].status == Status.UNDEFINED
    assert facts(scope)["oversight.supervision"].value == 0


def test_a_reply_without_contact_needs_nothing_verified_and_leaves_an_irregularity(
    bureau: Bureau,
) -> None:
    row = submission(bureau, "1")
    perform(
        row,
        "reply",
        Taking(
            by=bureau.persons["principal"],
            on=date(2024, 6, 3),
            values={"reply_number": "澜科函1号", "result_class": "A"},
        ),
    )
    row.refresh_from_db()
    assert row.stage == "replied"


def test_a_remark_is_closed_by_somebody_other_than_who_answered(bureau: Bureau) -> None:
    row = bureau.confirmed(
        TeamRemark, division="office", title="关于招标", about="招标", made_on=date(2024, 4, 1)
    )
    officer = bureau.persons["legal_officer"]
    perform(row, "answer", Taking(by=officer, on=date(2024, 4, 8), values={"answer": "已整改"}))
    with pytest.raises(Exception, match="须由他人办理"):
        perform(row, "close", Taking(by=officer, on=date(2024, 4, 9)))
    perform(row, "close", Taking(by=bureau.persons["team"], on=date(2024, 4, 9)))
    assert row.closed_on == date(2024, 4, 9)


def test_the_database_refuses_a_reply_before_assignment_and_a_number_twice(bureau: Bureau) -> None:
    with pytest.raises(IntegrityError):
        submission(bureau, "1", replied_on=date(2024, 3, 1))
    submission(bureau, "2")
    with pytest.raises(IntegrityError):
        submission(bureau, "2")


def test_supervision_is_counted_by_kind(bureau: Bureau) -> None:
    bureau.confirmed(
        SupervisionAct,
        division="office",
        title="视察",
        kind="inspection",
        held_on=date(2024, 7, 2),
        held_by="市人大常委会",
    )
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    assert found["oversight.supervision.inspection"].value == 1
    assert found["oversight.supervision.inquiry"].value == 0
