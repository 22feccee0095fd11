"""What every page of the desk costs: its time, its questions to the database, what it sends."""

import gzip
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.measured import seconds_of
from tests.desk.crawl import reached, signed_in

_TIMES = 2


@dataclass(slots=True)
class Pages:
    """What was measured of the pages of one route, in milliseconds and bytes."""

    taken: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    queries: int = 0
    sent: int = 0

    def line(self, route: str) -> tuple[str, ...]:
        """The route, how many pages, p50, p95, max, most queries, most bytes compressed."""
        p50, p95 = percentiles(self.taken)
        told = (f"{p50:.0f}", f"{p95:.0f}", f"{max(self.taken):.0f}")
        size = f"{self.sent / 1024:.0f}"
        return (route, str(len(self.taken) // _TIMES), *told, str(self.queries), size)


def percentiles(taken: list[float]) -> tuple[float, float]:
    """(p50, p95)."""
    cut = statistics.quantiles([*taken, max(taken)], n=20, method="inclusive")
    return cut[9], cut[18]


def measured(people: Iterable[str]) -> dict[str, Pages]:
    """Route → what its pages cost, over every page these people reach by links from home."""
    found = defaultdict[str, Pages](Pages)
    for username in people:
        browser = signed_in(username)
        # Asked for once by the walk itself: what is kept in memory is there.
        for route, address in list(reached(browser.get, each_register=True, asked_apart=True)):
            _measure(browser, username, address, found[route])
    return found


def _measure(browser: Client, username: str, address: str, pages: Pages) -> None:
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(address)
    pages.queries = max(pages.queries, len(captured))
    pages.sent = max(pages.sent, len(gzip.compress(answer.content)))
    times = [1000 * seconds_of(lambda: browser.get(address)) for _ in range(_TIMES)]
    pages.taken += times
    pages.slowest = max(pages.slowest, (min(times), f"{address} ({username})"))
