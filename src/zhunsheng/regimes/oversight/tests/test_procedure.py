"""The way of a submission and of a remark: what an imported row shows, who acts, what stops it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    StepImpossibleError,
    StepRefusedError,
    Taking,
    derive,
    make_bureau,
    perform,
    store_file,
    take,
)
from zhunsheng.regimes.oversight.procedure import CLOSING, HANDLING
from zhunsheng.regimes.oversight.tests.rows import (
    DISSATISFIED,
    HEARD,
    REPLIED,
    remark,
    remarked,
    row,
    submission,
    taking,
)

PUBLISHED = {"reply_published_on": date(2024, 6, 3)}
REPLY = {"reply_number": "澜科函〔2024〕1号", "result_class": "A"}


@pytest.mark.parametrize(
    ("values", "stage", "steps"),
    [
        ({}, "assigned", []),
        ({"contacted_on": date(2024, 3, 20)}, "contacted", ["contact"]),
        (
            {"contacted_on": date(2024, 3, 20), "extended_on": date(2024, 5, 6)},
            "extended",
            ["contact", "extend"],
        ),
        (
            {"contacted_on": date(2024, 5, 7), "extended_on": date(2024, 5, 6)},
            "extended",
            ["extend", "contact_after_extension"],
        ),
        (
            {"role": "co", "opinion_sent_on": date(2024, 4, 1)},
            "opinion_sent",
            ["send_opinion"],
        ),
        ({**REPLIED, **HEARD}, "answered_for", ["reply", "give_feedback"]),
        (
            {**REPLIED, **HEARD, **PUBLISHED},
            "published",
            ["reply", "publish_reply", "give_feedback_after_publication"],
        ),
        (
            {**REPLIED, **HEARD, "reply_published_on": date(2024, 6, 6)},
            "published",
            ["reply", "give_feedback", "publish_reply"],
        ),
        (
            {**REPLIED, **DISSATISFIED, "replied_again_on": date(2024, 7, 1)},
            "replied_again",
            ["reply", "give_feedback", "reply_again"],
        ),
        (
            {
                **REPLIED,
                **DISSATISFIED,
                **PUBLISHED,
                "replied_again_on": date(2024, 7, 1),
                "feedback_again_on": date(2024, 7, 8),
                "feedback_again": "satisfied",
            },
            "published",
            [
                "reply",
                "publish_reply",
                "give_feedback_after_publication",
                "reply_again_after_publication",
                "give_feedback_again_after_publication",
            ],
        ),
    ],
)
def test_an_imported_submission_shows_its_steps(
    values: dict[str, Any], stage: str, steps: list[str]
) -> None:
    reached, taken = derive(HANDLING, row(**values))
    assert (reached, [step.transition.key for step in taken]) == (stage, steps)


@pytest.mark.parametrize(
    "values",
    [
        {**REPLIED, **HEARD, **PUBLISHED},
        {**REPLIED, **DISSATISFIED, **PUBLISHED, "replied_again_on": date(2024, 7, 1)},
        {"contacted_on": date(2024, 5, 7), "extended_on": date(2024, 5, 6), **REPLIED},
    ],
)
def test_each_step_read_from_a_row_begins_where_the_one_before_it_ended(
    values: dict[str, Any],
) -> None:
    for step in derive(HANDLING, row(**values))[1]:
        assert step.before in step.transition.starts, step.transition.key


@pytest.mark.parametrize("procedure", [HANDLING, CLOSING])
def test_every_stage_can_be_reached(procedure: Any) -> None:
    reached = {procedure.initial, *(t.after for t in procedure.transitions)}
    assert reached == {stage.key for stage in procedure.stages}


def test_an_imported_remark_shows_its_steps() -> None:
    assert derive(CLOSING, remark())[0] == "made"
    assert derive(CLOSING, remark(answered_on=date(2024, 4, 8)))[0] == "answered"
    assert derive(CLOSING, remark(closed_on=date(2024, 4, 9)))[0] == "closed"


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.mark.django_db
def test_the_whole_way_of_a_submission_whose_reply_did_not_satisfy(bureau: Bureau) -> None:
    made = submission(bureau, "1")
    for key, who, on, values in (
        ("contact", "head", date(2024, 3, 20), {}),
        ("extend", "office", date(2024, 5, 6), {}),
        ("contact_after_extension", "head", date(2024, 5, 20), {}),
        ("reply", "principal", date(2024, 6, 20), REPLY),
        ("publish_reply", "office", date(2024, 6, 21), {}),
        (
            "give_feedback_after_publication",
            "head",
            date(2024, 6, 27),
            {"feedback": "dissatisfied"},
        ),
        ("reply_again_after_publication", "deputy", date(2024, 7, 10), {}),
        (
            "give_feedback_again_after_publication",
            "head",
            date(2024, 7, 17),
            {"feedback_again": "basically_satisfied"},
        ),
    ):
        take(made, key, taking(bureau, who, on, **values))
    made.refresh_from_db()
    assert made.stage == "published"
    assert (made.feedback, made.feedback_again) == ("dissatisfied", "basically_satisfied")
    assert (made.replied_on, made.replied_again_on) == (date(2024, 6, 20), date(2024, 7, 10))
    assert not Irregularity.objects.filter(item_id=made.pk).exists()


@pytest.mark.django_db
def test_a_reply_is_published_once(bureau: Bureau) -> None:
    made = submission(bureau, "1", **REPLIED)
    perform(made, "publish_reply", taking(bureau, "office", date(2024, 6, 3)))
    perform(
        made,
        "give_feedback_after_publication",
        taking(bureau, "head", date(2024, 6, 6), feedback="satisfied"),
    )
    with pytest.raises(StepImpossibleError):
        perform(made, "publish_reply", taking(bureau, "office", date(2024, 6, 7)))
    made.refresh_from_db()
    assert made.reply_published_on == date(2024, 6, 3)


@pytest.mark.django_db
def test_a_reply_without_contact_or_class_goes_out_and_leaves_irregularities(
    bureau: Bureau,
) -> None:
    made = submission(bureau, "1", body="proposal")
    number = {"reply_number": "澜科函〔2024〕1号"}
    perform(made, "reply", taking(bureau, "principal", date(2024, 6, 3), **number))
    found = Irregularity.objects.filter(item_id=made.pk)
    assert {i.rule for i in found} == {
        "oversight.proposal_contact",
        "oversight.proposal_result_class",
    }
    assert all("政协提案办理办法" in i.citation_zh for i in found)
    assert all("未核实" in i.citation_zh for i in found)


@pytest.mark.django_db
def test_a_late_reply_is_never_refused(bureau: Bureau) -> None:
    made = submission(bureau, "1", contacted_on=date(2024, 3, 20))
    perform(made, "reply", taking(bureau, "principal", date(2024, 12, 2), **REPLY))
    assert made.stage == "replied"


@pytest.mark.django_db
def test_a_reply_found_secret_is_not_published_without_the_legal_officers_reason(
    bureau: Bureau,
) -> None:
    made = submission(bureau, "1", **REPLIED, not_public_reason="涉及商业秘密")
    on = date(2024, 6, 7)
    with pytest.raises(StepRefusedError) as refused:
        perform(made, "publish_reply", taking(bureau, "office", on))
    (objection,) = refused.value.objections
    assert objection.rule == "oversight.publish_reply"
    assert (objection.blocks, objection.needs_reason) == (False, True)
    assert "涉及商业秘密" in objection.zh
    assert objection.citation_zh == "参照国办发〔2014〕46号文"
    reasoned = Taking(
        by=bureau.persons["office"],
        on=on,
        reasons={"oversight.publish_reply": "已删去商业秘密部分"},
        reasoned_by=bureau.persons["legal_officer"],
    )
    perform(made, "publish_reply", reasoned)
    assert Irregularity.objects.get(item_id=made.pk).kind == "reasoned"


@pytest.mark.django_db
def test_the_lead_answers_what_the_bureau_co_handles(bureau: Bureau) -> None:
    made = submission(bureau, "1", role="co")
    offered = {t.key for t in HANDLING.open_to(made)}
    assert "send_opinion" in offered
    assert "reply" not in offered
    with pytest.raises(StepImpossibleError):
        perform(made, "reply", taking(bureau, "principal", date(2024, 6, 3), **REPLY))
    made.refresh_from_db()
    assert made.replied_on is None
    perform(made, "send_opinion", taking(bureau, "deputy", date(2024, 4, 1)))
    assert (made.stage, made.opinion_sent_on) == ("opinion_sent", date(2024, 4, 1))


@pytest.mark.django_db
def test_who_may_sign_publish_and_whose_signature_another_may_enter(
    bureau: Bureau, settings: Any, tmp_path: Path
) -> None:
    settings.EVIDENCE_DIR = tmp_path
    made = submission(bureau, "1", contacted_on=date(2024, 3, 20))
    on = date(2024, 6, 3)
    with pytest.raises(NotAllowedError):
        perform(made, "reply", taking(bureau, "head", on, **REPLY))
    scan = store_file("签批单.pdf", b"%PDF-1.4 signed")
    signed = Taking(
        by=bureau.persons["deputy"],
        on=on,
        attested_by=bureau.persons["office_recorder"],
        evidence=scan,
        values=REPLY,
    )
    step = perform(made, "reply", signed)
    assert (step.by, step.attested_by) == (
        bureau.persons["deputy"],
        bureau.persons["office_recorder"],
    )
    with pytest.raises(NotAllowedError):
        perform(made, "publish_reply", taking(bureau, "head", on))


@pytest.mark.django_db
def test_a_remark_is_closed_by_somebody_other_than_who_answered(bureau: Bureau) -> None:
    made = remarked(bureau, "关于招标")
    perform(made, "answer", taking(bureau, "legal_officer", date(2024, 4, 8), answer="已补充论证"))
    with pytest.raises(NotAllowedError, match="须由他人办理"):
        perform(made, "close", taking(bureau, "legal_officer", date(2024, 4, 9)))
    perform(made, "close", taking(bureau, "team", date(2024, 4, 9)))
    assert (made.stage, made.closed_on) == ("closed", date(2024, 4, 9))


@pytest.mark.django_db
def test_what_came_by_mistake_goes_back_to_whoever_assigned_it_and_on_from_there() -> None:
    bureau = make_bureau()
    row_ = submission(bureau, "12")
    with pytest.raises(StepImpossibleError):
        take(row_, "reassign", taking(bureau, "office", date(2024, 3, 8)))
    take(row_, "dispute", taking(bureau, "office", date(2024, 3, 18)))  # the tenth working day
    assert not Irregularity.objects.exists()
    take(row_, "reassign", taking(bureau, "office", date(2024, 3, 22)))
    assert (row_.stage, row_.reassigned_on) == ("reassigned", date(2024, 3, 22))


@pytest.mark.django_db
def test_called_not_ours_too_late_is_recorded_and_the_reply_goes_on() -> None:
    bureau = make_bureau()
    row_ = submission(bureau, "12", contacted_on=date(2024, 3, 12))
    take(row_, "dispute", taking(bureau, "office", date(2024, 3, 19)))
    assert [i.rule for i in Irregularity.objects.all()] == ["oversight.reassign_term"]
    take(row_, "reply", taking(bureau, "deputy", date(2024, 5, 6), **REPLY))
    assert row_.stage == "replied"
