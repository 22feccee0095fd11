"""Server time of every page of the desk that links lead to, for people of every role.

On the model year, its report a draft, and on the same beside a million rows: ten agencies of
100,000. ZHUNSHENG_BENCH_COPIES sets another number of copies of the year (25).
"""

import os
import subprocess
import sys

from benchmarks.installation import engine, on_each_engine, start_django
from benchmarks.measured import seconds_of, show

_AGENCIES, _SLOWEST = 10, 12
_COPIES = int(os.environ.get("ZHUNSHENG_BENCH_COPIES", "25"))
#: One of each role.
_PEOPLE = ["guwen", "shensiqi", "zhouke", "linyan", "chengliyan", "hanshouzheng", "yeheng", "admin"]
#: Size of the year → target of p95 in milliseconds.
_TARGETS = {"model": 150, "large": 400}
_QUERIES = 15


def measure() -> None:
    """Each size in a process of its own: nothing counted before the copies were made is kept."""
    start_django()
    from benchmarks.many_years import fill
    from benchmarks.model_year import draft_report, load

    load()
    draft_report()
    _apart("model")
    taken = seconds_of(lambda: fill(_AGENCIES, _COPIES))
    print(f"\n{_COPIES} copies in each of {_AGENCIES} agencies, made in {taken:.0f} s", flush=True)
    _apart("large")


def report(size: str) -> None:
    """Prints what the pages cost in this installation."""
    start_django()
    from benchmarks.desk_pages import measured, percentiles
    from zhunsheng.config.settled import settle

    settle()  # as the server does
    found = measured(_PEOPLE)
    taken = [one for pages in found.values() for one in pages.taken]
    p50, p95 = percentiles(taken)
    missed = "" if p95 <= _TARGETS[size] else ", MISSED"
    by_time = sorted(found.items(), key=lambda item: percentiles(item[1].taken)[1], reverse=True)
    show(
        f"Pages of the desk on {engine()}, {size} year: p50 {p50:.0f} ms, p95 {p95:.0f} ms"
        f" (≤ {_TARGETS[size]}{missed}), max {max(taken):.0f} ms",
        ("route", "pages", "p50 ms", "p95 ms", "max ms", "p95 processor", "queries", "KB sent"),
        [pages.line(route.removeprefix("desk:")) for route, pages in by_time],
    )
    slowest = sorted((pages.slowest for pages in found.values()), reverse=True)[:_SLOWEST]
    show("The slowest", ("page", "ms"), [(page, f"{ms:.0f}") for ms, page in slowest])
    late = [r for r, p in found.items() if percentiles(p.taken)[1] > _TARGETS[size]]
    print(f"\n  p95 over {_TARGETS[size]} ms: {', '.join(late) or 'none'}")
    many = [f"{r} {p.queries}" for r, p in found.items() if p.queries > _QUERIES]
    print(f"  more than {_QUERIES} queries: {', '.join(many) or 'none'}", flush=True)


def _apart(size: str) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.bench_desk", size], check=True)


if __name__ == "__main__":
    if not engine():
        sys.exit(on_each_engine("benchmarks.bench_desk"))
    elif sys.argv[1:]:
        report(sys.argv[1])
    else:
        measure()
