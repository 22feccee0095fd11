"""What a session or task cannot say, in the form and in the database."""

from typing import Any

import pytest
from django.db import IntegrityError

from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.study.checks import SESSION_CHECKS, TASK_CHECKS
from zhunsheng.regimes.study.tests.rows import listed, row, session, task

BAD_SESSIONS: list[tuple[dict[str, Any], str]] = [
    ({"on_thought": False}, "on_thought"),
    ({"expected": 30, "attended": 31}, "attended"),
    ({"attended": 5}, "attended"),
]


def test_what_holds_together_is_accepted() -> None:
    for given in (row(), row(on_thought=False, on_laws=True), row(expected=3, attended=3)):
        assert all(check.test(given) for check in SESSION_CHECKS)
    for given in (listed(), listed(kind="centre_group", quarter="2")):
        assert all(check.test(given) for check in TASK_CHECKS)


@pytest.mark.parametrize(("values", "field"), [*BAD_SESSIONS, ({"expected": 5}, "attended")])
def test_what_does_not_is_refused_at_its_field(values: dict[str, Any], field: str) -> None:
    assert [c.field for c in SESSION_CHECKS if not c.test(row(**values))] == [field]


def test_the_centre_group_s_task_belongs_to_a_quarter() -> None:
    assert not TASK_CHECKS[0].test(listed(kind="centre_group"))


@pytest.mark.django_db
@pytest.mark.parametrize("values", [values for values, _ in BAD_SESSIONS])
def test_the_database_refuses_it_too(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        session(make_bureau(), "学习", **values)


@pytest.mark.django_db
def test_the_database_wants_the_quarter_of_the_centre_group() -> None:
    with pytest.raises(IntegrityError):
        task(make_bureau(), "中心组", kind="centre_group")
