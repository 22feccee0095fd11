"""A register whose checks or answers name what there is not is told at start."""

from dataclasses import replace
from typing import Any

import pytest

from tests.kernel.test_checks import REGISTER, regime
from zhunsheng.kernel.checks import faults_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.regime import RowCheck

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
