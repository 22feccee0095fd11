"""A year's report is owed from the end of the year, before anybody has begun to write it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from tests.desk.people import People
from tests.reports import desk, kinds
from zhunsheng.cli.commands import due as due_command
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.urge import reminder
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.link.faults import faults_of
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.issue import issue
from zhunsheng.reports.life.elsewhere import done_elsewhere
from zhunsheng.reports.models import Edition, EditionDue, Step, YearDue
from zhunsheng.reports.sign import sign

pytestmark = pytest.mark.django_db
RULE_OF_LAW, DISCLOSURE = "rule_of_law", "disclosure_annual"
TITLE = "关于2025年法治政府建设情况的报告"
SET_UP, YEAR_OVER = date(2025, 3, 3), date(2026, 1, 5)


@contextmanager
def on(day: date) -> Iterator[None]:
    with clock.standing_at(
        datetime(day.year, day.month, day.day, 9, tzinfo=get_current_timezone())
    ):
        yield


@pytest.fixture
def bureau() -> Bureau:
    """Its ledgers were opened in March 2025: the report on 2024 was not theirs to make."""
    with on(SET_UP):
        made = make_bureau()
        desk.remark(made, "关于评审回避的意见", made_on=date(2025, 3, 3))
    return made


def owed(bureau: Bureau, today: date) -> dict[str, date]:
    """What is open of years' reports."""
    with on(today):
        arise(bureau.agency)
    rows = Obligation.objects.filter(agency=bureau.agency, done_on=None)
    return {
        o.duty: o.due_on for o in rows if o.item_id in YearDue.objects.values_list("pk", flat=True)
    }


def test_nothing_is_owed_of_the_running_year_nor_of_what_was_due_before_the_ledgers_began(
    bureau: Bureau,
) -> None:
    assert owed(bureau, SET_UP) == {}
    assert owed(bureau, date(2025, 12, 31)) == {}


def test_when_the_year_is_over_its_reports_are_owed_with_both_days(bureau: Bureau) -> None:
    assert owed(bureau, YEAR_OVER) == {
        f"report.write.{RULE_OF_LAW}": date(2026, 2, 28),
        f"report.show.{RULE_OF_LAW}": date(2026, 3, 31),
        f"report.write.{DISCLOSURE}": date(2026, 1, 31),
        f"report.show.{DISCLOSURE}": date(2026, 1, 31),
    }
    assert {row.since for row in YearDue.objects.all()} == {date(2026, 1, 1)}


def test_asking_again_adds_nothing_and_the_trail_tells_it_once(bureau: Bureau) -> None:
    first, again = owed(bureau, YEAR_OVER), owed(bureau, date(2026, 1, 6))
    assert first == again
    assert YearDue.objects.count() == 2
    assert Entry.objects.filter(action="fall_due").count() == 1


