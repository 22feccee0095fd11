"""No page of the desk asks the database more than a few questions, however many registers."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.crawl import reached, resolved, signed_in
from tests.examples import model_year

MOST = 15
#: Pages that ask more, and how many; to be made fewer. A search asks each register that holds a
#: word for its rows: the one below is found in nearly all.
MORE = {"desk:report": 30, "desk:search": 45}
#: Figures are counted once for each state of the registers: the first visitor waits for them.
WARM = frozenset(["desk:figures", "desk:figure", "desk:report", "desk:tables"])
#: Legal head, principal, recorder, office, resident team, adviser, administrator.
PEOPLE = ("shensiqi", "chengliyan", "zhouke", "linyan", "hanshouzheng", "yeheng", "admin")


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


def test_a_page_asks_no_more_than_fifteen_questions(db: None) -> None:
    model_year.load_all()
    over, routes = [], set()
    for place, username in enumerate(PEOPLE):
        for route, page, n in asked(username, each_register=place == 0):
            routes.add(route)
            if n > MORE.get(route, MOST):
                over.append(f"{n} queries: {page} for {username}")
    assert len(routes) > 25, "few pages were reached"
    assert not over, "\n".join(over)
