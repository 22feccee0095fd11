"""What a regime declares wrongly is named at start: each fault, and the place it stands in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db.models import Q
from django.test.utils import isolate_apps

from zhunsheng.kernel.checks import check_regimes, faults_of
from zhunsheng.kernel.declare import (
    Bar,
    Count,
    Distinct,
    Duty,
    Facet,
    Figure,
    Guard,
    Identity,
    Offer,
    Procedure,
    Rate,
    Record,
    Regime,
    Register,
    RowCheck,
    Stage,
    Stock,
    Sum,
    Total,
    Transition,
    WorkingDays,
    by,
    exists,
    kept,
)
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.oversight.models import Submission, TeamRemark

RULE = "oversight.reply_term"  # a rule the oversight regime brings with it
REGISTER = Register(TeamRemark, zh="测试台账", en="test", columns=("title",), listed=("title",))
FIGURE = Figure("test.made", "提出", "made", "条", of=TeamRemark, dated_by="made_on")
DUTY = Duty(
    "test.answer", "答复", "answer", RULE, TeamRemark, "made_on", WorkingDays(5), "closed_on"
)
STEP = Transition("close", "open", "closed", "销号", "close", Role.RECORDER, sets=("closed_on",))
STAGES = (Stage("open", "办理", "open"), Stage("closed", "销号", "closed"))
PROCEDURE = Procedure("test.closing", TeamRemark, "销号", "closing", "open", STAGES, (STEP,))
FACET = Facet("test.facet", "意见", "remark", TeamRemark, lambda _: True, {"made_on": "held_on"})
OFFER = Offer("answers_problem", TeamRemark, Q(answered_on__isnull=False))

BAR = Bar(
    TeamRemark, ((("title", "title"),),), "made_on", "made_on", "title", "不得重复", "not again",
    until="closed_on", unless="answer", where=Q(answered_on__isnull=False),
)  # fmt: skip


def regime(**parts: Any) -> Regime:
    return replace(Regime("test", "测试", "test", (), ()), **parts)


def figures(*declared: Figure) -> list[str]:
    return list(faults_of(regime(figures=declared)))


def test_what_is_installed_has_no_fault() -> None:
    assert check_regimes() == []
    assert [e for e in run_checks() if (e.id or "").startswith("zhunsheng")] == []


def test_a_regime_declared_rightly_has_no_fault() -> None:
    declared = regime(
        registers=(REGISTER,),
        procedures=(PROCEDURE,),
        duties=(DUTY,),
        figures=(FIGURE,),
        offers=(OFFER,),
        facets=(FACET,),
    )
    assert list(faults_of(declared)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"columns": ("title", "fame")},
        {"listed": ("fame",)},
        {"filters": ("fame",)},
        {"parent": "fame"},
        {"number": "fame"},
        {"dated_by": "fame"},
        {"checks": (RowCheck("fame", lambda _: True, "对", "right"),)},
    ],
)
def test_a_field_a_register_names_must_exist(wrong: dict[str, Any]) -> None:
    (fault,) = faults_of(regime(registers=(replace(REGISTER, **wrong),)))
    assert "'fame'" in fault
    assert "oversight.teamremark" in fault.lower()


def test_a_model_without_the_kernel_s_constraints_or_an_index_of_its_agency_is_named() -> None:
    with isolate_apps("zhunsheng.kernel"):

        class Bare(Record):
            class Meta:
                app_label = "kernel"

        found = list(faults_of(regime(registers=(replace(REGISTER, of=Bare),))))
    assert all("kernel.bare" in fault for fault in found)
    assert sum("inherit Record.Meta" in fault for fault in found) == 3
    assert sum("begins with its agency" in fault for fault in found) == 1
    assert len(found) == 4


def _with_step(**changes: Any) -> Regime:
    return regime(procedures=(replace(PROCEDURE, transitions=(replace(STEP, **changes),)),))


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"sets": ("fame",)}, "'fame'"),
        ({"asks": ("fame",)}, "'fame'"),
        ({"before": "nowhere"}, "unknown stage 'nowhere'"),
        ({"before": ("open", "nowhere")}, "unknown stage 'nowhere'"),
        ({"after": "nowhere"}, "unknown stage 'nowhere'"),
        ({"guards": (Guard(lambda *_: kept(), "test.no_rule"),)}, "'test.no_rule'"),
    ],
)
def test_a_step_names_fields_stages_and_rules_there_are(wrong: dict[str, Any], named: str) -> None:
    (fault,) = faults_of(_with_step(**wrong))
    assert "test.closing.close" in fault
    assert named in fault


def test_a_procedure_begins_at_a_stage_there_is() -> None:
    (fault,) = faults_of(regime(procedures=(replace(PROCEDURE, initial="nowhere"),)))
    assert "unknown stage 'nowhere'" in fault


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"starts": "fame"}, "'fame'"),
        ({"done": "fame"}, "'fame'"),
        ({"rule": "no.rule"}, "no.rule"),
    ],
)
def test_a_duty_names_fields_and_a_rule_there_are(wrong: dict[str, Any], named: str) -> None:
    (fault,) = faults_of(regime(duties=(replace(DUTY, **wrong),)))
    assert "test.answer" in fault
    assert named in fault


def test_a_duty_may_start_by_a_function() -> None:
    assert not list(faults_of(regime(duties=(replace(DUTY, starts=lambda _: date(2024, 1, 1)),))))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"dated_by": ""}, "says no date field"),
        ({"dated_by": "fame"}, "'fame'"),
        ({"dated_by": "answered_on"}, "needs an index (agency, answered_on)"),
        ({"of": None}, "counts rows of no register"),
        ({"measure": Sum("fame")}, "'fame'"),
        ({"measure": Distinct("fame")}, "'fame'"),
        ({"measure": Distinct("title", otherwise="fame")}, "'fame'"),
        ({"parts": by("fame", ("a", "甲", "a"))}, "'fame'"),
        ({"where": Q(fame=1)}, "'fame'"),
        ({"where": Q(made_on__year=2024) | ~Q(Q(fame=1))}, "'fame'"),
        ({"where": Q(division__kind="office")}, "is a join"),
        ({"where": ~Q(recorded_by__name="甲")}, "is a join"),
        ({"rule": "test.no_rule"}, "'test.no_rule'"),
        ({"measure": Stock("made_on", "fame"), "at": "end"}, "'fame'"),
        ({"measure": Stock("made_on", "closed_on")}, "stock without a moment"),
        ({"measure": Rate("test.made", "oversight.remarks")}, "unknown figure 'test.made'"),
        ({"measure": Total(("oversight.fame",))}, "unknown figure 'oversight.fame'"),
    ],
)
def test_a_figure_says_wrongly_what_it_counts(wrong: dict[str, Any], said: str) -> None:
    found = figures(replace(FIGURE, **wrong))
    assert any(said in fault for fault in found)
    assert all(fault.startswith("test.made") for fault in found)


@pytest.mark.parametrize(
    "where",
    [
        Q(division=1),
        Q(division__in=(1, 2)),
        Q(division__isnull=False),
        Q(exists(Submission, "division")) | Q(answer=""),
    ],
)
def test_a_condition_without_a_join_is_no_fault(where: Q) -> None:
    assert figures(replace(FIGURE, measure=Count(), where=where)) == []


def test_shortcomings_are_told_by_figures_of_the_regime_s_own() -> None:
    keys = ("test.made", "oversight.remarks")
    (fault,) = faults_of(regime(figures=(FIGURE,), shortcomings=keys))
    assert "'oversight.remarks'" in fault


def test_an_offer_plays_a_role_of_the_kernel_s_list_on_fields_there_are() -> None:
    wrong = (replace(OFFER, role="friend"), replace(OFFER, when=Q(fame=1)))
    unknown, field = faults_of(regime(offers=wrong))
    assert "'friend'" in unknown
    assert "'fame'" in field


@pytest.mark.parametrize(
    "wrong",
    [
        {"fills": {"fame": "held_on"}},
        {"fills": {"made_on": "fame"}},
        {"asks": ("fame",)},
    ],
)
def test_a_facet_names_fields_of_its_own_and_of_the_occasion(wrong: dict[str, Any]) -> None:
    (fault,) = faults_of(regime(facets=(replace(FACET, **wrong),)))
    assert "test.facet" in fault
    assert "'fame'" in fault


@contextmanager
def installed(declared: Regime) -> Iterator[None]:
    registry().regimes[declared.key] = declared
    try:
        yield
    finally:
        del registry().regimes[declared.key]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            {"figures": (replace(FIGURE, key="oversight.remarks"),)},
            "the figure 'oversight.remarks' is declared twice",
        ),
        (
            {"figures": (replace(FIGURE, key="oversight.suggestions.lead"),)},
            "the figure 'oversight.suggestions.lead' is declared twice",  # made by parts there
        ),
        (
            {"duties": (replace(DUTY, key="oversight.reply"),)},
            "the duty 'oversight.reply' is declared twice",
        ),
        (
            {"registers": (replace(REGISTER, zh="派驻组意见"),)},
            "the register sheet '派驻组意见' is declared twice",
        ),
        (
            {"identities": (Identity("test.sum", "和", "sum", ("oversight.fame",), ()),)},
            "the identity test.sum names the unknown figure 'oversight.fame'",
        ),
    ],
)
def test_what_two_regimes_both_claim_is_named(parts: dict[str, Any], said: str) -> None:
    with installed(regime(**parts)):
        found = check_regimes()
    assert [(e.id, e.msg) for e in found] == [("zhunsheng.E002", said)]


def test_a_fault_in_one_regime_is_told_with_its_name() -> None:
    with installed(regime(figures=(replace(FIGURE, dated_by=""),))):
        (error,) = check_regimes()
    assert error.id == "zhunsheng.E001"
    assert error.msg.startswith("test: test.made")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"asked": "fame"}, "'fame'"),
        ({"asked": "title"}, "is no person"),
        ({"asked": "recorded_by"}, "must be one of the columns"),
        ({"bars": (replace(BAR, on="fame"),)}, "'fame'"),
        ({"bars": (replace(BAR, since="fame"),)}, "'fame'"),
        ({"bars": (replace(BAR, until="fame"),)}, "'fame'"),
        ({"bars": (replace(BAR, unless="fame"),)}, "'fame'"),
        ({"bars": (replace(BAR, agree=((("fame", "title"),),)),)}, "'fame'"),
        ({"bars": (replace(BAR, agree=((("title", "fame"),),)),)}, "'fame'"),
        ({"bars": (replace(BAR, where=Q(fame=1)),)}, "'fame'"),
        ({"bars": (replace(BAR, agree=()),)}, "forbid every row"),
    ],
)
def test_who_sees_a_row_and_what_forbids_one_are_fields_there_are(
    wrong: dict[str, Any], said: str
) -> None:
    assert list(faults_of(regime(registers=(replace(REGISTER, bars=(BAR,)),)))) == []
    found = list(faults_of(regime(registers=(replace(REGISTER, **wrong),))))
    assert any(said in fault for fault in found)
