"""The guards of a case, and its way: what a row shows, who signs, what stops a step."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Guard, Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    StepRefusedError,
    derive,
    make_bureau,
    take,
)
from zhunsheng.regimes.disputes.guards import HEAD_APPEARS, OPINION
from zhunsheng.regimes.disputes.models import Litigation, Reconsideration
from zhunsheng.regimes.disputes.procedure import DEFENDING, RECONSIDERING
from zhunsheng.regimes.disputes.tests.rows import contested, context, row, sued, taking

ON = date(2024, 4, 10)


@pytest.mark.parametrize(
    ("guard", "values", "state"),
    [
        (HEAD_APPEARS, {"appearance": "head"}, "kept"),
        (HEAD_APPEARS, {"appearance": "staff", "absence_reason": "参加市政府会议"}, "kept"),
        (HEAD_APPEARS, {"appearance": "staff"}, "failed"),
        (HEAD_APPEARS, {"appearance": "nobody", "absence_reason": "未收到通知"}, "failed"),
        (OPINION, {"opinion_on": ON}, "kept"),
        (OPINION, {"opinion_on": date(2024, 4, 11)}, "failed"),
        (OPINION, {}, "failed"),
    ],
)
def test_a_guard_says_what_it_finds(guard: Guard, values: dict[str, Any], state: str) -> None:
    outcome = guard.test(row(**values), context(ON))
    assert outcome.state == state
    assert bool(outcome.zh and outcome.en) == (state == "failed")


@pytest.mark.parametrize(
    ("procedure", "shown", "stage", "steps"),
    [
        (RECONSIDERING, Reconsideration(), "received", []),
        (
            RECONSIDERING,
            Reconsideration(answered_on=ON, ended_on=ON, ending="revoked", opinion_on=ON),
            "opinion",
            ["answer", "end", "receive_opinion"],
        ),
        (
            DEFENDING,
            Litigation(answered_on=date(2024, 4, 9), heard_on=ON, appearance="head"),
            "heard",
            ["answer", "appear"],
        ),
        (
            DEFENDING,
            Litigation(
                heard_on=date(2024, 4, 9), appearance="head", answered_on=ON, ended_on=ON,
                judgement="dismissed", performed_on=ON,
            ),
            "performed",
            ["appear", "answer_after_hearing", "judge", "perform"],
        ),
    ],
)  # fmt: skip
def test_an_imported_case_shows_its_steps(
    procedure: Any, shown: Any, stage: str, steps: list[str]
) -> None:
    reached, taken = derive(procedure, shown)
    assert (reached, [step.transition.key for step in taken]) == (stage, steps)
    for step in taken:
        assert step.before in step.transition.starts


@pytest.mark.parametrize("procedure", [RECONSIDERING, DEFENDING])
def test_every_stage_can_be_reached(procedure: Any) -> None:
    reached = {procedure.initial, *(t.after for t in procedure.transitions)}
    assert reached == {stage.key for stage in procedure.stages}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau(regimes=("disputes",))


@pytest.mark.django_db
def test_the_whole_way_of_a_reconsideration(bureau: Bureau) -> None:
    made = contested(bureau, "1")
    for key, who, on, values in (
        ("answer", "deputy", date(2024, 3, 14), {}),
        ("end", "legal_officer", date(2024, 4, 24), {"ending": "revoked"}),
        ("receive_opinion", "legal_officer", date(2024, 4, 24), {}),
        ("answer_opinion", "principal", date(2024, 5, 22), {}),
    ):
        take(made, key, taking(bureau, who, on, **values))
    made.refresh_from_db()
    assert (made.stage, made.ending) == ("corrected", "revoked")
    assert not Irregularity.objects.filter(item_id=made.pk).exists()


@pytest.mark.django_db
def test_staff_alone_in_court_needs_its_reason(bureau: Bureau) -> None:
    made = sued(bureau, "1", answered_on=date(2024, 3, 18))
    with pytest.raises(StepRefusedError) as refused:
        take(made, "appear", taking(bureau, "legal_officer", ON, appearance="staff"))
    (objection,) = refused.value.objections
    assert objection.blocks
    assert "行政诉讼法" in objection.citation_zh
    take(
        made,
        "appear",
        taking(
            bureau, "legal_officer", ON, appearance="staff", absence_reason="参加市政府会议"
        ),
    )  # fmt: skip
    made.refresh_from_db()
    assert (made.stage, made.heard_on) == ("heard", ON)


@pytest.mark.django_db
def test_a_hearing_nobody_went_to_is_not_simply_recorded(bureau: Bureau) -> None:
    made = sued(bureau, "1")
    with pytest.raises(StepRefusedError):
        take(made, "appear", taking(bureau, "legal_officer", ON, appearance="nobody"))
    made.refresh_from_db()
    assert (made.stage, made.heard_on) == ("received", None)


@pytest.mark.django_db
def test_an_answer_is_signed_by_a_head_of_the_bureau(bureau: Bureau) -> None:
    made = contested(bureau, "1")
    with pytest.raises(NotAllowedError):
        take(made, "answer", taking(bureau, "legal_officer", date(2024, 3, 14)))
    take(made, "answer", taking(bureau, "principal", date(2024, 3, 20)))
    assert made.stage == "answered"
