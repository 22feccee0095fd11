"""All figures of a year of 1,000,000 rows, against hand-written SQL over the same tables."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from benchmarks.installation import engine, on_each_engine, start_django
from benchmarks.measured import in_turns, seconds_of, show, verdict

if TYPE_CHECKING:
    from zhunsheng.kernel.record.models import Record

_TIMES = 5
_TARGET, _MORE = 1.2, 5.0  # of the hand-written queries; milliseconds for each model
_CATEGORIES = (
    "organisation", "norms", "planning", "budget", "services", "projects", "policy", "procurement",
    "emergency", "personnel", "submissions", "news",
)  # fmt: skip
_POSTED = (
    "EXISTS (SELECT 1 FROM disclosure_posting p WHERE p.publication_id = t.item_id"
    " AND p.standing = 'confirmed' AND {})"
)
_IN_2024 = "BETWEEN '2024-01-01' AND '2024-12-31'"
_ON = {
    name: _POSTED.format(f"p.channel = '{name}' AND p.posted_on {_IN_2024}")
    for name in ("portal", "wechat")
}
_CONDITIONS = (
    *(f"t.category = '{name}'" for name in _CATEGORIES),
    _ON["portal"],
    _ON["wechat"],
    f"{_ON['portal']} AND {_ON['wechat']}",
    f"{_POSTED.format('p.posted_on = t.published_on')}"
    f" AND NOT {_POSTED.format('p.posted_on < t.published_on')}",
    "EXISTS (SELECT 1 FROM kernel_obligation o WHERE o.item_id = t.item_id"
    " AND o.duty = 'disclosure.publish' AND o.done_on <= o.due_on)",
    "t.secrecy_on <= t.published_on",
)


def _query(table: str, dated_by: str, conditions: tuple[str, ...] = ()) -> str:
    counts = ", ".join(["COUNT(*)", *(f"COUNT(*) FILTER (WHERE {c})" for c in conditions)])
    return (
        f"SELECT {counts} FROM {table} t WHERE t.agency_id = %s AND t.standing = 'confirmed'"
        f" AND t.{dated_by} {_IN_2024}"
    )


_BY_HAND = {
    "Publication": (
        _query("disclosure_publication", "published_on", _CONDITIONS),
        _query("disclosure_publication", "withdrawn_on"),
    ),
    "Posting": (
        _query("disclosure_posting", "posted_on", ("t.channel = 'portal'", "t.channel = 'wechat'")),
    ),
}


def measure() -> None:
    """Fills this engine's installation and measures on it."""
    start_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)
    from benchmarks import large_year
    from zhunsheng.regimes.disclosure.models import Posting, Publication

    bureaus: list[Any] = []
    filling = seconds_of(lambda: bureaus.extend(large_year.fill()))
    rows = []
    for size, bureau in zip(("large", "small"), bureaus, strict=True):
        rows += [_line(size, bureau.agency.pk, model) for model in (Publication, Posting)]
    show(
        f"Figures on {engine()} {_version()}, {_TIMES} times each in turns"
        f" (tables filled in {filling:.0f} s)",
        ("year, figures of", "figures", "by hand ms", "facts() ms", "ratio", "of least", "more"),
        rows,
    )


def _line(size: str, agency: int, model: "type[Record]") -> tuple[str, ...]:
    keys = _keys(model)
    _require_same(agency, model)
    by_hand, ours = in_turns(
        _hand(agency, model), _facts(agency, keys), times=_TIMES if size == "large" else 5 * _TIMES
    )
    more = (ours.median - by_hand.median) * 1000
    least = f"{ours.least / by_hand.least:.2f}"
    shown = (f"{size}: {model.__name__}", str(len(keys)), by_hand.ms()[1], ours.ms()[1])
    if size == "large":
        return (*shown, verdict(ours.median / by_hand.median, _TARGET), least, "")
    missed = "" if more <= _MORE else ", MISSED"
    return (*shown, "", "", f"{more:.1f} ms (≤ {_MORE:g}{missed})")


def _keys(model: "type[Record]") -> list[str]:
    from zhunsheng.kernel.registry import registry

    return [key for key, figure in registry().figures().items() if figure.of is model]


def _facts(agency: int, keys: list[str]) -> Callable[[], dict[str, Any]]:
    from zhunsheng.kernel.figure.compute import facts
    from zhunsheng.kernel.figure.fact import Scope

    return lambda: facts(Scope(agency, 2024), keys)


def _hand(agency: int, model: "type[Record]") -> Callable[[], list[Any]]:
    from django.db import connection

    def ask() -> list[Any]:
        found: list[Any] = []
        with connection.cursor() as cursor:
            for sql in _BY_HAND[model.__name__]:
                cursor.execute(sql, [agency])
                found += cursor.fetchone()
        return found

    return ask


def _require_same(agency: int, model: "type[Record]") -> None:
    """Both ways must count the same, or their times say nothing."""
    ours = sorted(int(fact.value or 0) for fact in _facts(agency, _keys(model))().values())
    by_hand = sorted(_hand(agency, model)())
    if ours != by_hand:
        raise SystemExit(f"结果不同 / the answers differ: {ours} {by_hand}")


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