def test_every_list_shows_the_unwritten_report(
    bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    people = People(bureau)
    with on(YEAR_OVER):
        for address in (reverse("desk:home"), reverse("desk:duties")):
            assert TITLE in people.at("legal_officer").get(address).text
        listed = people.at("legal_officer").get(reverse("desk:duties"))
        assert "最后一个工作日 2026-01-30" in listed.text.replace("</small>", "")
        feed = people.at("legal_officer").get(listed.context["feed"]).text.replace("\r\n ", "")
        assert TITLE in feed
        assert "稳妥期限2026-01-30" in feed
        due_command.run(["--agency", bureau.agency.code])
    assert TITLE in capsys.readouterr().out


def test_the_legal_officer_is_reminded_first_then_it_goes_up(bureau: Bureau) -> None:
    owed(bureau, YEAR_OVER)
    row = Obligation.objects.get(duty=f"report.write.{RULE_OF_LAW}")
    said = [reminder(row, today=day) for day in (YEAR_OVER, date(2026, 2, 9), date(2026, 3, 3))]
    assert said[0] is None
    assert said[1] is not None and [p.name for p in said[1].to] == [
        "法规科干部",
        "法规科副科长",
    ]
    assert said[2] is not None and said[2].level.number > 1


def test_an_issued_report_is_owed_as_an_edition_instead(bureau: Bureau) -> None:
    with on(date(2026, 1, 5)):
        bureau.close_all(2025)
    assert f"report.write.{DISCLOSURE}" in owed(bureau, YEAR_OVER)
    with on(date(2026, 1, 20)):
        _issued(bureau)
    assert set(owed(bureau, date(2026, 1, 21))) == {
        f"report.write.{RULE_OF_LAW}",
        f"report.show.{RULE_OF_LAW}",
    }
    assert Obligation.objects.filter(duty=f"report.submit.{DISCLOSURE}", done_on=None).exists()


def test_it_is_owed_from_the_day_its_text_is_first_collected(bureau: Bureau) -> None:
    with on(date(2025, 12, 1)):
        compile_report(
            bureau.agency, 2025, by=bureau.persons["legal_officer"], addressees=desk.ADDRESSEES
        )
    assert YearDue.objects.get().since == date(2025, 12, 1)
    assert owed(bureau, date(2025, 12, 2)) == {
        f"report.write.{RULE_OF_LAW}": date(2026, 2, 28),
        f"report.show.{RULE_OF_LAW}": date(2026, 3, 31),
    }
    assert len(owed(bureau, YEAR_OVER)) == 4


def test_what_nobody_wrote_stands_among_the_years_faults(bureau: Bureau) -> None:
    owed(bureau, YEAR_OVER)
    found = [f.title for f in faults_of(bureau.agency.pk, 2026, date(2026, 3, 2))]
    assert sum(TITLE in title for title in found) == 1


def test_what_was_made_outside_is_met_on_its_day_and_only_once(bureau: Bureau) -> None:
    owed(bureau, YEAR_OVER)
    row = YearDue.objects.get(kind=DISCLOSURE)
    office = bureau.persons["office"]
    with on(date(2026, 2, 2)):
        done_elsewhere(row, Step.SUBMIT, on=date(2026, 1, 30), note="澜科〔2026〕1号", by=office)
        with pytest.raises(ReportError, match="已经登记"):
            done_elsewhere(
                row, Step.SUBMIT, on=date(2026, 1, 30), note="澜科〔2026〕1号", by=office
            )
        with pytest.raises(ReportError, match="2026-01-01至今天"):
            done_elsewhere(row, Step.PUBLISH, on=date(2025, 12, 30), note="网站", by=office)
        with pytest.raises(NotAllowedError):
            done_elsewhere(
                row, Step.PUBLISH, on=date(2026, 1, 30), note="网站", by=bureau.persons["recorder"]
            )
    assert set(owed(bureau, date(2026, 2, 3))) == {
        f"report.write.{RULE_OF_LAW}",
        f"report.show.{RULE_OF_LAW}",
        f"report.show.{DISCLOSURE}",
    }
    assert Obligation.objects.get(duty=f"report.write.{DISCLOSURE}").done_on == date(2026, 1, 30)


def test_its_page_takes_what_was_done_outside_and_leads_to_a_report_begun(bureau: Bureau) -> None:
    people = People(bureau)
    owed(bureau, YEAR_OVER)
    row = YearDue.objects.get(kind=RULE_OF_LAW)
    page = reverse("desk:year-due", args=[row.pk])
    with on(YEAR_OVER):
        shown = people.at("office").get(page).text
        assert "到期日 2026-02-28" in shown
        sent = {"step": "submit", "on": "2026-01-05", "note": "澜科〔2026〕1号"}
        people.at("office").post(page, sent)
        assert "澜科〔2026〕1号" in people.at("office").get(page).text
        assert people.at("recorder").get(page).status_code == 403
        other = YearDue.objects.get(kind=DISCLOSURE)
        report = kinds.compiled(bureau, year=2025)
        led = people.at("legal_officer").get(reverse("desk:year-due", args=[other.pk]))
        assert led.headers["Location"].startswith(reverse("desk:report", args=[report.pk]))


def test_an_edition_from_before_owes_what_others_owe(bureau: Bureau) -> None:
    """As brought over from the former version: it is issued, and nothing is owed of it."""
    with on(date(2026, 1, 20)):
        edition = _issued_before(bureau)
        assert not EditionDue.objects.exists()
        digest = edition.digest
        arise(bureau.agency)
    assert [row.title for row in EditionDue.objects.order_by("pk")] == [
        "澜科〔2026〕1号：澜川市人民政府办公室",
        "澜科〔2026〕1号：向社会公开",
    ]
    assert Edition.objects.get().digest == digest


def _issued_before(bureau: Bureau) -> Edition:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("zhunsheng.reports.life.year_due.owe", lambda act, edition: None)
        bureau.close_all(2025)
        return _issued(bureau)


def _issued(bureau: Bureau) -> Edition:
    """The disclosure report on 2025, in January."""
    officer, office = bureau.persons["legal_officer"], bureau.persons["office"]
    report = kinds.compiled(bureau, year=2025)
    discuss(report, on=date(2026, 1, 12), minutes=desk.scan(), by=officer)
    sign(report, by=bureau.persons["principal"], on=date(2026, 1, 13))
    return issue(report, number="澜科〔2026〕1号", on=date(2026, 1, 15), by=office)
