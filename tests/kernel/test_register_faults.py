"""A register whose checks or answers name what there is not, or a form so, is told at start."""

from dataclasses import replace
from typing import Any

import pytest

from tests.kernel.test_checks import REGISTER, regime
from zhunsheng.kernel.checks import faults_of
from zhunsheng.kernel.figure.table import Line, Over, Table
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.table import Procedure, Stage, Transition
from zhunsheng.kernel.regime import RowCheck
from zhunsheng.regimes.disclosure.models import Request

TEAM = (Role.RESIDENT_TEAM,)


def reading(beside: str) -> dict[str, Any]:
    return {"checks": (RowCheck("title", bool, "", "", beside=beside),)}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (reading("fame"), "'fame'"),
        (reading("agency"), "names no record"),
        ({"answers": ("title",)}, "whom they answer"),
        ({"answers": ("fame",), "written_by": TEAM}, "'fame'"),
    ],
)
def test_a_row_beside_and_an_answer_are_fields_there_are(wrong: dict[str, Any], said: str) -> None:
    right = replace(REGISTER, answers=("title",), written_by=TEAM)
    assert list(faults_of(regime(registers=(right,)))) == []
    [fault] = faults_of(regime(registers=(replace(REGISTER, **wrong),)))
    assert said in fault


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ((Over("甲", "a", 0, 3), Over("乙", "b", 1, 2)), ""),
        ((Over("甲", "a", 1, 3),), "the form does not have"),
        ((Over("甲", "a", 0, 2), Over("乙", "b", 1, 2)), "half under"),
    ],
)
def test_a_head_stands_over_heads_there_are_and_over_them_wholly(
    over: tuple[Over, ...], said: str
) -> None:
    heads = tuple((name, name) for name in "一二三")
    form = Table("form", "表", "form", "", heads, (Line("行", "line", ("", "", "")),), over)
    found = list(faults_of(regime(tables=(form,))))
    assert [said in fault for fault in found] == ([True] if said else [])


def test_a_step_asks_nothing_that_a_new_row_cannot_leave_out() -> None:
    step = Transition(
        "take", "a", "b", "步骤", "step", Role.RECORDER, sets=("received_on",), asks=("applicant",)
    )
    stages = (Stage("a", "甲", "a"), Stage("b", "乙", "b"))
    handling = Procedure("handling", Request, "程序", "procedure", "a", stages, (step,))
    [fault] = faults_of(regime(procedures=(handling,)))
    assert "'applicant'" in fault
    right = replace(handling, transitions=(replace(step, asks=("ground",)),))
    assert list(faults_of(regime(procedures=(right,)))) == []
