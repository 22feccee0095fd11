"""When each duty falls due, and when there is none."""

from datetime import date

import pytest

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import Obligation, make_bureau
from zhunsheng.regimes.emergency.tests.rows import drill, hazard, inspection, plan

pytestmark = pytest.mark.django_db


def _owed(item: int) -> dict[str, tuple[date, date | None]]:
    rows = Obligation.objects.filter(item_id=item)
    return {o.duty.removeprefix("emergency."): (o.due_on, o.done_on) for o in rows}


def test_a_plan_is_filed_in_twenty_working_days_and_evaluated_in_three_years() -> None:
    made = plan(make_bureau(), filed_on=date(2024, 4, 30))
    assert _owed(made.pk) == {
        # 9 April to 8 May: the holiday of five days and the two days worked for it.
        "plan_filing": (date(2024, 5, 8), date(2024, 4, 30)),
        "plan_evaluation": (date(2027, 4, 8), None),
    }


def test_an_evaluation_starts_the_next_three_years() -> None:
    made = plan(make_bureau(), issued_on=date(2024, 2, 5), evaluated_on=date(2026, 2, 5))
    assert _owed(made.pk)["plan_evaluation"] == (date(2029, 2, 5), None)


def test_what_is_not_filed_or_no_longer_in_force_owes_nothing_of_it() -> None:
    bureau = make_bureau()
    assert "plan_filing" not in _owed(plan(bureau, kind="on_site").pk)
    old = plan(bureau, abolished_on=date(2024, 6, 3))
    assert "plan_evaluation" not in _owed(old.pk)
    # The measures of 2024 do not judge what was issued before them.
    assert "plan_filing" not in _owed(plan(bureau, issued_on=date(2023, 9, 4)).pk)


def test_a_hazard_has_its_own_day_and_a_drill_ten_working_days() -> None:
    bureau = make_bureau()
    row = hazard(bureau, inspection(bureau), "一", rectified_on=date(2024, 3, 21))
    assert _owed(row.pk) == {"rectify": (date(2024, 3, 20), date(2024, 3, 21))}
    assert _owed(drill(bureau).pk) == {"drill_evaluation": (date(2024, 5, 23), None)}


def test_filing_was_read_in_the_measures_and_the_cycles_were_not() -> None:
    day = date(2024, 12, 2)
    filing = law().rule("emergency.plan_filing", day)
    assert (filing.article, filing.force) == ("第二十六条", "binding")
    assert "未核实" not in filing.citation()
    for key in ("plan_evaluation", "drill_cycle", "drill_evaluation", "rectify"):
        assert "未核实" in law().rule(f"emergency.{key}", day).citation()
