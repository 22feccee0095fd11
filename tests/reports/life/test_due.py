"""What an issued edition owes is a duty like others, until it is done, each by its own day."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localtime

from tests.desk.people import People
from tests.reports import desk
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.due_list import due_list, titles_of
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.refresh import refresh_all
from zhunsheng.kernel.duty.urge import reminder
from zhunsheng.kernel.link.faults import faults_of
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.life.archive import archive
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.leak import report_leak
from zhunsheng.reports.models import Edition
from zhunsheng.reports.publish import publish
from zhunsheng.reports.withdraw import withdraw

pytestmark = pytest.mark.django_db
SOON = datetime(2025, 2, 21, 9, 0, tzinfo=get_current_timezone())
DAY = SOON.date()
NUMBER = "澜科〔2025〕6号"


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    return desk.issued(bureau)


def told(bureau: Bureau, who: str = "office") -> list[tuple[str, date]]:
    """What stands in the person's list of it."""
    rows = due_list(bureau.persons[who], on=SOON.date()).filter(duty__startswith="report.")
    titles = titles_of(list(rows))
    return [(titles[row.item_id], row.due_on) for row in rows]


def published(bureau: Bureau, edition: Edition) -> None:
    with clock.standing_at(SOON):
        publish(
            edition,
            by=bureau.persons["office"],
            reviewed_by=bureau.persons["legal_officer"],
            note="不涉密，可以公开",
        )


def delivered(bureau: Bureau, edition: Edition, day: date) -> None:
    deliver(edition, desk.ADDRESSEES, on=day, by=bureau.persons["office"])


def test_what_is_issued_is_to_be_submitted_and_published(bureau: Bureau, edition: Edition) -> None:
    assert told(bureau) == [
        (f"{NUMBER}：澜川市人民政府", date(2025, 2, 28)),
        (f"{NUMBER}：向社会公开", date(2025, 3, 31)),
    ]
    assert told(bureau, "principal") == told(bureau)
    assert told(bureau, "recorder") == []
    rules = {d.key: d.rule for d in registry().duties()}
    keys = set(Obligation.objects.filter(duty__startswith="report.").values_list("duty", flat=True))
    assert {rules[key] for key in keys} == {"report.submit_deadline", "report.publish_deadline"}


def test_it_is_urged_of_the_office_and_goes_up(bureau: Bureau, edition: Edition) -> None:
    owed = Obligation.objects.get(duty="report.submit.rule_of_law")
    days = (date(2025, 2, 13), SOON.date(), date(2025, 3, 12))
    said = [reminder(owed, today=day) for day in days]
    names = [[p.name for p in each.to] if each else [] for each in said]
    assert names == [[], ["办公室主任"], ["副局长"]]
    assert said[1] is not None
    assert f"“{NUMBER}：澜川市人民政府”须于2025年2月28日前" in said[1].text


def test_what_was_done_is_owed_no_more(bureau: Bureau, edition: Edition) -> None:
    delivered(bureau, edition, DAY)
    published(bureau, edition)
    assert told(bureau) == []
    withdraw(edition, by=bureau.persons["office"], reason="表述有误")
    refresh_all(bureau.agency.pk)
    assert told(bureau) == []  # nobody asks to show again what was withdrawn


def test_what_came_late_stands_among_the_years_faults(bureau: Bureau, edition: Edition) -> None:
    delivered(bureau, edition, date(2025, 3, 3))
    late = [f for f in faults_of(bureau.agency.pk, 2025, date(2025, 3, 4)) if NUMBER in f.title]
    assert [(f.title, f.on) for f in late] == [(f"{NUMBER}：澜川市人民政府", date(2025, 2, 28))]


def test_a_leak_is_owed_until_it_is_reported(bureau: Bureau, edition: Edition) -> None:
    office = bureau.persons["office"]
    delivered(bureau, edition, DAY)
    published(bureau, edition)
    with clock.standing_at(SOON):
        made = withdraw(edition, by=office, reason="涉及未公开事项", leak=True)
    assert made.report_by == SOON + timedelta(hours=24)
    assert told(bureau) == [(f"{NUMBER}：撤下后报告泄密情况", date(2025, 2, 22))]
    owed = Obligation.objects.get(duty="report.leak")
    assert owed.due_at == f"{localtime(made.report_by):%H:%M}"
    report_leak(made, to="市国家保密局", at=clock.now(), by=office)
    assert told(bureau) == []


def test_a_withdrawal_without_a_leak_owes_no_report(bureau: Bureau, edition: Edition) -> None:
    delivered(bureau, edition, DAY)
    published(bureau, edition)
    withdraw(edition, by=bureau.persons["office"], reason="表述有误")
    assert not Obligation.objects.filter(duty="report.leak").exists()


def test_an_archived_edition_owes_nothing(bureau: Bureau, edition: Edition) -> None:
    delivered(bureau, edition, DAY)
    archive(
        edition,
        number="2025-Y-1",
        retention="永久",
        on=date(2025, 3, 3),
        by=bureau.persons["office"],
    )
    assert told(bureau) == []


def test_pages_lead_to_the_report_whoever_may_read_it(bureau: Bureau, edition: Edition) -> None:
    people, owed = People(bureau), Obligation.objects.get(duty="report.submit.rule_of_law")
    page = reverse("desk:edition-due", args=[owed.item_id])
    for address in (reverse("desk:home"), reverse("desk:duties")):
        assert page in people.at("office").get(address).text
        assert page in people.at("legal_officer").get(address).text
        assert NUMBER not in people.at("recorder").get(address).text
    led = people.at("office").get(page)
    assert led.headers["Location"].startswith(reverse("desk:report", args=[edition.report_id]))
    assert people.at("recorder").get(page).status_code == 403
    feed = people.at("office").get(reverse("desk:duties")).context["feed"]
    assert f"{NUMBER}：澜川市人民政府" in people.at("office").get(feed).text.replace("\r\n ", "")
