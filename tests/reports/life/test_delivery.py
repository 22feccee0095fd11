"""Each addressee of an edition has a day, a receipt, and a word on whether it came in time."""

from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tests.reports import desk
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.issue import issue
from zhunsheng.reports.life.archive import archive
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.delivered import Arrival, addressed, organs
from zhunsheng.reports.models import Edition, Erratum
from zhunsheng.reports.sign import sign

pytestmark = pytest.mark.django_db
CITY, PARTY, PROVINCE = "澜川市人民政府", "中共澜川市委", "东原省科学技术厅"
COPY = "中共澜川市委全面依法治市委员会办公室"
DAY, LIMIT, LATE = date(2025, 2, 21), date(2025, 2, 28), date(2025, 3, 3)


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    legal = bureau.persons["legal_officer"]
    report = compile_report(
        bureau.agency, 2024, by=legal, addressees=f"{CITY}并报{PARTY}，{PROVINCE}", copies=COPY
    )
    for part, text in desk.OWN_WORDS.items():
        edit_part(report, part, text, by=legal)
    discuss(report, on=date(2025, 2, 14), minutes=desk.scan(), by=legal)
    sign(report, by=bureau.persons["principal"], on=date(2025, 2, 18))
    return issue(report, number=desk.NUMBER, on=date(2025, 2, 20), by=bureau.persons["office"])


def arrivals(edition: Edition, today: date) -> dict[str, Arrival]:
    return {a.name: a.arrival for a in addressed(edition, today=today)}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"{CITY}并报{PARTY}，{PROVINCE}", (CITY, PARTY, PROVINCE)),
        (f"{CITY}、{PROVINCE}：", (CITY, PROVINCE)),
        ("", ()),
    ],
)
def test_organs_of_a_line(line: str, names: tuple[str, ...]) -> None:
    assert organs(line) == names


def test_the_days_are_those_before_the_first_of_march_and_of_april() -> None:
    due = deadlines(2025)
    assert due.publish is not None
    assert (due.submit.limit, due.publish.limit) == (date(2026, 2, 28), date(2026, 3, 31))
    assert due.submit.safe <= due.submit.limit  # 28 February 2026 is a Saturday made a working day


def test_every_addressee_is_open_then_overdue_copies_by_the_same_day(edition: Edition) -> None:
    assert arrivals(edition, LIMIT) == dict.fromkeys((CITY, PARTY, PROVINCE, COPY), Arrival.OPEN)
    assert set(arrivals(edition, LATE).values()) == {Arrival.OVERDUE}
    assert [a.copy for a in addressed(edition, today=LIMIT)] == [False, False, False, True]


def test_a_delivery_is_in_time_or_late_by_its_own_day(bureau: Bureau, edition: Edition) -> None:
    office = bureau.persons["office"]
    deliver(edition, CITY, on=DAY, by=office, way="机要交换")  # by courier of the state
    deliver(edition, PARTY, on=LATE, by=office)
    found = arrivals(edition, date(2025, 3, 10))
    assert (found[CITY], found[PARTY], found[COPY]) == (
        Arrival.IN_TIME,
        Arrival.LATE,
        Arrival.OVERDUE,
    )
    (late,) = [a for a in addressed(edition, today=LATE) if a.name == PARTY]
    assert late.days_late == 3


def test_the_receipt_may_come_later_and_a_correction_keeps_it(
    bureau: Bureau, edition: Edition
) -> None:
    office = bureau.persons["office"]
    receipt = desk.scan("回执.pdf")
    for day, paper in ((LATE, None), (LATE, receipt), (DAY, None)):
        deliver(edition, CITY, on=day, by=office, receipt=paper)
    (city,) = [a for a in addressed(edition, today=LATE) if a.name == CITY]
    assert city.delivery
    assert (city.delivery.delivered_on, city.delivery.receipt) == (DAY, receipt)
    assert edition.deliveries.count() == 3


