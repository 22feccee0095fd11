"""The way of an inspection and of a case: what a row shows, what stops a decision."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    Obligation,
    StepRefusedError,
    derive,
    make_bureau,
    take,
)
from zhunsheng.regimes.enforcement.models import PenaltyCase
from zhunsheng.regimes.enforcement.procedure import HANDLING, INSPECTING
from zhunsheng.regimes.enforcement.tests.rows import (
    certified,
    filed,
    inspected,
    taking,
)

DECISION = {"outcome": "penalised", "penalty": "fine", "fine": 30000, "recording": "both"}
DECIDED = {
    "decided_on": date(2024, 5, 20), "outcome": "penalised", "penalty": "warning",
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "stage", "steps"),
    [
        ({}, "filed", []),
        (DECIDED, "decided", ["decide"]),
        (
            {**DECIDED, "published_on": date(2024, 5, 21), "served_on": date(2024, 5, 22)},
            "served",
            ["decide", "publish", "serve"],
        ),
        (
            {**DECIDED, "served_on": date(2024, 5, 21), "published_on": date(2024, 5, 22)},
            "served",
            ["decide", "serve", "publish_served"],
        ),
        (
            {
                **DECIDED,
                "served_on": date(2024, 5, 21),
                "performed_on": date(2024, 5, 22),
                "published_on": date(2024, 5, 27),
                "closed_on": date(2024, 5, 28),
            },
            "closed",
            ["decide", "serve", "perform", "publish_performed", "close"],
        ),
    ],
)
def test_an_imported_case_shows_its_steps(
    values: dict[str, Any], stage: str, steps: list[str]
) -> None:
    reached, taken = derive(HANDLING, PenaltyCase(**values))
    assert (reached, [step.transition.key for step in taken]) == (stage, steps)
    for step in taken:
        assert step.before in step.transition.starts


@pytest.mark.parametrize("procedure", [INSPECTING, HANDLING])
def test_every_stage_can_be_reached(procedure: Any) -> None:
    reached = {procedure.initial, *(t.after for t in procedure.transitions)}
    assert reached == {stage.key for stage in procedure.stages}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau(regimes=("enforcement",))


def _officers(bureau: Bureau) -> dict[str, Any]:
    return {
        "first_officer": certified(bureau, "001", "甲"),
        "second_officer": certified(bureau, "002", "乙"),
    }


@pytest.mark.django_db
def test_the_whole_way_of_a_major_case(bureau: Bureau) -> None:
    made = filed(bureau, "1", major=True, hearing_due=True, **_officers(bureau))
    for key, who, on, values in (
        ("investigate", "head", date(2024, 4, 1), {}),
        ("tell", "head", date(2024, 4, 8), {"hearing_told_on": date(2024, 4, 8)}),
        ("hear", "legal_officer", date(2024, 4, 22), {}),
        ("review", "legal_officer", date(2024, 4, 29), {"reviewer": "丙", "review": "passed"}),
        ("decide", "principal", date(2024, 5, 13), DECISION),
        ("serve", "head", date(2024, 5, 15), {}),
        ("publish_served", "office", date(2024, 5, 20), {}),
        ("perform", "head", date(2024, 5, 27), {}),
        ("close", "deputy", date(2024, 6, 3), {}),
    ):
        take(made, key, taking(bureau, who, on, **values))
    made.refresh_from_db()
    assert (made.stage, made.fine) == ("closed", 30000)
    assert not Irregularity.objects.filter(item_id=made.pk).exists()
    assert not Obligation.objects.filter(item_id=made.pk, done_on=None).exists()


@pytest.mark.django_db
def test_an_unreviewed_major_decision_is_refused_with_every_reason_at_once(
    bureau: Bureau,
) -> None:
    made = filed(bureau, "1", major=True, hearing_due=True)
    with pytest.raises(StepRefusedError) as refused:
        take(made, "decide", taking(bureau, "principal", date(2024, 5, 13), **DECISION))
    found = {o.rule: o for o in refused.value.objections}
    assert set(found) == {
        "enforcement.officers",
        "enforcement.told",
        "enforcement.hearing",
        "enforcement.legal_review",
    }
    assert all(o.blocks for o in found.values())
    assert "行政处罚法" in found["enforcement.legal_review"].citation_zh
    assert "第五十八条" in found["enforcement.legal_review"].citation_zh
    made.refresh_from_db()
    assert (made.stage, made.decided_on) == ("filed", None)


@pytest.mark.django_db
def test_a_case_that_ends_without_a_penalty_needs_none_of_it(bureau: Bureau) -> None:
    made = filed(bureau, "1", major=True, hearing_due=True)
    take(made, "decide", taking(bureau, "deputy", date(2024, 5, 13), outcome="withdrawn"))
    made.refresh_from_db()
    assert (made.stage, made.outcome) == ("decided", "withdrawn")
    assert not Irregularity.objects.filter(item_id=made.pk).exists()


@pytest.mark.django_db
def test_who_investigated_does_not_review(bureau: Bureau) -> None:
    made = filed(bureau, "1", major=True, **_officers(bureau))
    review = {"review": "passed", "reviewer": "丙"}
    with pytest.raises(NotAllowedError):
        take(made, "review", taking(bureau, "head", date(2024, 4, 8), **review))
    take(made, "investigate", taking(bureau, "head", date(2024, 4, 1)))
    # The name on the paper is one of the officers': unverified, so recorded, never refused.
    review["reviewer"] = "甲"
    take(made, "review", taking(bureau, "legal_officer", date(2024, 4, 8), **review))
    (found,) = Irregularity.objects.filter(item_id=made.pk)
    assert found.rule == "enforcement.review_apart"
    assert "甲" in found.zh


@pytest.mark.django_db
def test_an_inspection_by_one_officer_is_recorded_with_its_irregularity(bureau: Bureau) -> None:
    made = inspected(bureau, "1")
    one = certified(bureau, "001", "甲")
    take(
        made,
        "hold",
        taking(bureau, "head", date(2024, 4, 8), first_officer=one, result="clear"),
    )
    assert made.stage == "held"
    (found,) = Irregularity.objects.filter(item_id=made.pk)
    assert found.rule == "enforcement.inspection_officers"
