"""Every contact is kept; the report on handling is sent by the day the pack gives."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import Bureau, Obligation, Scope, facts, make_bureau
from zhunsheng.regimes.oversight.checks import CONTACT_CHECKS, REPORT_CHECKS
from zhunsheng.regimes.oversight.models import Contact, HandlingReport
from zhunsheng.regimes.oversight.tests.rows import submission

pytestmark = pytest.mark.django_db
BEGUN = date(2024, 7, 15)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _report(bureau: Bureau, **values: Any) -> HandlingReport:
    given: dict[str, Any] = {
        "for_year": 2024,
        "assigned_on": BEGUN,
        "sent_to": "市人大常委会",
    } | values
    return bureau.confirmed(HandlingReport, title="办理工作报告", **given)


def _values(bureau: Bureau, *keys: str) -> list[Any]:
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    return [found[key].value for key in keys]


def test_every_contact_is_kept_and_counted(bureau: Bureau) -> None:
    row = submission(bureau, "1")
    for day, means in ((19, "telephone"), (27, "visit"), (28, "visit")):
        bureau.confirmed(
            Contact, submission=row, title="沟通", met_on=date(2024, 3, day), means=means,
            content="交换意见",
        )  # fmt: skip
    keys = ("oversight.contacts", "oversight.contacts.visit", "oversight.contacts.telephone")
    assert _values(bureau, *keys) == [3, 2, 1]


@pytest.mark.parametrize(
    ("for_year", "begun", "due"),
    [
        (2024, BEGUN, date(2024, 8, 31)),
        (2025, date(2024, 12, 26), date(2025, 8, 31)),
    ],
)
def test_the_report_is_owed_on_the_last_of_august(
    bureau: Bureau, for_year: int, begun: date, due: date
) -> None:
    row = _report(bureau, for_year=for_year, assigned_on=begun)
    assert Obligation.objects.get(item_id=row.pk).due_on == due


def test_the_half_year_s_is_owed_by_a_day_nobody_verified(bureau: Bureau) -> None:
    row = _report(bureau, half_year=True, assigned_on=date(2024, 6, 20))
    owed = Obligation.objects.get(item_id=row.pk)
    assert (owed.duty, owed.due_on) == ("oversight.half_yearly_report", date(2024, 7, 31))
    rule = law().rule("oversight.half_yearly_report", row.assigned_on)
    assert rule.confidence.value != "verified" and not rule.blocks()


def test_a_half_year_report_counts_as_sent_on_time_by_its_own_day(bureau: Bureau) -> None:
    _report(bureau, half_year=True, assigned_on=date(2024, 6, 20), sent_on=date(2024, 7, 30))
    _report(bureau, half_year=True, assigned_on=date(2024, 6, 20), sent_on=date(2024, 8, 1))
    _report(bureau, sent_on=date(2024, 8, 1))
    assert _values(bureau, "oversight.reports", "oversight.reports.on_time") == [3, 2]


def test_reports_are_counted_by_the_day_they_were_sent(bureau: Bureau) -> None:
    _report(bureau, sent_on=date(2024, 8, 27))
    _report(bureau, sent_on=date(2024, 9, 3))
    _report(bureau)
    assert _values(bureau, "oversight.reports", "oversight.reports.on_time") == [2, 1]


def test_days_that_cannot_be_are_refused() -> None:
    [met], [sent] = CONTACT_CHECKS, REPORT_CHECKS
    row = SimpleNamespace(assigned_on=BEGUN)
    assert met.test(SimpleNamespace(submission=row, met_on=BEGUN))
    assert not met.test(SimpleNamespace(submission=row, met_on=date(2024, 7, 1)))
    assert sent.test(SimpleNamespace(assigned_on=BEGUN, sent_on=BEGUN))
    assert not sent.test(SimpleNamespace(assigned_on=BEGUN, sent_on=date(2024, 7, 1)))
