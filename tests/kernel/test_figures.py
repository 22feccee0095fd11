"""Facts of a small year worked out by hand: each number here can be counted on one's fingers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.figure.close import close, reopen
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.counted import counted
from zhunsheng.kernel.figure.declare_fact import declare_fact
from zhunsheng.kernel.figure.definition import Distinct, Figure, Sum
from zhunsheng.kernel.figure.fact import Fact, Scope, Status
from zhunsheng.kernel.figure.identity import check_declared, check_identities
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.org.models import Division, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Posting, Publication, Request, Review
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def publish(bureau: Bureau, number: str, on: date, *channels: str, **more: Any) -> Publication:
    values: dict[str, Any] = {"category": "other", "formed_on": on, "secrecy_on": on}
    row = bureau.confirmed(
        Publication, division="office", title=number, index_number=number, published_on=on,
        **(values | more),
    )  # fmt: skip
    for channel in channels:
        bureau.confirmed(Posting, division="office", publication=row, channel=channel, posted_on=on)
    return row


def ask(bureau: Bureau, number: str, received: date, replied: date | None = None) -> Request:
    return bureau.confirmed(
        Request, division="office", title=number, number=number, applicant="person",
        means="online", received_on=received, replied_on=replied,
        reply="opened" if replied else "",
    )  # fmt: skip


def fact(bureau: Bureau, key: str, year: int = 2024, *, affiliated: bool = False) -> Fact:
    return facts(Scope(bureau.agency.pk, year, affiliated), [key])[key]


def test_a_flow_counts_confirmed_rows_dated_in_the_year(bureau: Bureau) -> None:
    publish(bureau, "before", date(2023, 12, 31))
    publish(bureau, "first", date(2024, 1, 1))
    publish(bureau, "last", date(2024, 12, 31))
    publish(bureau, "after", date(2025, 1, 1))
    bureau.put(
        Publication, division="office", index_number="unconfirmed", category="other",
        formed_on=date(2024, 5, 6), published_on=date(2024, 5, 6),
    )  # fmt: skip
    voided = publish(bureau, "voided", date(2024, 6, 7))
    void(voided, by=bureau.persons["legal_officer"], reason="重复登记")  # entered twice
    for year in (2023, 2024, 2025):
        bureau.close_all(year)
    counts = [fact(bureau, "disclosure.items", year).value for year in (2023, 2024, 2025)]
    assert counts == [1, 2, 1]


def test_another_bureau_s_rows_are_not_counted(bureau: Bureau) -> None:
    other = make_bureau("other")
    publish(bureau, "ours", date(2024, 3, 4))
    publish(other, "theirs-1", date(2024, 3, 4))
    publish(other, "theirs-2", date(2024, 3, 4))
    for one in (bureau, other):
        one.close_all(2024)
    assert fact(bureau, "disclosure.items").value == 1
    assert fact(other, "disclosure.items").value == 2


def test_a_stock_is_what_stands_on_the_first_and_the_last_day(bureau: Bureau) -> None:
    ask(bureau, "never carried in", date(2023, 11, 1), date(2023, 12, 31))
    ask(bureau, "carried in", date(2023, 12, 31), date(2024, 1, 1))
    ask(bureau, "of the first day", date(2024, 1, 1), date(2024, 1, 20))
    ask(bureau, "answered on the last day", date(2024, 12, 1), date(2024, 12, 31))
    ask(bureau, "carried out", date(2024, 12, 31), date(2025, 1, 2))
    ask(bureau, "still open", date(2024, 12, 30))
    ask(bureau, "of the next year", date(2025, 1, 1))
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    assert found["disclosure.requests.carried_in"].value == 1
    assert found["disclosure.requests.carried_out"].value == 2
    assert found["disclosure.requests.new"].value == 4
    assert found["disclosure.requests.handled"].value == 3
    arithmetic = {c.key: c for c in check_identities(found)}["disclosure.requests"]
    assert arithmetic.holds
    assert arithmetic.arithmetic == "4 + 1 = 3 + 2"


def test_distinct_and_sum_count_a_field(bureau: Bureau) -> None:
    row = publish(bureau, "1", date(2024, 3, 4))
    for level, reviewer in ((1, "甲"), (2, "乙"), (3, "甲")):  # first, second, first reviewer
        bureau.confirmed(
            Review, division="office", publication=row, level=level, reviewer=reviewer,
            reviewed_on=date(2024, 3, 3),
        )  # fmt: skip
    people = Figure(
        "t.people", "审校人数", "reviewers", "人", of=Review, measure=Distinct("reviewer"),
        dated_by="reviewed_on",
    )  # fmt: skip
    levels = Figure(
        "t.levels", "环节合计", "levels", "次", of=Review, measure=Sum("level"),
        dated_by="reviewed_on",
    )  # fmt: skip
    scope, agencies = Scope(bureau.agency.pk, 2024), (bureau.agency.pk,)
    assert counted([people, levels], scope, agencies=agencies) == {
        "t.people": (2, 3),
        "t.levels": (6, 3),
    }
    empty = Scope(bureau.agency.pk, 2023)
    assert counted([levels], empty, agencies=agencies) == {"t.levels": (0, 0)}


def test_a_rate_over_zero_is_undefined_and_no_percentage(bureau: Bureau) -> None:
    bureau.close_all(2024)
    rate = fact(bureau, "disclosure.items.cleared.rate")
    assert rate.status == Status.UNDEFINED
    assert rate.value is None
    assert rate.denominator == 0
    for number in ("1", "2"):
        publish(bureau, number, date(2024, 3, 4))
    publish(bureau, "3", date(2024, 3, 4), secrecy_on=None)
    rate = fact(bureau, "disclosure.items.cleared.rate")
    assert rate.value == Decimal("66.67")
    assert (rate.numerator, rate.denominator) == (Decimal(2), Decimal(3))


def submission(bureau: Bureau, number: str, feedback: str) -> Submission:
    return bureau.confirmed(
        Submission, division="office", body="congress", number=number, role="lead",
        assigned_by="市人大常委会", assigned_on=date(2024, 2, 5), replied_on=date(2024, 4, 1),
        feedback_on=date(2024, 4, 10), feedback=feedback,
    )  # fmt: skip


def test_a_total_adds_its_figures_and_is_missing_while_one_of_them_is(bureau: Bureau) -> None:
    total = fact(bureau, "oversight.content")
    assert (total.status, total.value, total.missing_from) == (Status.MISSING, None, ("办公室",))
    for number, feedback in enumerate(("satisfied", "satisfied", "basically_satisfied")):
        submission(bureau, str(number), feedback)
    submission(bureau, "9", "dissatisfied")
    bureau.close_all(2024)
    total = fact(bureau, "oversight.content")
    assert (total.value, total.rows) == (Decimal(3), 3)


def test_a_figure_is_missing_until_every_owing_division_has_closed(bureau: Bureau) -> None:
    second = Division.objects.create(
        agency=bureau.agency, code="office2", name="信息中心", kind="office", order=9
    )
    keeper = bureau.persons["recorder"]
    Post.objects.create(
        person=keeper, division=second, role=Role.RECORDER, first_day=date(2010, 1, 1)
    )
    publish(bureau, "1", date(2024, 3, 4))
    register = registry().register_of(Publication)

    def found() -> tuple[Status, Decimal | None, tuple[str, ...]]:
        items = fact(bureau, "disclosure.items")
        return items.status, items.value, items.missing_from

    assert found() == (Status.MISSING, None, ("办公室", "信息中心"))
    close(register, bureau.divisions["office"], 2024, by=bureau.persons["office_recorder"])
    assert found() == (Status.MISSING, None, ("信息中心",))
    close(register, second, 2024, by=keeper, nil=True)
    assert found() == (Status.VALUE, Decimal(1), ())
    reopen(register, second, 2024, by=keeper)
    assert found() == (Status.MISSING, None, ("信息中心",))


def test_zero_is_a_value_once_the_register_is_closed(bureau: Bureau) -> None:
    bureau.close_all(2024)
    items = fact(bureau, "disclosure.items")
    assert (items.status, items.value) == (Status.VALUE, Decimal(0))


def test_a_nil_return_is_refused_where_there_are_rows_of_that_year(bureau: Bureau) -> None:
    publish(bureau, "1", date(2024, 3, 4))
    register, office = registry().register_of(Publication), bureau.divisions["office"]
    keeper = bureau.persons["office_recorder"]
    with pytest.raises(NotPossibleError, match="零报告"):  # nil return
        close(register, office, 2024, by=keeper, nil=True)
    assert fact(bureau, "disclosure.items").status == Status.MISSING
    assert close(register, office, 2023, by=keeper, nil=True).nil


def test_affiliated_institutions_count_where_the_scope_says_so(bureau: Bureau) -> None:
    institute = make_bureau("institute")
    institute.agency.parent, institute.agency.affiliated = bureau.agency, True
    institute.agency.save()
    publish(bureau, "1", date(2024, 3, 4))
    publish(institute, "2", date(2024, 3, 4))
    publish(institute, "3", date(2024, 3, 4))
    bureau.close_all(2024)
    assert fact(bureau, "disclosure.items").value == 1
    assert fact(bureau, "disclosure.items", affiliated=True).status == Status.MISSING
    institute.close_all(2024)
    both = fact(bureau, "disclosure.items", affiliated=True)
    assert (both.value, both.rows) == (Decimal(3), 3)
    figure = registry().figures()["disclosure.items"]
    assert rows_of(figure, Scope(bureau.agency.pk, 2024, affiliated=True)).count() == 3


def test_parts_split_the_whole(bureau: Bureau) -> None:
    publish(bureau, "1", date(2024, 3, 4))
    publish(bureau, "2", date(2024, 3, 4), category="budget")
    publish(bureau, "3", date(2024, 3, 4), category="budget")
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    parts = registry().figures()["disclosure.items"].part_figures()
    values = {p.key.removeprefix("disclosure.items."): found[p.key].value for p in parts}
    assert {key: value for key, value in values.items() if value} == {"other": 1, "budget": 2}
    held = {c.key: c for c in check_identities(found)}["disclosure.items=parts"]
    assert held.holds


def test_an_identity_that_fails_is_told_with_its_arithmetic(bureau: Bureau) -> None:
    publish(bureau, "both", date(2024, 3, 4), "portal", "wechat")
    publish(bureau, "portal", date(2024, 3, 4), "portal")
    bureau.close_all(2024)
    key = "disclosure.items.channels"
    assert _checked(bureau, key) == (True, "2 = 2 + 1 − 1")
    publish(bureau, "nowhere", date(2024, 3, 4))
    assert _checked(bureau, key) == (False, "3 = 2 + 1 − 1")


def test_an_identity_is_neither_kept_nor_broken_while_a_figure_is_missing(bureau: Bureau) -> None:
    assert _checked(bureau, "disclosure.items.channels")[0] is None


def _checked(bureau: Bureau, key: str) -> tuple[bool | None, str]:
    checked = check_identities(facts(Scope(bureau.agency.pk, 2024)))
    one = next(c for c in checked if c.key == key)
    return one.holds, one.arithmetic


def test_a_declared_fact_is_held_against_the_records(bureau: Bureau) -> None:
    publish(bureau, "1", date(2023, 3, 4))
    bureau.close_all(2023)
    scope = Scope(bureau.agency.pk, 2023)
    officer = bureau.persons["legal_officer"]

    def held() -> list[tuple[bool | None, str]]:
        return [(c.holds, c.arithmetic) for c in check_declared(facts(scope), scope)]

    declare_fact("disclosure.items", 2023, Decimal(2), document="2023年度报告", by=officer)
    assert held() == [(False, "1 = 2")]
    declare_fact("disclosure.items", 2023, Decimal(1), document="2023年度报告更正", by=officer)
    assert held() == [(True, "1 = 1")]


def test_one_query_for_each_register_and_date_basis(bureau: Bureau) -> None:
    scope = Scope(bureau.agency.pk, 2024)
    models = (Publication, Posting, Request)
    keys = [key for key, figure in registry().figures().items() if figure.of in models]
    assert len(keys) > 30
    asked = [sql for sql in _queries(lambda: facts(scope, keys)) if '"disclosure_' in sql]
    bases = {
        (figure.of, figure.dated_by) for key, figure in registry().figures().items() if key in keys
    }
    assert len(asked) == len(bases) == 7
    assert _queries(lambda: facts(Scope(bureau.agency.pk, 2023), keys)) != asked


def test_a_distinct_count_has_a_query_of_its_own_on_postgresql(bureau: Bureau) -> None:
    figures = [
        Figure("t.rows", "审校", "reviews", "次", of=Review, dated_by="reviewed_on"),
        Figure(
            "t.people", "审校人数", "reviewers", "人", of=Review, dated_by="reviewed_on",
            measure=Distinct("reviewer"),
        ),
    ]  # fmt: skip
    agency = bureau.agency.pk
    asked = _queries(lambda: counted(figures, Scope(agency, 2024), agencies=(agency,)))
    assert len(asked) == (2 if connection.vendor == "postgresql" else 1)


def _queries(work: Callable[[], object]) -> list[str]:
    work()  # compiled once: Django also logs a query that is only compiled
    with CaptureQueriesContext(connection) as captured:
        work()
    return [query["sql"] for query in captured.captured_queries]
