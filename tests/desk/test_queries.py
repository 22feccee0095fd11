"""No page of the desk asks the database more than a few questions, however many registers."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from tests.examples import model_year
from zhunsheng.kernel.org.models import Person

MOST = 15
#: Pages that ask more, and how many; to be made fewer.
MORE = {"desk:report": 30}
#: They answer with a file, and read all its rows.
FILES = frozenset(
    f"desk:{name}"
    for name in ("export", "template", "evidence", "audited-file", "tables-book", "import-marked")
)
#: Legal head, principal, recorder, office, resident team, adviser, administrator.
PEOPLE = ("shensiqi", "chengliyan", "zhouke", "linyan", "yeheng", "admin")
_LINK = re.compile(r'href="([^"#]+)"')


def signed_in(username: str) -> Client:
    browser = Client()
    person = Person.objects.get(username=username)
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def asked(browser: Client) -> Iterator[tuple[str, str, int]]:
    """(route, address, queries) of each page that links lead to from home; two rows a register."""
    waiting, known, met = ["/desk/"], {"/desk/"}, Counter[tuple[str, ...]]()
    while waiting:
        address = waiting.pop(0)
        try:
            match = resolve(address.partition("?")[0])
        except Resolver404:
            continue
        kind = (match.view_name, str(match.kwargs.get("kind", "")), str("?" in address))
        met[kind] += 1
        if match.app_name != "desk" or match.view_name in FILES or met[kind] > 2:
            continue
        browser.get(address)  # figures are counted once for each state of the registers
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(address)
        yield match.view_name, address, len(captured)
        found = _LINK.findall(answer.text) if "html" in answer["Content-Type"] else []
        found += [answer["Location"]] if answer.status_code in (301, 302) else []
        for link in found:
            full = urljoin(address, link.replace("&amp;", "&"))
            if full not in known and full.startswith("/desk/"):
                known.add(full)
                waiting.append(full)


@pytest.fixture
def year(db: None) -> None:
    model_year.load_all()


@pytest.mark.parametrize("username", PEOPLE)
def test_a_page_asks_no_more_than_fifteen_questions(year: None, username: str) -> None:
    pages = list(asked(signed_in(username)))
    assert len({route for route, _, _ in pages}) > 3
    over = [(n, page) for route, page, n in pages if n > MORE.get(route, MOST)]
    assert not over, "\n".join(f"{n} queries: {page}" for n, page in sorted(over, reverse=True))
