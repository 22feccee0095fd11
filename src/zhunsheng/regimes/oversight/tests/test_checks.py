"""What one row cannot say, whatever the order it was filled in."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.regimes.oversight.models import Submission, SupervisionAct, TeamRemark
from zhunsheng.regimes.oversight.regime import REGIME
from zhunsheng.regimes.oversight.tests.rows import (
    ASSIGNED,
    DISSATISFIED,
    HEARD,
    REPLIED,
    remark,
    row,
)

EARLY, LATE = date(2024, 3, 1), date(2024, 6, 20)
UNHAPPY = {**REPLIED, **DISSATISFIED}


def _faults(model: type, given: Any) -> list[str]:
    """The fields at fault, in the order of the register's checks."""
    register = next(r for r in REGIME.registers if r.of is model)
    return [check.field for check in register.checks if not check.holds(given)]


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"contacted_on": ASSIGNED}, []),
        ({"contacted_on": EARLY}, ["contacted_on"]),
        ({"extended_on": EARLY}, ["extended_on"]),
        (REPLIED, []),
        ({**REPLIED, "replied_on": EARLY}, ["replied_on"]),
        ({**REPLIED, "reply_number": ""}, ["reply_number"]),
        ({"reply_number": "澜科函〔2024〕1号"}, ["reply_number"]),
        ({**REPLIED, **HEARD}, []),
        ({**REPLIED, "feedback": "satisfied"}, ["feedback"]),
        ({**REPLIED, "feedback_on": LATE}, ["feedback"]),
        (HEARD, ["feedback"]),
        ({**UNHAPPY, "replied_again_on": LATE}, []),
        ({**UNHAPPY, "replied_again_on": date(2024, 6, 5)}, ["replied_again_on"]),
        ({**REPLIED, **HEARD, "replied_again_on": LATE}, ["replied_again_on"]),
        ({**REPLIED, "replied_again_on": LATE}, ["replied_again_on"]),
        (
            {
                **UNHAPPY,
                "replied_again_on": LATE,
                "feedback_again_on": LATE,
                "feedback_again": "satisfied",
            },
            [],
        ),
        (
            {**UNHAPPY, "feedback_again_on": LATE, "feedback_again": "satisfied"},
            ["feedback_again"],
        ),
        ({**UNHAPPY, "replied_again_on": LATE, "feedback_again_on": LATE}, ["feedback_again"]),
        ({**REPLIED, "reply_published_on": LATE}, []),
        ({"reply_published_on": LATE}, ["reply_published_on"]),
    ],
)
def test_a_submission_the_bureau_answers(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(Submission, row(**values)) == faults
    separate = row(**{**values, "role": "separate"})
    assert _faults(Submission, separate) == faults


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"opinion_sent_on": LATE}, []),
        ({"opinion_sent_on": EARLY}, ["opinion_sent_on"]),
        (REPLIED, ["replied_on"]),
        ({"extended_on": LATE}, ["extended_on"]),
        (HEARD, ["feedback"]),
        ({"reply_published_on": LATE}, ["reply_published_on"]),
    ],
)
def test_a_co_handled_one(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(Submission, row(role="co", **values)) == faults


def test_only_a_co_handled_one_sends_an_opinion() -> None:
    assert _faults(Submission, row(opinion_sent_on=LATE)) == ["opinion_sent_on"]


@pytest.mark.parametrize(
    ("day", "faults"), [(None, []), (ASSIGNED, []), (EARLY, ["followed_up_on"])]
)
def test_an_act_of_supervision(day: date | None, faults: list[str]) -> None:
    given = SimpleNamespace(held_on=ASSIGNED, followed_up_on=day)
    assert _faults(SupervisionAct, given) == faults


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"answered_on": LATE, "answer": "已整改"}, []),
        ({"answered_on": LATE}, ["answer"]),
        ({"answer": "已整改"}, ["answer"]),
        ({"answered_on": EARLY, "answer": "已整改"}, ["answered_on"]),
        ({"closed_on": EARLY}, ["closed_on"]),
        # Closed without an answer: it happened, so it is kept and becomes an irregularity.
        ({"closed_on": LATE}, []),
    ],
)
def test_a_remark(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(TeamRemark, remark(**values)) == faults