@pytest.mark.parametrize(
    ("addressee", "on"),
    [("某局", DAY), (CITY, date(2025, 2, 19)), (CITY, date(2999, 1, 1))],
)
def test_a_delivery_nobody_can_have_made_is_refused(
    bureau: Bureau, edition: Edition, addressee: str, on: date
) -> None:
    with pytest.raises(ReportError):
        deliver(edition, addressee, on=on, by=bureau.persons["office"])


def test_not_everybody_delivers(bureau: Bureau, edition: Edition) -> None:
    with pytest.raises(NotAllowedError):
        deliver(edition, CITY, on=DAY, by=bureau.persons["recorder"])


def corrected(bureau: Bureau, edition: Edition, **values: Any) -> Erratum:
    given: dict[str, Any] = {
        "wrong": "基层力量偏弱",
        "right": "基层执法力量偏弱",
        "reason": "漏字",  # a word left out
        "on": LATE,
        "approved_by": bureau.persons["principal"],
        "by": bureau.persons["legal_officer"],
    }
    return correct(edition, **given | values)


def test_errata_are_numbered_and_the_edition_stays(bureau: Bureau, edition: Edition) -> None:
    before = Edition.objects.filter(pk=edition.pk).values().get()
    assert [corrected(bureau, edition).ordinal for _ in range(3)] == [1, 2, 3]
    assert Edition.objects.filter(pk=edition.pk).values().get() == before


@pytest.mark.parametrize(
    "values",
    [{"wrong": "没有这句话"}, {"wrong": ""}, {"right": " "}, {"figure": "no.such"}],
)
def test_an_erratum_quotes_the_edition(
    bureau: Bureau, edition: Edition, values: dict[str, str]
) -> None:
    with pytest.raises(ReportError):
        corrected(bureau, edition, **values)
    assert not edition.errata.exists()


def test_an_erratum_is_approved_by_another_who_signs(bureau: Bureau, edition: Edition) -> None:
    with pytest.raises(NotAllowedError):
        corrected(bureau, edition, approved_by=bureau.persons["head"])
    office = bureau.persons["office"]
    office.posts.create(role="deputy_head", first_day=date(2020, 1, 1))
    with pytest.raises(NotAllowedError):
        corrected(bureau, edition, by=office, approved_by=office)


def test_it_is_archived_once_and_only_when_everybody_has_it(
    bureau: Bureau, edition: Edition
) -> None:
    office = bureau.persons["office"]
    mark: dict[str, Any] = {"number": "2025-WS-永久-0012", "on": LATE, "by": office}
    deliver(edition, CITY, on=DAY, by=office)
    with pytest.raises(ReportError) as refusal:
        archive(edition, **mark)
    assert PARTY in refusal.value.zh
    assert CITY not in refusal.value.zh
    for name in (PARTY, PROVINCE):
        deliver(edition, name, on=DAY, by=office)
    with pytest.raises(ReportError):
        archive(edition, retention="一天", **mark)  # one day
    assert archive(edition, **mark).retention == "永久"
    with pytest.raises(ReportError):
        archive(edition, **mark)


@pytest.mark.parametrize("table", ["delivery", "erratum", "package", "visibility", "redaction"])
@pytest.mark.parametrize("sql", ["UPDATE reports_{} SET id = id", "DELETE FROM reports_{}"])
def test_no_sql_changes_what_happened(
    bureau: Bureau, edition: Edition, table: str, sql: str
) -> None:
    from zhunsheng.reports.package.make import package
    from zhunsheng.reports.publish import publish
    from zhunsheng.reports.redact import Redacted

    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    deliver(edition, CITY, on=DAY, by=office)
    corrected(bureau, edition)
    package(edition, by=office)
    taken_out = [Redacted("内部事项", text="人员编制不足")]
    publish(edition, by=office, reviewed_by=legal, note="可以公开", redactions=taken_out)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(table))


def test_a_delivery_recorded_ahead_of_its_day_is_refused(bureau: Bureau, edition: Edition) -> None:
    with (
        standing_at(timezone.make_aware(datetime(2025, 2, 20, 9))),  # noqa: DTZ001
        pytest.raises(ReportError),
    ):
        deliver(edition, CITY, on=DAY, by=bureau.persons["office"])
