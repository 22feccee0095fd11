"""The model year of outreach: its rate, and what nothing was done for."""

from decimal import Decimal

import pytest

from tests.examples import model_year
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.registry import registry

pytestmark = pytest.mark.django_db


def test_eight_of_nine_items_were_done_and_the_ninth_is_named() -> None:
    agency = model_year.load_all()
    scope = Scope(agency.pk, 2024)
    rate = facts(scope, ["outreach.list_items.rate"])["outreach.list_items.rate"]
    assert (rate.numerator, rate.denominator) == (Decimal(8), Decimal(9))
    idle = rows_of(registry().figures()["outreach.list_items.idle"], scope)
    assert [row.title for row in idle] == ["生物安全法和人类遗传资源管理条例"]
