"""The yearly list, what became of a decision while it was carried out, and who evaluated it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    StepRefusedError,
    Taking,
    check_identities,
    facts,
    make_bureau,
    take,
)
from zhunsheng.regimes.decisions import guards
from zhunsheng.regimes.decisions.checks import CHANGE_CHECKS, LISTED_CHECKS
from zhunsheng.regimes.decisions.models import DecisionList, ExecutionChange, ListedMatter, Matter
from zhunsheng.regimes.decisions.regime import REGIME
from zhunsheng.regimes.decisions.tests.rows import context, plain

pytestmark = pytest.mark.django_db
SET, DAY = date(2024, 3, 13), date(2024, 9, 12)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _list(bureau: Bureau, for_whom: str = "own") -> DecisionList:
    return bureau.confirmed(
        DecisionList, title=f"目录（{for_whom}）", for_whom=for_whom, year=2024, set_on=SET
    )


def _listed(bureau: Bureau, on: DecisionList, title: str, **values: Any) -> ListedMatter:
    given: dict[str, Any] = {"listed_on": SET, "entered": "first"} | values
    return bureau.confirmed(ListedMatter, decision_list=on, title=title, **given)


def _matter(bureau: Bureau, title: str, **values: Any) -> Matter:
    given: dict[str, Any] = {
        "major": True,
        "key_matter": False,
        "for_whom": "own",
        "opened_on": date(2024, 5, 6),
    }
    return bureau.confirmed(Matter, title=title, **{**given, "decided_on": DAY, **values})


def _change(bureau: Bureau, for_whom: str = "own", **values: Any) -> ExecutionChange:
    matter = _matter(bureau, f"决策（{for_whom}）", for_whom=for_whom)
    given: dict[str, Any] = {
        "kind": "stopped",
        "urgent": False,
        "reason": "条件变化",
        "for_whom": for_whom,
    }
    return bureau.confirmed(ExecutionChange, matter=matter, title="停止执行", **(given | values))


def _by(bureau: Bureau, role: str, day: date, **values: Any) -> Taking:
    return Taking(by=bureau.persons[role], on=day, **values)


def _values(bureau: Bureau) -> dict[str, Any]:
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert [c.key for c in check_identities(found) if not c.holds] == []
    return {key: fact.value for key, fact in found.items()}


def test_the_list_is_published_after_the_party_committee_agreed(bureau: Bureau) -> None:
    row = _list(bureau)
    with pytest.raises(StepRefusedError) as refused:
        take(row, "publish", _by(bureau, "office", DAY))
    assert {o.rule for o in refused.value.objections} == {"decisions.list"}
    take(row, "agree", _by(bureau, "office", date(2024, 3, 20)))
    take(row, "publish", _by(bureau, "office", date(2024, 3, 26)))
    assert (row.stage, row.published_on) == ("published", date(2024, 3, 26))


def test_a_list_and_each_amendment_of_it_are_published_within_twenty_working_days(
    bureau: Bureau,
) -> None:
    own, city = _list(bureau), _list(bureau, "city_government")
    _listed(bureau, own, "首次列入")
    _listed(bureau, city, "市政府目录的增加", entered="added", listed_on=DAY)
    added = _listed(bureau, own, "调整增加", entered="added", listed_on=DAY)
    removed = _listed(bureau, own, "调出", removed_on=DAY, removed_reason="条件不具备")
    owed = Obligation.objects.values_list("item_id", "duty", "due_on")
    assert sorted(owed) == [
        (own.pk, "decisions.list_publication", date(2024, 4, 11)),
        (added.pk, "decisions.list_change", date(2024, 10, 16)),
        (removed.pk, "decisions.list_change", date(2024, 10, 16)),
    ]


def test_the_list_is_counted_with_its_amendments_and_what_was_decided_off_it_is_told(
    bureau: Bureau,
) -> None:
    on = _list(bureau)
    first = _listed(bureau, on, "首次列入")
    _listed(bureau, on, "调整增加", entered="added", listed_on=DAY)
    _listed(bureau, on, "调出", removed_on=DAY, removed_reason="条件不具备")
    _matter(bureau, "目录内", listed=first)
    _matter(bureau, "目录外")
    values = _values(bureau)
    assert [
        values[f"decisions.{key}"]
        for key in ("lists", "listed", "listed.first", "listed.added", "delisted")
    ] == [1, 3, 2, 1, 1]
    assert values["decisions.major.on_list"] == values["decisions.major.off_list"] == 1


def test_nothing_is_stopped_before_it_was_decided(bureau: Bureau) -> None:
    city = _change(bureau, "city_government")
    with pytest.raises(StepRefusedError) as refused:
        take(city, "change", _by(bureau, "office", DAY))
    assert [(o.rule, o.blocks) for o in refused.value.objections] == [("decisions.change", True)]
    take(city, "decide", _by(bureau, "principal", DAY))
    take(city, "change", _by(bureau, "office", date(2024, 9, 13)))
    assert (city.stage, city.changed_on) == ("changed", date(2024, 9, 13))
    assert _values(bureau)["decisions.changes.undecided"] == 0


def test_the_bureaus_own_is_stopped_for_a_stated_reason_and_told_in_the_report(
    bureau: Bureau,
) -> None:
    row, officer = _change(bureau), bureau.persons["legal_officer"]
    reasons = {"decisions.change": "上级要求当日停止"}
    take(row, "change", Taking(by=officer, on=DAY, reasons=reasons, reasoned_by=officer))
    assert Irregularity.objects.get(item_id=row.pk).kind == "reasoned"
    values = _values(bureau)
    assert values["decisions.changes.stopped"] == values["decisions.changes.undecided"] == 1


def test_the_principal_suspends_at_once_and_the_procedure_follows(bureau: Bureau) -> None:
    row = _change(bureau, "city_government", kind="suspended", urgent=True)
    take(row, "suspend", _by(bureau, "principal", date(2024, 9, 4)))
    assert _values(bureau)["decisions.changes.undecided"] == 1
    take(row, "decide_after", _by(bureau, "principal", DAY))
    take(row, "resume", _by(bureau, "office", date(2024, 10, 8)))
    assert row.stage == "resumed"
    assert _values(bureau)["decisions.changes.undecided"] == 0


def test_who_assessed_it_beforehand_or_carried_it_out_does_not_evaluate_it() -> None:
    for field, guard in (
        ("assessed_by", guards.EVALUATOR),
        ("executed_by", guards.EVALUATOR_APART),
    ):
        same = plain(evaluated_by="研究所", **{field: "研究所 "})
        assert guard.test(same, context(DAY)).state == "failed"
        other = plain(evaluated_by="研究院", **{field: "研究所"})
        assert guard.test(other, context(DAY)).state == "kept"
        assert guard.test(plain(evaluated_by="研究院"), context(DAY)).state == "kept"


def test_an_evaluation_by_somebody_else_is_counted_apart(bureau: Bureau) -> None:
    evaluated: dict[str, Any] = {"evaluated_on": date(2024, 12, 20), "evaluated_by": "研究院"}
    _matter(bureau, "他人评估", **evaluated, executed_by="规划科")
    _matter(bureau, "自己评估", **evaluated, executed_by="研究院")
    values = _values(bureau)
    assert (values["decisions.evaluated"], values["decisions.evaluated.apart"]) == (2, 1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"removed_on": DAY}, "removed_reason"),
        ({"removed_on": date(2024, 1, 2), "removed_reason": "不具备"}, "removed_on"),
        ({"change_published_on": DAY}, "change_published_on"),
        ({"entered": "added", "change_published_on": date(2024, 3, 1)}, "change_published_on"),
    ],
)
def test_a_listed_matter_tells_one_story(values: dict[str, Any], field: str) -> None:
    right: dict[str, Any] = {
        "listed_on": SET, "entered": "first", "removed_on": None, "removed_reason": "",
        "change_published_on": None,
    }  # fmt: skip
    assert all(check.test(SimpleNamespace(**right)) for check in LISTED_CHECKS)
    row = SimpleNamespace(**(right | values))
    assert [check.field for check in LISTED_CHECKS if not check.test(row)] == [field]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"urgent": True}, "urgent"),
        ({"resumed_on": DAY}, "resumed_on"),
        ({"kind": "suspended", "resumed_on": date(2024, 9, 1)}, "resumed_on"),
        ({"for_whom": "city_government"}, "for_whom"),
    ],
)
def test_a_change_tells_one_story(values: dict[str, Any], field: str) -> None:
    right: dict[str, Any] = {
        "matter": SimpleNamespace(for_whom="own"), "for_whom": "own", "kind": "stopped",
        "urgent": False, "changed_on": DAY, "resumed_on": None,
    }  # fmt: skip
    assert all(check.test(SimpleNamespace(**right)) for check in CHANGE_CHECKS)
    row = SimpleNamespace(**(right | values))
    assert [check.field for check in CHANGE_CHECKS if not check.test(row)] == [field]
