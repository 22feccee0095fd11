"""What an issued report still owes stands before the office until it is done, each by its day."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone, localtime

from tests.desk.people import People
from tests.reports import desk
from zhunsheng.kernel import clock
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.life.archive import archive
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.leak import report_leak
from zhunsheng.reports.life.owed import owed
from zhunsheng.reports.models import Edition
from zhunsheng.reports.publish import publish
from zhunsheng.reports.withdraw import withdraw

pytestmark = pytest.mark.django_db
SOON = datetime(2025, 2, 21, 9, 0, tzinfo=get_current_timezone())


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    return desk.issued(bureau)


def told(bureau: Bureau, now: datetime = SOON) -> list[tuple[str, str, bool]]:
    return [(one.zh, one.by, one.overdue) for one in owed(bureau.agency, now=now)]


def published(bureau: Bureau, edition: Edition) -> None:
    publish(
        edition,
        by=bureau.persons["office"],
        reviewed_by=bureau.persons["legal_officer"],
        note="不涉密，可以公开",
    )


def test_what_is_issued_is_to_be_submitted_and_published(bureau: Bureau, edition: Edition) -> None:
    assert told(bureau) == [
        ("报送澜川市人民政府", "2025-02-28", False),
        ("向社会公开", "2025-03-31", False),
    ]
    late = datetime(2025, 4, 1, 9, 0, tzinfo=get_current_timezone())
    assert [overdue for _, _, overdue in told(bureau, late)] == [True, True]


def test_what_was_done_is_owed_no_more(bureau: Bureau, edition: Edition) -> None:
    deliver(edition, desk.ADDRESSEES, on=date(2025, 2, 21), by=bureau.persons["office"])
    published(bureau, edition)
    assert told(bureau) == []
    withdraw(edition, by=bureau.persons["office"], reason="表述有误")
    assert told(bureau) == []  # nobody asks to show again what was withdrawn


def test_a_leak_is_owed_to_the_minute_until_it_is_reported(
    bureau: Bureau, edition: Edition
) -> None:
    office = bureau.persons["office"]
    published(bureau, edition)
    made = withdraw(edition, by=office, reason="涉及未公开事项", leak=True)
    assert made.report_by is not None
    first = owed(bureau.agency, now=made.at)[0]
    assert "泄密" in first.zh
    assert first.by == f"{localtime(made.report_by):%Y-%m-%d %H:%M}"
    assert not first.overdue
    assert owed(bureau.agency, now=made.report_by + timedelta(minutes=1))[0].overdue
    report_leak(made, to="市国家保密局", at=clock.now(), by=office)
    assert not any("泄密" in one.zh for one in owed(bureau.agency, now=clock.now()))


def test_an_archived_edition_owes_nothing(bureau: Bureau, edition: Edition) -> None:
    office = bureau.persons["office"]
    deliver(edition, desk.ADDRESSEES, on=date(2025, 2, 21), by=office)
    archive(edition, number="2025-Y-1", retention="永久", on=date(2025, 3, 3), by=office)
    assert told(bureau) == []


def test_the_office_finds_it_on_its_first_page_and_nobody_else(
    bureau: Bureau, edition: Edition
) -> None:
    people = People(bureau)
    page = people.at("office").get("/desk/").text
    assert "报送澜川市人民政府" in page
    assert "2025-02-28" in page
    assert "逾期" in page
    assert "报送澜川市人民政府" not in people.at("legal_officer").get("/desk/").text
