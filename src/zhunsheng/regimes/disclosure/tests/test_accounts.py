"""An account on new media owes its next update two weeks after the last, until it is closed."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, amend, make_bureau, void
from zhunsheng.regimes.disclosure.checks import ACCOUNT_CHECKS
from zhunsheng.regimes.disclosure.models import Account
from zhunsheng.regimes.disclosure.tests.rows import posted, publication

pytestmark = pytest.mark.django_db
OPENED = date(2024, 1, 8)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _account(bureau: Bureau, platform: str = "wechat", **values: Any) -> Account:
    given: dict[str, Any] = {"opened_on": OPENED} | values
    return bureau.confirmed(Account, title="澜川科技", platform=platform, **given)


def _due(row: Account) -> list[tuple[date, date | None]]:
    return list(Obligation.objects.filter(item_id=row.pk).values_list("due_on", "done_on"))


def test_an_account_that_never_published_counts_from_its_opening(bureau: Bureau) -> None:
    assert _due(_account(bureau)) == [(date(2024, 1, 22), None)]


def test_of_an_older_account_the_last_update_known_counts(bureau: Bureau) -> None:
    older = _account(bureau, opened_on=date(2018, 5, 21), updated_on=date(2024, 1, 5))
    assert _due(older) == [(date(2024, 1, 19), None)]


def test_each_posting_on_its_platform_starts_the_two_weeks_anew(bureau: Bureau) -> None:
    wechat, weibo = _account(bureau), _account(bureau, "weibo")
    item = publication(bureau, "2024-0001", published_on=date(2024, 3, 6))
    made = posted(bureau, item, "wechat", date(2024, 3, 6))
    posted(bureau, item, "portal", date(2024, 3, 20))
    assert _due(wechat) == [(date(2024, 3, 20), None)]
    assert _due(weibo) == [(date(2024, 1, 22), None)]
    void(made, by=bureau.persons["legal_second"], reason="重复登记")
    assert _due(wechat) == [(date(2024, 1, 22), None)]


def test_what_is_not_entered_one_by_one_is_told_by_its_day(bureau: Bureau) -> None:
    row = _account(bureau, "weibo")
    amend(row, {"updated_on": date(2024, 5, 6)}, by=bureau.persons["recorder"], reason="后台数据")
    assert _due(row) == [(date(2024, 5, 20), None)]


def test_a_closed_account_owes_nothing(bureau: Bureau) -> None:
    assert _due(_account(bureau, closed_on=date(2024, 6, 3))) == []


@pytest.mark.parametrize("day", ["updated_on", "closed_on"])
def test_no_day_of_an_account_precedes_its_opening(day: str) -> None:
    [check] = [one for one in ACCOUNT_CHECKS if one.field == day]
    row = {"opened_on": OPENED, "updated_on": None, "closed_on": None}
    assert check.test(SimpleNamespace(**row))
    assert check.test(SimpleNamespace(**row | {day: OPENED}))
    assert not check.test(SimpleNamespace(**row | {day: date(2023, 12, 29)}))
