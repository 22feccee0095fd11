"""The way of a document: who acts, what stops it, what an imported row shows."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity, Standing
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    StepRefusedError,
    Taking,
    derive,
    make_bureau,
    perform,
    store_file,
)
from zhunsheng.regimes.norms.models import Cleanup, CleanupConclusion, NormativeDocument
from zhunsheng.regimes.norms.procedure import MAKING
from zhunsheng.regimes.norms.tests.rows import REQUIRED, plain


def _path(**dates: date) -> tuple[str, list[str]]:
    stage, steps = derive(MAKING, plain(**dates))
    return stage, [step.transition.key for step in steps]


def test_an_imported_row_shows_its_steps() -> None:
    stage, steps = _path(
        comment_from=date(2024, 1, 8),
        comment_to=date(2024, 2, 8),
        fair_competition_on=date(2024, 2, 19),
        examination_from=date(2024, 2, 20),
        examined_on=date(2024, 2, 28),
        tabled_on=date(2024, 3, 4),
        decided_on=date(2024, 3, 8),
        signed_on=date(2024, 3, 11),
        published_on=date(2024, 3, 15),
        filed_on=date(2024, 3, 25),
        effective_on=date(2024, 4, 15),
    )
    assert stage == "in_force"
    assert steps == [
        "open_comment",
        "close_comment",
        "review_competition",
        "submit_for_examination",
        "examine",
        "table",
        "decide",
        "sign",
        "publish",
        "file",
        "take_effect",
    ]


def test_filing_may_follow_taking_effect() -> None:
    published = {"published_on": date(2024, 9, 12), "effective_on": date(2024, 9, 12)}
    stage, steps = _path(**published, filed_on=date(2024, 10, 8))
    assert (stage, steps) == ("in_force", ["publish", "take_effect", "file_in_force"])


def test_what_is_filed_is_not_to_be_filed_again() -> None:
    row = NormativeDocument(stage="in_force", effective_on=date(2024, 9, 12))
    assert "file_in_force" in {step.key for step in MAKING.open_to(row)}
    row.filed_on = date(2024, 10, 8)
    assert "file_in_force" not in {step.key for step in MAKING.open_to(row)}


def test_an_ended_document_has_ended() -> None:
    row = plain(published_on=date(2015, 5, 4), ended_on=date(2024, 11, 18), ended_how="repealed")
    stage, steps = derive(MAKING, row)
    assert stage == "repealed"
    assert [s.before for s in steps if s.transition.key == "repeal"] == ["published"]


def test_every_stage_can_be_reached_and_every_step_begins_at_one() -> None:
    reached = {MAKING.initial, *(t.after for t in MAKING.transitions)}
    assert reached == {stage.key for stage in MAKING.stages}


@pytest.fixture
def bureau(settings: Any, tmp_path: Path) -> Bureau:
    settings.EVIDENCE_DIR = tmp_path
    return make_bureau()


def _draft(bureau: Bureau, **values: Any) -> NormativeDocument:
    return bureau.confirmed(NormativeDocument, **{**REQUIRED, **values})


@pytest.mark.django_db
def test_tabling_is_refused_with_every_reason_at_once(bureau: Bureau) -> None:
    row = _draft(bureau, market_related=True, affects_rights=True)
    taking = Taking(by=bureau.persons["legal_officer"], on=date(2024, 9, 20))
    with pytest.raises(StepRefusedError) as refused:
        perform(row, "table", taking)
    rules = [o.rule for o in refused.value.objections]
    # What binds first; what is by reference waits for a reason; what is unverified never stops.
    assert rules[0] == "norms.fair_competition_review"
    assert set(rules[1:]) == {"norms.comment_period", "norms.market_comment_period"}
    row.refresh_from_db()
    assert row.stage == "drafting"
    assert row.tabled_on is None


@pytest.mark.django_db
def test_a_reason_answers_what_does_not_bind_but_not_what_does(bureau: Bureau) -> None:
    row = _draft(bureau, market_related=True, affects_rights=True)
    reasons = {
        "norms.comment_period": "上级要求限期出台",
        "norms.market_comment_period": "上级要求限期出台",
        "norms.fair_competition_review": "上级要求限期出台",
    }
    taking = Taking(
        by=bureau.persons["legal_officer"],
        on=date(2024, 9, 20),
        reasons=reasons,
        reasoned_by=bureau.persons["legal_officer"],
    )
    with pytest.raises(StepRefusedError) as refused:
        perform(row, "table", taking)
    assert [o.rule for o in refused.value.objections] == ["norms.fair_competition_review"]
    head = Taking(by=bureau.persons["head"], on=date(2024, 9, 18))
    perform(row, "review_competition", head)
    perform(row, "table", taking)
    kinds = dict(Irregularity.objects.filter(item_id=row.pk).values_list("rule", "kind"))
    assert kinds["norms.comment_period"] == "reasoned"
    assert kinds["norms.market_comment_period"] == "reasoned"
    # Not verified: it lets the step pass and is kept as what was not done.
    assert kinds["norms.legality_examination"] == "irregular"


@pytest.mark.django_db
def test_the_whole_way_from_draft_to_filing(bureau: Bureau) -> None:
    row = _draft(bureau)
    officer, office = bureau.persons["legal_officer"], bureau.persons["office"]
    principal, recorder = bureau.persons["principal"], bureau.persons["recorder"]
    steps: list[tuple[str, Any, date, dict[str, object]]] = [
        ("submit_for_examination", recorder, date(2024, 8, 1), {}),
        ("examine", officer, date(2024, 8, 9), {"examination_body": "政策法规科"}),
        ("table", officer, date(2024, 8, 12), {}),
        ("decide", principal, date(2024, 8, 15), {}),
        (
            "sign",
            principal,
            date(2024, 8, 16),
            {"number": "澜科规〔2024〕2号", "registration_number": "LKG-2024-002"},
        ),
        ("publish", office, date(2024, 8, 20), {"valid_until": date(2029, 8, 19)}),
        ("take_effect", officer, date(2024, 9, 1), {}),
        ("file_in_force", officer, date(2024, 9, 2), {}),
    ]
    for key, by, on, values in steps:
        perform(row, key, Taking(by=by, on=on, values=values))
    assert row.stage == "in_force"
    assert row.filed_on == date(2024, 9, 2)
    found = Irregularity.objects.filter(item_id=row.pk).values_list("rule", flat=True)
    assert list(found.exclude(rule="norms.counsel_heard")) == []


@pytest.mark.django_db
def test_who_recorded_does_not_examine(bureau: Bureau) -> None:
    row = _draft(bureau, examination_from=date(2024, 8, 1))
    taking = Taking(by=bureau.persons["recorder"], on=date(2024, 8, 9))
    with pytest.raises(NotAllowedError):
        perform(row, "examine", taking)


@pytest.mark.django_db
def test_nothing_takes_effect_before_it_is_published(bureau: Bureau) -> None:
    row = _draft(bureau, published_on=date(2024, 9, 12))
    taking = Taking(by=bureau.persons["office"], on=date(2024, 9, 1))
    with pytest.raises(StepRefusedError) as refused:
        perform(row, "take_effect", taking)
    assert [o.citation_zh for o in refused.value.objections] == ["《优化营商环境条例》第六十四条"]


@pytest.mark.django_db
def test_a_late_entry_keeps_what_it_did_not_keep(bureau: Bureau) -> None:
    row = _draft(bureau, market_related=True, examination_body="科技发展科")
    taking = Taking(
        by=bureau.persons["legal_officer"],
        on=date(2024, 9, 20),
        evidence=store_file("table.pdf", b"%PDF-1.4 tabled"),
        already_taken=True,
        confirmed_by=bureau.persons["legal_second"],
    )
    perform(row, "table", taking)
    found = set(Irregularity.objects.filter(item_id=row.pk).values_list("rule", flat=True))
    assert {"norms.fair_competition_review", "norms.market_comment_period"} <= found


@pytest.mark.django_db
def test_declaring_invalid_rests_on_a_conclusion(bureau: Bureau) -> None:
    old = _draft(bureau, published_on=date(2016, 5, 4), effective_on=date(2016, 5, 4))
    other = _draft(bureau, published_on=date(2017, 5, 4), effective_on=date(2017, 5, 4))
    decided = date(2024, 11, 18)
    cleanup = bureau.confirmed(
        Cleanup, cut_off_on=date(2024, 9, 30), scope_note="现行有效文件", decided_on=decided
    )
    bureau.confirmed(
        CleanupConclusion,
        cleanup=cleanup,
        document=old,
        conclusion="declared_invalid",
        reason="调整对象已消失",
        decided_on=decided,
    )
    for row in (old, other):
        values = {"ended_number": "澜科〔2024〕46号"}
        taking = Taking(by=bureau.persons["principal"], on=decided, values=values)
        perform(row, "declare_invalid", taking)
        assert (row.stage, row.ended_how) == ("declared_invalid", "declared_invalid")
        assert row.standing == Standing.CONFIRMED
    irregular = Irregularity.objects.filter(rule="norms.cleanup")
    assert [i.item_id for i in irregular] == [other.pk]


@pytest.mark.django_db
def test_each_way_to_end_is_a_step_of_its_own_that_says_how(bureau: Bureau) -> None:
    lived = {"published_on": date(2016, 5, 4), "effective_on": date(2016, 5, 4)}
    for key, how in (("repeal", "repealed"), ("expire", "expired")):
        row = _draft(bureau, **lived, valid_until=date(2021, 5, 4))
        perform(row, key, Taking(by=bureau.persons["principal"], on=date(2024, 11, 18)))
        assert (row.stage, row.ended_how) == (how, how)
        list_ = Taking(by=bureau.persons["office"], on=date(2024, 11, 22))
        perform(row, "publish_end", list_)
        assert (row.stage, row.ended_published_on) == ("end_published", date(2024, 11, 22))


def test_a_document_whose_end_was_published_shows_both_steps() -> None:
    row = plain(
        published_on=date(2015, 5, 4), ended_on=date(2024, 11, 18), ended_how="expired",
        ended_published_on=date(2024, 11, 22),
    )  # fmt: skip
    stage, derived = derive(MAKING, row)
    assert (stage, [s.transition.key for s in derived]) == (
        "end_published", ["publish", "expire", "publish_end"],
    )  # fmt: skip
