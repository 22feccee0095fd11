"""No page of the desk asks the database more than a few questions, however many registers."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, ResolverMatch, resolve

from tests.examples import model_year
from zhunsheng.kernel.org.models import Person

MOST = 15
#: Pages that ask more, and how many; to be made fewer. A search asks each register that holds a
#: word for its rows: the one below is found in nearly all.
MORE = {"desk:report": 30, "desk:search": 45}
#: They answer with a file, and read all its rows.
FILES = frozenset(
    f"desk:{name}"
    for name in ("export", "template", "evidence", "audited-file", "tables-book", "import-marked")
)
#: Figures are counted once for each state of the registers: the first visitor waits for them.
WARM = frozenset(["desk:figures", "desk:figure", "desk:report", "desk:tables"])
#: Legal head, principal, recorder, office, resident team, adviser, administrator.
PEOPLE = ("shensiqi", "chengliyan", "zhouke", "linyan", "hanshouzheng", "yeheng", "admin")
_LINK = re.compile(r'href="([^"#]+)"')


def signed_in(username: str) -> Client:
    browser = Client()
    person = Person.objects.get(username=username)
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def asked(browser: Client, *, each_register: bool) -> Iterator[tuple[str, str, int]]:
    """(route, address, queries) of one page of each route that links lead to from home."""
    waiting, known = ["/desk/", "/desk/figures/", "/desk/search/?q=科技"], {"/desk/"}
    met = set[tuple[str, ...]]()
    while waiting:
        address = waiting.pop(0)
        match = resolved(address)
        if match is None or match.app_name != "desk" or match.view_name in FILES:
            continue
        page = (match.view_name, str(match.kwargs.get("kind", "")) if each_register else "")
        if page in met:
            continue
        met.add(page)
        if match.view_name in WARM:
            browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(address)
        yield match.view_name, address, len(captured)
        found = _LINK.findall(answer.text) if "html" in answer.get("Content-Type", "") else []
        if "Location" in answer.headers:
            met.discard(page)
            found = [answer.headers["Location"]]
        for link in found:
            full = urljoin(address, link.replace("&amp;", "&"))
            if full not in known and full.startswith("/desk/"):
                known.add(full)
                waiting.append(full)


def resolved(address: str) -> ResolverMatch | None:
    """The route of an address of ours."""
    try:
        return resolve(address.partition("?")[0])
    except Resolver404:
        return None


def test_a_page_asks_no_more_than_fifteen_questions(db: None) -> None:
    model_year.load_all()
    over, routes = [], set()
    for place, username in enumerate(PEOPLE):
        for route, page, n in asked(signed_in(username), each_register=place == 0):
            routes.add(route)
            if n > MORE.get(route, MOST):
                over.append(f"{n} queries: {page} for {username}")
    assert len(routes) > 25, "few pages were reached"
    assert not over, "\n".join(over)
