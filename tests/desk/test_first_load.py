"""The first visit to a page brings no more than 200 KB: the page and all it asks for."""

import re
from urllib.parse import urljoin

from django.test import Client
from django.urls import reverse

from tests.desk.crawl import signed_in
from tests.examples import model_year
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.compile import compile_report

MOST = 200 * 1024
_ASKED = re.compile(r"""<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"|url\(["']?([^"')]+)""")


def test_the_first_load_of_home_sign_in_and_the_heaviest_pages_is_small(db: None) -> None:
    agency = model_year.load_all()
    by = Person.objects.get(username="guwen")
    report = compile_report(agency, 2024, by=by, addressees="澜川市人民政府")
    pages = [
        reverse("desk:home"),
        reverse("desk:report", args=[report.pk]),
        reverse("desk:report-figures", args=[report.pk]),
        reverse("desk:help-rules"),
        reverse("desk:figures") + "?year=2024",
    ]
    loads = {page: first_load(signed_in(by.username), page) for page in pages}
    loads["sign-in"] = first_load(Client(), reverse("desk:sign-in"))
    for page, load in loads.items():
        assert any(address.endswith(".css") for address in load), f"{page} asked for no style"
        assert sum(load.values()) <= MOST, f"{page}: {sum(load.values())} bytes, {load}"


def first_load(browser: Client, page: str) -> dict[str, int]:
    """Address → bytes that travel, of the page and of each style, script, font and picture."""
    load, waiting = dict[str, int](), [page]
    while waiting:
        address = waiting.pop()
        if address in load or address.startswith("data:"):
            continue
        answer = browser.get(address, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200, address
        load[address] = len(b"".join(answer) if answer.streaming else answer.content)
        kind = answer.headers["Content-Type"]
        if kind.startswith(("text/html", "text/css")):
            text = (browser.get(address)).getvalue().decode()
            asked = (a or b for a, b in _ASKED.findall(text))
            waiting += [urljoin(address, one.replace("&amp;", "&")) for one in asked]
    return load
