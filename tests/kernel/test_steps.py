"""Steps: every guard is asked at once, what binds refuses, what is past is recorded as it was."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.org.models import Person, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.errors import StepImpossibleError, StepRefusedError
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.norms.models import NormativeDocument

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 10, 15, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
SCAN = b"%PDF-1.4 signed"


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def document(bureau: Bureau, **values: Any) -> NormativeDocument:
    given: dict[str, Any] = {
        "title": "科技创新券管理办法",  # measures on innovation vouchers
        "normative": True,
        "judgement_reason": "涉及企业权利义务",
        "issuing": "own",
        "basis": "科学技术进步法",
        "affects_rights": True,
        "market_related": True,
    }
    return bureau.confirmed(NormativeDocument, **(given | values))


def test_a_refusal_gives_every_reason_with_its_rule_and_changes_nothing(bureau: Bureau) -> None:
    row = document(bureau)
    with standing_at(NOW), pytest.raises(StepRefusedError) as refusal:
        perform(row, "table", Taking(by=bureau.persons["legal_officer"], on=NOW.date()))
    rules = {o.rule for o in refusal.value.objections}
    assert "norms.fair_competition_review" in rules
    assert "norms.market_comment_period" in rules
    assert refusal.value.objections[0].blocks
    # Decree on fair-competition review, article 18; the by-reference rule says so.
    assert "《公平竞争审查条例》第十八条" in refusal.value.zh
    assert "参照《" in refusal.value.zh
    row.refresh_from_db()
    assert (row.stage, row.version) == ("drafting", 2)
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    assert last.action == "refused:table"


def test_the_wrong_role_is_refused_by_name_of_the_right_one(bureau: Bureau) -> None:
    row = document(bureau)
    with standing_at(NOW), pytest.raises(NotAllowedError) as refusal:
        perform(row, "table", Taking(by=bureau.persons["deputy"], on=NOW.date()))
    assert "法规科" in refusal.value.zh


def test_a_step_that_does_not_begin_here_is_refused(bureau: Bureau) -> None:
    row = document(bureau)
    with standing_at(NOW), pytest.raises(StepImpossibleError):
        perform(row, "sign", Taking(by=bureau.persons["principal"], on=NOW.date()))


def test_a_date_to_come_is_no_step(bureau: Bureau) -> None:
    row = document(bureau)
    taking = Taking(by=bureau.persons["head"], on=date(2024, 10, 16))
    with standing_at(NOW), pytest.raises(StepImpossibleError):
        perform(row, "open_comment", taking)


def test_a_leader_s_act_is_entered_from_the_signed_paper_only(bureau: Bureau) -> None:
    row = document(bureau, tabled_on=date(2024, 10, 8))
    principal, keeper = bureau.persons["principal"], bureau.persons["legal_recorder"]
    bare = Taking(by=principal, on=date(2024, 10, 9), attested_by=keeper, already_taken=True)
    with standing_at(NOW), pytest.raises(StepImpossibleError):
        perform(row, "decide", bare)
    with standing_at(NOW):
        step = perform(
            row,
            "decide",
            Taking(
                by=principal,
                on=date(2024, 10, 9),
                attested_by=keeper,
                evidence=store("纪要.pdf", SCAN),
                already_taken=True,
                confirmed_by=bureau.persons["legal_officer"],
            ),
        )
    assert step.by == principal
    assert step.attested_by == keeper
    assert row.decided_on == date(2024, 10, 9)


def test_no_early_date_slips_under_a_rule_made_since(bureau: Bureau) -> None:
    row = document(bureau)
    long_ago = Taking(by=bureau.persons["legal_officer"], on=date(2012, 5, 8))
    with standing_at(NOW), pytest.raises(StepRefusedError) as refusal:
        perform(row, "table", long_ago)
    assert "norms.fair_competition_review" in {o.rule for o in refusal.value.objections}
    row.refresh_from_db()
    assert row.stage == "drafting"


def test_calling_a_step_not_applicable_frees_nobody_from_its_guards(bureau: Bureau) -> None:
    row = document(bureau)
    officer = bureau.persons["legal_officer"]
    spared = Taking(by=officer, on=NOW.date(), not_applicable="无需提请审议")
    with standing_at(NOW), pytest.raises(StepRefusedError):
        perform(row, "table", spared)
    assert not Step.objects.exists()


def test_a_procedure_draws_itself_in_either_language() -> None:
    procedure = registry().procedure_of(NormativeDocument)
    assert procedure is not None
    drawn = procedure.mermaid()
    assert drawn.startswith("stateDiagram-v2")
    assert "examined --> tabled: 提请集体审议" in drawn
    assert "examined --> tabled: table" in procedure.mermaid("en")


def test_a_late_entry_keeps_its_date_and_leaves_its_irregularities(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = {key: kept for key, kept in registry().regimes.items() if key != "counsel"}
    monkeypatch.setattr(registry(), "regimes", without)
    row = document(bureau)
    with standing_at(NOW):
        perform(
            row,
            "table",
            Taking(
                by=bureau.persons["legal_officer"],
                on=date(2024, 9, 2),
                evidence=store("提请审议.pdf", SCAN),
                already_taken=True,
                confirmed_by=bureau.persons["legal_second"],
            ),
        )
    row.refresh_from_db()
    assert row.tabled_on == date(2024, 9, 2)
    broken = set(Irregularity.objects.filter(item_id=row.pk).values_list("rule", flat=True))
    assert "norms.fair_competition_review" in broken
    # Nothing installed can show that counsel was heard: that is not called irregular.
    assert "norms.counsel_heard" not in broken


def test_without_scan_or_second_legal_officer_the_past_is_not_believed(bureau: Bureau) -> None:
    row = document(bureau)
    officer = bureau.persons["legal_officer"]
    bare = Taking(by=officer, on=date(2024, 9, 2), already_taken=True, confirmed_by=officer)
    with standing_at(NOW), pytest.raises(StepImpossibleError):
        perform(row, "table", bare)
    with standing_at(NOW), pytest.raises(NotAllowedError):
        perform(
            row,
            "table",
            Taking(
                by=officer,
                on=date(2024, 9, 2),
                evidence=store("提请审议.pdf", SCAN),
                already_taken=True,
                confirmed_by=officer,
            ),
        )
    assert not Step.objects.exists()


def test_what_does_not_bind_passes_on_the_legal_officer_s_stated_reason(bureau: Bureau) -> None:
    row = document(bureau, market_related=False)
    officer = bureau.persons["legal_officer"]
    with standing_at(NOW):
        with pytest.raises(StepRefusedError) as refusal:
            perform(row, "table", Taking(by=officer, on=NOW.date()))
        assert not any(o.blocks for o in refusal.value.objections)
        reasons = {o.rule: "情况紧急" for o in refusal.value.objections if o.needs_reason}
        assert reasons
        perform(
            row, "table", Taking(by=officer, on=NOW.date(), reasons=reasons, reasoned_by=officer)
        )
    kept = Irregularity.objects.filter(item_id=row.pk, kind="reasoned")
    assert {i.rule for i in kept} == set(reasons)
    assert all(i.reason_by == officer for i in kept)


def _elsewhere(bureau: Bureau, role: Role, name: str = "外科室人员") -> Person:
    """Somebody with the right post in another division than the record's."""
    person = Person.objects.create(username=f"elsewhere-{role}", name=name, agency=bureau.agency)
    Post.objects.create(
        person=person, division=bureau.divisions["office"], role=role, first_day=date(2010, 1, 1)
    )
    return person


