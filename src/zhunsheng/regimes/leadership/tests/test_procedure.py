"""The way of an account: what an imported row shows, who acts, what becomes an irregularity."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    StepImpossibleError,
    derive,
    make_bureau,
    take,
)
from zhunsheng.regimes.leadership.procedure import ACCOUNTING
from zhunsheng.regimes.leadership.tests.rows import (
    ACCOUNT,
    COMMENTED,
    RECTIFIED,
    REPORTED,
    TO_RECTIFY,
    account,
    bare,
    taking,
)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.mark.parametrize(
    ("values", "stage", "steps"),
    [
        ({}, "assigned", []),
        (REPORTED, "reported", ["report"]),
        (COMMENTED, "commented", ["report", "comment"]),
        (TO_RECTIFY, "commented", ["report", "comment"]),
        (RECTIFIED, "rectified", ["report", "comment", "rectify"]),
    ],
)
def test_an_imported_account_shows_its_steps(
    values: dict[str, Any], stage: str, steps: list[str]
) -> None:
    reached, taken = derive(ACCOUNTING, bare(ACCOUNT, **values))
    assert (reached, [step.transition.key for step in taken]) == (stage, steps)


@pytest.mark.django_db
def test_the_principal_gives_it_and_others_see_to_the_rest(bureau: Bureau) -> None:
    made = account(bureau)
    with pytest.raises(NotAllowedError):
        take(made, "report", taking(bureau, "legal_officer", date(2024, 1, 19)))
    take(made, "report", taking(bureau, "principal", date(2024, 1, 19)))
    told = {"comments": "清理不够及时", "to_rectify": True}
    take(made, "comment", taking(bureau, "office", date(2024, 1, 30), **told))
    with pytest.raises(NotAllowedError):
        take(made, "rectify", taking(bureau, "principal", date(2024, 4, 12), rectification="已改"))
    take(made, "rectify", taking(bureau, "deputy", date(2024, 4, 12), rectification="已改"))
    assert made.stage == "rectified"
    assert not Irregularity.objects.exists()


@pytest.mark.django_db
def test_comments_that_ask_for_nothing_leave_nothing_to_put_right(bureau: Bureau) -> None:
    made = account(bureau, **COMMENTED)
    with pytest.raises(StepImpossibleError):
        take(made, "rectify", taking(bureau, "deputy", date(2024, 4, 12), rectification="已改"))


@pytest.mark.django_db
def test_what_no_verified_rule_asks_is_not_refused_and_leaves_an_irregularity(
    bureau: Bureau,
) -> None:
    made = account(bureau, with_annual_report=False)
    take(made, "report", taking(bureau, "principal", date(2024, 1, 19)))
    take(
        made,
        "comment",
        taking(bureau, "legal_officer", date(2024, 1, 30), comments="补课", to_rectify=True),
    )
    take(made, "rectify", taking(bureau, "office", date(2024, 4, 12)))
    found = Irregularity.objects.filter(item_id=made.pk)
    assert {i.rule for i in found} == {"leadership.account", "leadership.account_rectification"}
    assert all("未核实" in i.citation_zh for i in found)
