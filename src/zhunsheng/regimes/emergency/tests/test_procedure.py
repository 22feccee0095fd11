"""The way of a hazard: what an imported row shows, who acts, what is left as irregular."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    StepImpossibleError,
    Taking,
    derive,
    make_bureau,
    take,
)
from zhunsheng.regimes.emergency.models import Hazard
from zhunsheng.regimes.emergency.procedure import RECTIFYING
from zhunsheng.regimes.emergency.tests.rows import hazard, inspection, plain

RECTIFIED, RECHECKED, CLOSED = date(2024, 3, 12), date(2024, 3, 14), date(2024, 3, 15)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _found(bureau: Bureau) -> Hazard:
    return hazard(bureau, inspection(bureau), "一")


def _step(bureau: Bureau, row: Hazard, key: str, who: str, *, on: date, **values: Any) -> None:
    take(row, key, Taking(by=bureau.persons[who], on=on, values=values))
    row.refresh_from_db()


def _irregular() -> list[str]:
    return sorted(Irregularity.objects.values_list("rule", flat=True))


@pytest.mark.parametrize(
    ("days", "stage", "steps"),
    [
        ({}, "found", []),
        ({"rectified_on": RECTIFIED}, "rectified", ["rectify"]),
        (
            {"rectified_on": RECTIFIED, "rechecked_on": RECHECKED, "closed_on": CLOSED},
            "closed",
            ["rectify", "recheck", "close"],
        ),
        ({"rectified_on": RECTIFIED, "closed_on": CLOSED}, "closed", ["rectify", "close"]),
    ],
)
def test_an_imported_hazard_shows_its_steps(
    days: dict[str, date], stage: str, steps: list[str]
) -> None:
    reached, taken = derive(RECTIFYING, plain(**days))
    assert (reached, [s.transition.key for s in taken]) == (stage, steps)
    assert all(s.before in s.transition.starts for s in taken)


@pytest.mark.django_db
def test_found_rectified_rechecked_crossed_off(bureau: Bureau) -> None:
    row = _found(bureau)
    _step(bureau, row, "rectify", "office_recorder", on=RECTIFIED, rectifier="程某")
    _step(bureau, row, "recheck", "office", on=RECHECKED, rechecker="林某")
    _step(bureau, row, "close", "office", on=CLOSED)
    assert (row.stage, row.closed_on) == ("closed", CLOSED)
    assert _irregular() == []


@pytest.mark.django_db
def test_the_same_person_is_warned_of_and_not_refused(bureau: Bureau) -> None:
    row = _found(bureau)
    _step(bureau, row, "rectify", "office_recorder", on=RECTIFIED, rectifier="程某")
    _step(bureau, row, "recheck", "office", on=RECHECKED, rechecker="程某")
    assert row.stage == "rechecked"
    assert _irregular() == ["emergency.recheck_apart"]


@pytest.mark.django_db
def test_every_rule_a_step_leaves_out_is_kept_at_once(bureau: Bureau) -> None:
    row = hazard(bureau, inspection(bureau), "一", rectifier="程某")
    _step(bureau, row, "recheck", "office", on=RECHECKED, rechecker="程某")
    assert _irregular() == ["emergency.recheck", "emergency.recheck_apart"]


@pytest.mark.django_db
def test_crossed_off_unchecked_is_irregular(bureau: Bureau) -> None:
    row = _found(bureau)
    _step(bureau, row, "rectify", "office_recorder", on=RECTIFIED, rectifier="程某")
    _step(bureau, row, "close", "office", on=CLOSED)
    assert _irregular() == ["emergency.close"]


@pytest.mark.django_db
def test_a_recorder_does_not_cross_off_and_nothing_follows_it(bureau: Bureau) -> None:
    row = _found(bureau)
    with pytest.raises(NotAllowedError):
        _step(bureau, row, "close", "office_recorder", on=CLOSED)
    _step(bureau, row, "close", "office", on=CLOSED)
    with pytest.raises(StepImpossibleError):
        _step(bureau, row, "recheck", "office", on=CLOSED, rechecker="林某")
