"""What every page of the desk costs: its time, its questions to the database, what it sends."""

import gzip
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import resolve

from tests.desk.crawl import reached, signed_in


@dataclass(slots=True)
class Pages:
    """What was measured of the pages of one route: milliseconds, questions, bytes compressed."""

    taken: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    queries: int = 0
    sent: int = 0

    def line(self, route: str) -> tuple[str, ...]:
        """As the table shows it."""
        p50, p95 = percentiles(self.taken)
        told = (f"{one:.0f}" for one in (p50, p95, max(self.taken), percentiles(self.worked)[1]))
        return (route, str(len(self.taken)), *told, str(self.queries), f"{self.sent / 1024:.0f}")


def percentiles(taken: list[float]) -> tuple[float, float]:
    """(p50, p95)."""
    cut = statistics.quantiles([*taken, max(taken)], n=20, method="inclusive")
    return cut[9], cut[18]


def measured(people: Sequence[str]) -> dict[str, Pages]:
    """Route → what its pages cost, over every page these people reach by links from home.

    The pages of every register for the first of them, one of each route for the others. The first
    visit to a route only warms it up: templates are read, figures counted.
    """
    found = defaultdict[str, Pages](Pages)
    for username in people:
        browser = signed_in(username)

        def fetch(address: str, browser: Client = browser, username: str = username) -> Any:
            route = resolve(address.partition("?")[0]).view_name
            if route not in found:
                browser.get(address)
            return _measured(browser, f"{address} ({username})", found[route])

        for _ in reached(fetch, each_register=username == people[0], asked_apart=True):
            pass
    return found


def _measured(browser: Client, page: str, pages: Pages) -> Any:
    asked = Counter[str]()

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked["queries"] += 1
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        began, worked = time.perf_counter(), time.process_time()
        answer = browser.get(page.partition(" ")[0])
        took = 1000 * (time.perf_counter() - began)
        pages.worked.append(1000 * (time.process_time() - worked))
    pages.taken.append(took)
    pages.queries = max(pages.queries, asked["queries"])
    pages.sent = max(pages.sent, len(gzip.compress(answer.content)))
    pages.slowest = max(pages.slowest, (took, page))
    return answer