@pytest.mark.parametrize("role", [Role.RECORDER, Role.DIVISION_HEAD])
def test_the_right_post_in_another_division_is_none(bureau: Bureau, role: Role) -> None:
    row = document(bureau)
    with standing_at(NOW), pytest.raises(NotAllowedError) as refusal:
        perform(row, "open_comment", Taking(by=_elsewhere(bureau, role), on=NOW.date()))
    assert "科技发展科" in refusal.value.zh  # the record's division
    with standing_at(NOW):
        perform(row, "open_comment", Taking(by=bureau.persons["head"], on=NOW.date()))


def test_a_deputy_head_decides_in_their_field_only(bureau: Bureau) -> None:
    scan = store("纪要.pdf", SCAN)
    row = document(bureau, tabled_on=date(2024, 10, 8))

    def decided(by: Person) -> Taking:
        return Taking(
            by=by, on=date(2024, 10, 9), attested_by=bureau.persons["legal_recorder"],
            evidence=scan, already_taken=True, confirmed_by=bureau.persons["legal_officer"],
        )  # fmt: skip

    with standing_at(NOW), pytest.raises(NotAllowedError):
        perform(row, "decide", decided(_elsewhere(bureau, Role.DEPUTY_HEAD)))
    with standing_at(NOW):
        perform(row, "decide", decided(bureau.persons["deputy"]))


def test_where_a_division_has_no_head_another_division_s_stands_in(bureau: Bureau) -> None:
    row = document(bureau)
    Post.objects.filter(person=bureau.persons["head"]).update(last_day=date(2024, 9, 30))
    with standing_at(NOW):
        perform(
            row, "open_comment", Taking(by=_elsewhere(bureau, Role.DIVISION_HEAD), on=NOW.date())
        )
    assert row.stage == "commenting"


def test_nobody_of_another_agency_takes_a_step(bureau: Bureau) -> None:
    stranger = make_bureau("other").persons["legal_officer"]
    row = document(bureau, examination_from=date(2024, 10, 8))
    with standing_at(NOW), pytest.raises(NotAllowedError):
        perform(row, "examine", Taking(by=stranger, on=NOW.date()))
