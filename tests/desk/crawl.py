"""The pages of the desk a person reaches by links from home, as tests and benchmarks walk them."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, ResolverMatch, resolve

from zhunsheng.kernel.org.models import Person

#: They answer with a file, and read all its rows.
FILES = frozenset(
    f"desk:{name}"
    for name in (
        *("export", "template", "evidence", "audited-file", "audited-text", "import-marked"),
        *("tables-book", "tables-word"),
    )
)
#: Home, and pages that no link leads to as a visitor would ask for them.
_BEGIN = ("/desk/", "/desk/figures/", "/desk/search/?q=科技")
#: What a browser's `get` is.
Fetch = Callable[[str], Any]
_LINK = re.compile(r'(?:href|data-later)="([^"#]+)"')


def signed_in(username: str) -> Client:
    """The person's browser."""
    browser = Client()
    person = Person.objects.get(username=username)
    browser.force_login(person, backend="zhunsheng.kernel.org.backend.PersonBackend")
    return browser


def reached(
    fetch: Fetch, *, each_register: bool, asked_apart: bool = False
) -> Iterator[tuple[str, str]]:
    """(route, address) of one page of each route, or of each route and register.

    `asked_apart`: pages of one route asked for with other questions (`?page=`) are others.
    """
    waiting, known, met = list(_BEGIN), set(_BEGIN), set[tuple[str, ...]]()
    while waiting:
        address = waiting.pop(0)
        match = resolved(address)
        if match is None or match.app_name != "desk" or match.view_name in FILES:
            continue
        page = _page(match, address, each_register=each_register, asked_apart=asked_apart)
        if page in met:
            continue
        answer = fetch(address)
        found = _LINK.findall(answer.text) if "html" in answer.get("Content-Type", "") else []
        if "Location" in answer.headers:
            found = [answer.headers["Location"]]
        else:
            met.add(page)
        yield match.view_name, address
        for link in found:
            full = urljoin(address, link.replace("&amp;", "&"))
            if full not in known and full.startswith("/desk/"):
                known.add(full)
                waiting.append(full)


def _page(
    match: ResolverMatch, address: str, *, each_register: bool, asked_apart: bool
) -> tuple[str, ...]:
    kind = str(match.kwargs.get("kind", "")) if each_register else ""
    asked = sorted(name for name, _ in parse_qsl(urlsplit(address).query)) if asked_apart else []
    return (match.view_name, kind, *asked)


def resolved(address: str) -> ResolverMatch | None:
    """The route of an address of ours."""
    try:
        return resolve(address.partition("?")[0])
    except Resolver404:
        return None
