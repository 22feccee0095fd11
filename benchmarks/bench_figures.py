"""All figures of a year of 300,000 rows inside 3,000,000, against SQL by hand; the due list.

ZHUNSHENG_BENCH_COPIES sets how many copies of the model year each of ten agencies holds (76).
"""

import os
import resource
import sys
from datetime import date
from functools import partial

from benchmarks.installation import engine, on_each_engine, start_django
from benchmarks.measured import Series, in_turns, seconds_of, show, verdict

_TIMES, _AGENCIES, _OPEN = 5, 10, 100_000
_COPIES = int(os.environ.get("ZHUNSHENG_BENCH_COPIES", "76"))
_TARGET, _MORE = 1.2, 5.0  # of the hand-written queries; milliseconds for each model


def measure() -> None:
    """Fills this engine's installation and measures on it."""
    start_django()
    from benchmarks.figures_by_hand import BY_HAND, differing
    from benchmarks.many_years import fill
    from benchmarks.model_year import load

    load()
    made: list[int] = []
    filling = seconds_of(lambda: made.extend(fill(_AGENCIES, _COPIES)))
    large, small = made
    rows = []
    for size, agency in (("large", large), ("small", small)):
        if found := differing(agency):
            raise SystemExit(f"结果不同 / the answers differ: {found}")
        rows += [_line(size, agency, model) for model in BY_HAND]
    show(
        f"Figures on {engine()} {_version()}, {_TIMES} times each in turns, {_COPIES} copies of the"
        f" model year in each of {_AGENCIES} agencies (copied in {filling:.0f} s)",
        ("year, figures of", "figures", "by hand ms", "facts() ms", "ratio", "of least", "more"),
        rows,
    )
    _every_figure(large, small)
    _due_list(large)


def _every_figure(large: int, small: int) -> None:
    """All figures of all regimes, and how memory grows with the year."""
    small_taken = _taken(small)
    before = _peak()
    large_taken = _taken(large)
    show(
        "All figures of all regimes",
        ("year", "seconds, median of 3", "peak MB"),
        [
            ("small", f"{small_taken.median:.2f}", f"{before:.0f}"),
            ("large", f"{large_taken.median:.2f}", f"{_peak():.0f}"),
        ],
    )


def _due_list(agency: int) -> None:
    """The first page of what is due, and how many there are, as the desk asks for them."""
    from benchmarks.many_years import reopen
    from zhunsheng.kernel.duty.due_list import due_list, titles_of
    from zhunsheng.kernel.duty.models import Obligation
    from zhunsheng.kernel.org.models import Person

    open_ = reopen(agency, _OPEN)
    day = date(2025, 1, 6)
    roles = {"legal officer": "guwen", "recorder": "zhouke"}
    rows = []
    for role, name in roles.items():
        person = Person.objects.get(username=name)

        def page(person: Person = person) -> None:
            found = due_list(person, on=day)
            titles_of(list(found[:50]))
            found.count()

        taken = in_turns(page)[0]
        rows.append((role, *taken.ms(), f"(≤ 100{'' if taken.median <= 0.1 else ', MISSED'})"))
    everywhere = Obligation.objects.filter(done_on__isnull=True).count()
    show(
        f"The due list with {open_:,} open obligations of the agency, {everywhere:,} in all",
        ("asked by", "least ms", "median ms", "target ms"),
        rows,
    )


def _taken(agency: int) -> Series:
    from zhunsheng.kernel.figure.compute import facts
    from zhunsheng.kernel.figure.fact import Scope

    return in_turns(lambda: facts(Scope(agency, 2024)), times=3)[0]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _line(size: str, agency: int, model: str) -> tuple[str, ...]:
    from benchmarks.figures_by_hand import ask, keys_of
    from zhunsheng.kernel.figure.compute import facts
    from zhunsheng.kernel.figure.fact import Scope

    keys, scope = keys_of(model), Scope(agency, 2024)
    by_hand, ours = in_turns(
        partial(ask, model, agency),
        partial(facts, scope, keys),
        times=_TIMES if size == "large" else 5 * _TIMES,
    )
    more = (ours.median - by_hand.median) * 1000
    least = f"{ours.least / by_hand.least:.2f}"
    shown = (f"{size}: {model}", str(len(keys)), by_hand.ms()[1], ours.ms()[1])
    if size == "large":
        return (*shown, verdict(ours.median / by_hand.median, _TARGET), least, "")
    missed = "" if more <= _MORE else ", MISSED"
    return (*shown, "", "", f"{more:.1f} ms (≤ {_MORE:g}{missed})")


def _version() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        version = "version()" if connection.vendor == "postgresql" else "sqlite_version()"
        cursor.execute(f"SELECT {version}")
        return str(cursor.fetchone()[0]).removeprefix("PostgreSQL ").split(" ")[0]


if __name__ == "__main__":
    if engine():
        measure()
    else:
        sys.exit(on_each_engine("benchmarks.bench_figures"))
