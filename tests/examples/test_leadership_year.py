"""The model year of leadership and study: each rate with both its numbers, late rows by name."""

from decimal import Decimal

import pytest

from tests.examples import model_year
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.registry import registry

pytestmark = pytest.mark.django_db
RATES = {
    "leadership.tasks.rate": (11, 14),
    "study.attendance": (374, 395),
    "study.quarters.rate": (4, 4),
    "study.list.rate": (7, 8),
}
#: Figure → the one row it counts.
ONE = {
    "leadership.tasks.under_way": "编制科技领域涉企政策合法性审核要点",
    "leadership.tasks.not_started": "开展技术合同示范文本修订",
    "leadership.principal_acts.supervise": "督办规范性文件清理",
    "study.list.open": "学习《公平竞争审查条例》",
    "study.activities.court_hearing": "技术合同纠纷案件旁听庭审",
}


def test_each_rate_has_its_numbers_and_what_is_left_undone_its_name() -> None:
    scope = Scope(model_year.load_all().pk, 2024)
    found = facts(scope, RATES)
    assert {k: (f.numerator, f.denominator) for k, f in found.items() if k in RATES} == {
        k: (Decimal(a), Decimal(b)) for k, (a, b) in RATES.items()
    }
    for key, title in ONE.items():
        (row,) = rows_of(registry().figures()[key], scope)
        assert (key, row.title) == (key, title)
