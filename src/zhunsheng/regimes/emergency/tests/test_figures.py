"""Figures where a careless count would go wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, Status, check_identities, facts, make_bureau
from zhunsheng.regimes.emergency.regime import REGIME
from zhunsheng.regimes.emergency.tests.rows import drill, hazard, inspection, plan

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for year in (2023, 2024, 2025):
        made.close_all(year)
    return made


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    found = facts(Scope(bureau.agency.pk, year), KEYS)
    assert [c.key for c in check_identities(found) if not c.holds] == []
    return {key.removeprefix("emergency."): fact.value for key, fact in found.items()}


def test_a_hazard_closed_next_year_stays_open_in_this_one(bureau: Bureau) -> None:
    seen = inspection(bureau)
    hazard(bureau, seen, "一", closed_on=date(2024, 3, 22))
    hazard(bureau, seen, "二", closed_on=date(2025, 1, 7))
    hazard(bureau, seen, "三", found_on=date(2023, 12, 5), closed_on=date(2024, 1, 9))
    this, following = _values(bureau), _values(bureau, 2025)
    assert (this["hazards"], this["hazards.carried_in"]) == (2, 1)
    assert (this["hazards.closed"], this["hazards.open"]) == (2, 1)
    assert this["hazards.rate"] == Decimal("66.67")
    assert (following["hazards.carried_in"], following["hazards.closed"]) == (1, 1)


@pytest.mark.parametrize(
    ("rectified", "on_time"),
    [(date(2024, 3, 20), 1), (date(2024, 3, 21), 0), (None, 0)],
)
def test_a_hazard_is_on_time_or_overdue(
    bureau: Bureau, rectified: date | None, on_time: int
) -> None:
    hazard(bureau, inspection(bureau), "一", rectified_on=rectified)
    values = _values(bureau)
    assert (values["hazards.on_time"], values["hazards.overdue"]) == (on_time, 1 - on_time)


def test_one_person_twice_and_no_recheck_are_counted(bureau: Bureau) -> None:
    seen = inspection(bureau)
    days = {"rectified_on": date(2024, 3, 12), "rechecked_on": date(2024, 3, 14)}
    closed = {"closed_on": date(2024, 3, 15)}
    hazard(bureau, seen, "一", rectifier="程某", rechecker="程某", **days, **closed)
    hazard(bureau, seen, "二", rectifier="程某", rechecker="林某", **days, **closed)
    hazard(bureau, seen, "三", **closed)
    values = _values(bureau)
    assert (values["hazards.same_person"], values["hazards.closed_unchecked"]) == (1, 1)


def test_an_inspection_that_found_nothing_counts(bureau: Bureau) -> None:
    hazard(bureau, inspection(bureau), "一")
    inspection(bureau, "检查2024-2", by_leader=False)
    values = _values(bureau)
    assert values["inspections"] == 2
    assert (values["inspections.led"], values["inspections.clear"]) == (1, 1)


def test_drills_by_kind_by_people_and_by_what_was_learnt(bureau: Bureau) -> None:
    tried = plan(bureau)
    drill(bureau, plan=tried, evaluated_on=date(2024, 5, 14), evaluation="疏散有序")
    drill(bureau, kind="network", people=12)
    drill(bureau, held_on=date(2023, 5, 10))
    values = _values(bureau)
    assert (values["drills"], values["drills.fire"], values["drills.network"]) == (2, 1, 1)
    assert (values["drills.people"], values["drills.planned"]) == (72, 1)
    assert values["drills.evaluated.rate"] == Decimal(50)
    assert values["plans.drilled"] == 1


def test_plans_in_force_follow_issue_and_abolition(bureau: Bureau) -> None:
    plan(bureau, issued_on=date(2019, 4, 8), abolished_on=date(2024, 4, 8))
    plan(bureau, filed_on=date(2024, 4, 18))
    plan(bureau, kind="on_site", issued_on=date(2021, 3, 1))
    values = _values(bureau)
    assert (values["plans.start"], values["plans.issued"], values["plans.abolished"]) == (2, 1, 1)
    assert (values["plans"], values["plans.on_site"]) == (2, 1)
    assert (values["plans.filed"], values["plans.filed.on_time"]) == (1, 1)


def test_nothing_found_is_undefined_not_a_hundred_per_cent(bureau: Bureau) -> None:
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    for key in ("hazards.rate", "hazards.on_time.rate", "drills.evaluated.rate"):
        rate = found[f"emergency.{key}"]
        assert (rate.status, rate.value) == (Status.UNDEFINED, None)


def test_a_register_not_closed_is_missing_not_zero() -> None:
    bureau = make_bureau("open")
    found = facts(Scope(bureau.agency.pk, 2024), ("emergency.hazards", "emergency.drills"))
    assert {fact.status for fact in found.values()} == {Status.MISSING}
