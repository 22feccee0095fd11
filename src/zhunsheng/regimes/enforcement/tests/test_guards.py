"""Each guard kept, failed and not applicable; all that is wanting is said at once."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Guard
from zhunsheng.regimes.enforcement.guards import (
    ANOTHER_REVIEWER,
    BEFORE_PENALTY,
    HEARING,
    INSPECTION_OFFICERS,
    LEGAL_REVIEW,
    OFFICERS,
    RECORDING,
    TOLD,
)
from zhunsheng.regimes.enforcement.tests.rows import case, context, officer

ON = date(2024, 5, 20)
OFFERED = {"hearing_due": True, "hearing_told_on": date(2024, 5, 13)}
REVIEWED = {"major": True, "reviewed_on": date(2024, 5, 17), "review": "passed", "reviewer": "丙"}
NOT_PENALISED = {"outcome": "not_penalised"}


@pytest.mark.parametrize(
    ("guard", "values", "state"),
    [
        (OFFICERS, {}, "kept"),
        (OFFICERS, {"second_officer": None}, "failed"),
        (OFFICERS, {"second_officer": officer(1, "甲")}, "failed"),
        (OFFICERS, {"second_officer": officer(2, "乙", ON)}, "failed"),
        (OFFICERS, {"second_officer": None, **NOT_PENALISED}, "not_applicable"),
        (INSPECTION_OFFICERS, {}, "kept"),
        (INSPECTION_OFFICERS, {"first_officer": None, "second_officer": None}, "failed"),
        (TOLD, {}, "kept"),
        (TOLD, {"told_on": None}, "failed"),
        (TOLD, {"told_on": date(2024, 5, 21)}, "failed"),
        (TOLD, {"told_on": None, **NOT_PENALISED}, "not_applicable"),
        (HEARING, {}, "not_applicable"),
        (HEARING, {"hearing_due": True}, "failed"),
        # Told on Monday the 13th: the five working days end on the 20th.
        (HEARING, OFFERED, "failed"),
        (HEARING, {**OFFERED, "heard_on": date(2024, 5, 17)}, "kept"),
        (HEARING, {**OFFERED, "hearing_told_on": date(2024, 5, 10)}, "kept"),
        (RECORDING, {}, "kept"),
        (RECORDING, {"recording": ""}, "failed"),
        (RECORDING, {"recording": "", **NOT_PENALISED}, "not_applicable"),
        (LEGAL_REVIEW, {}, "not_applicable"),
        (LEGAL_REVIEW, REVIEWED, "kept"),
        (LEGAL_REVIEW, {**REVIEWED, "review": "corrected"}, "kept"),
        (LEGAL_REVIEW, {**REVIEWED, "review": "refused"}, "failed"),
        (LEGAL_REVIEW, {**REVIEWED, "reviewed_on": date(2024, 5, 21)}, "failed"),
        (LEGAL_REVIEW, {"major": True}, "failed"),
        (LEGAL_REVIEW, {"major": True, **NOT_PENALISED}, "not_applicable"),
        (ANOTHER_REVIEWER, REVIEWED, "kept"),
        (ANOTHER_REVIEWER, {**REVIEWED, "reviewer": "乙"}, "failed"),
        (ANOTHER_REVIEWER, {}, "not_applicable"),
    ],
)
def test_a_guard_says_what_it_finds(guard: Guard, values: dict[str, Any], state: str) -> None:
    outcome = guard.test(case(**values), context(ON))
    assert outcome.state == state
    assert bool(outcome.zh and outcome.en) == (state != "kept")


def test_a_certificate_that_ran_out_is_named() -> None:
    outcome = OFFICERS.test(case(second_officer=officer(7, "乙", ON)), context(ON))
    assert "东澜执007" in outcome.zh
    assert "甲" not in outcome.zh


def test_a_case_with_nothing_done_fails_every_guard_that_reaches_it() -> None:
    bare = case(
        first_officer=None, second_officer=None, told_on=None, recording="", major=True,
        hearing_due=True,
    )  # fmt: skip
    states = {g.rule: g.test(bare, context(ON)).state for g in BEFORE_PENALTY}
    assert set(states.values()) == {"failed"}
    assert len(states) == 5
