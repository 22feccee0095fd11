"""No page of the desk asks the database more than a few questions, however many registers."""

from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.crawl import reached, resolved, signed_in
from tests.examples import model_year
from zhunsheng.cli.commands.demo_kinds import issue_others
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.models import Edition

MOST = 15
#: Figures are counted once for each state of the registers: the first visitor waits for them.
WARM = frozenset(["desk:figures", "desk:figure", "desk:report", "desk:tables"])
#: Legal head, principal, recorder, office, resident team, adviser, administrator.
PEOPLE = ("shensiqi", "chengliyan", "zhouke", "linyan", "hanshouzheng", "yeheng", "admin")
#: Who works on a report, issues it, and signs it.
READERS = ("guwen", "linyan", "chengliyan")


def of_page(username: str, address: str) -> int:
    """How many questions the page asks once its figures are counted."""
    browser = signed_in(username)
    browser.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def asked(username: str, *, each_register: bool) -> list[tuple[str, str, int]]:
    """(route, address, queries) of one page of each route that links lead to from home."""
    browser, queries = signed_in(username), dict[str, int]()

    def fetch(address: str) -> object:
        match = resolved(address)
        if match is not None and match.view_name in WARM:
            browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(address)
        queries[address] = len(captured)
        return answer

    pages = reached(fetch, each_register=each_register)
    return [(route, address, queries[address]) for route, address in pages]


def test_a_page_asks_no_more_than_fifteen_questions(db: None, tmp_path: Path) -> None:
    agency = model_year.load_all()
    issue_others(agency, 2024, model_year.MODEL_YEAR / "佐证", tmp_path)
    by = Person.objects.get(username="guwen")
    drafted = compile_report(agency, 2024, by=by, addressees="澜川市人民政府")
    issued = Edition.objects.values_list("report_id", flat=True)
    over, routes = [], set()
    for place, username in enumerate(PEOPLE):
        for route, page, n in asked(username, each_register=place == 0):
            routes.add(route)
            if n > MOST:
                over.append(f"{n} queries: {page} for {username}")
    for report in (drafted.pk, *issued):
        page = reverse("desk:report", args=[report])
        over += [
            f"{n} queries: {page} for {who}" for who in READERS if (n := of_page(who, page)) > MOST
        ]
    assert len(routes) > 25, "few pages were reached"
    assert not over, "\n".join(over)
