"""A problem no measure answers and a measure without a problem do not go unseen."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, check_identities, facts, make_bureau, void
from zhunsheng.regimes.planning.regime import REGIME
from zhunsheng.regimes.planning.tests.rows import measure, problem, task

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for year in (2024, 2025):
        made.close_all(year)
    return made


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    return {key: fact.value for key, fact in facts(Scope(bureau.agency.pk, year), KEYS).items()}


def _broken(bureau: Bureau) -> list[str]:
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    return [c.key for c in check_identities(found) if not c.holds]


def test_each_problem_answered_and_each_measure_answering_is_no_finding(bureau: Bureau) -> None:
    first, second = problem(bureau, "1"), problem(bureau, "2", evidence="review")
    taken = measure(bureau, "1", first)
    measure(bureau, "2", first, done_on=date(2025, 3, 31))
    measure(bureau, "3", second, done_on=date(2025, 4, 1))
    task(bureau, "1", taken)
    task(bureau, "2", None)
    values = _values(bureau)
    assert values["planning.problems"] == 2
    assert (values["planning.problems.overdue"], values["planning.problems.review"]) == (1, 1)
    assert (values["planning.measures"], values["planning.measures.tasked"]) == (3, 1)
    assert (values["planning.measures.done"], values["planning.measures.on_time"]) == (2, 1)
    assert (values["planning.tasks"], values["planning.tasks.from_measures"]) == (2, 1)
    assert _broken(bureau) == []


def test_a_problem_without_a_measure_is_a_finding(bureau: Bureau) -> None:
    problem(bureau)
    assert _values(bureau)["planning.problems.unanswered"] == 1
    assert _broken(bureau) == ["planning.answered"]


def test_a_measure_without_a_problem_is_a_finding(bureau: Bureau) -> None:
    measure(bureau, "1", None)
    assert _values(bureau)["planning.measures.idle"] == 1
    assert _broken(bureau) == ["planning.answering"]


def test_a_voided_measure_answers_nothing(bureau: Bureau) -> None:
    made = measure(bureau, "1", problem(bureau))
    assert _broken(bureau) == []
    void(made, reason="重复登记", by=bureau.persons["legal_second"])
    assert _broken(bureau) == ["planning.answered"]


def test_what_is_settled_in_january_belongs_to_the_year_looked_back_on(bureau: Bureau) -> None:
    problem(bureau, adopted_on=date(2025, 1, 10))
    assert _values(bureau)["planning.problems"] == 1
    assert _values(bureau, 2025)["planning.problems"] == 0
