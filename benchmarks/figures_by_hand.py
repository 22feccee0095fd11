"""The figures of the three largest registers as one would write them by hand, in SQL."""

from django.db import connection

from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.registry import registry

_CATEGORIES = (
    "norms", "organisation", "planning", "statistics", "services", "penalties", "budget", "fees",
    "procurement", "projects", "welfare", "emergency", "inspection", "recruitment", "other",
)  # fmt: skip
_POSTED = (
    "EXISTS (SELECT 1 FROM disclosure_posting p WHERE p.publication_id = t.item_id"
    " AND p.standing = 'confirmed' AND {})"
)
_IN_2024 = "BETWEEN '2024-01-01' AND '2024-12-31'"


def _on_time(duty: str, done: str = "<= o.due_on") -> str:
    return (
        "EXISTS (SELECT 1 FROM kernel_obligation o WHERE o.item_id = t.item_id"
        f" AND o.duty = '{duty}' AND o.done_on {done})"
    )


_DECIDED = "t.result IN ('granted', 'refused')"
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
    _on_time("disclosure.publish"),
    "t.secrecy_on <= t.published_on",
)


_ENDED = (
    _DECIDED,
    "t.result = 'refused'",
    f"{_DECIDED} AND EXISTS (SELECT 1 FROM services_serviceitem i WHERE i.item_id = t.service_id"
    " AND i.kind = 'permit')",
    "t.result = 'withdrawn'",
    "t.result = 'not_accepted'",
    *(
        f"{_DECIDED} AND {_on_time(duty, done)}"
        for duty in ("services.statutory", "services.promised")
        for done in ("IS NOT NULL", "<= o.due_on", "> o.due_on")
    ),
    f"{_DECIDED} AND t.extended_on IS NOT NULL",
    "t.certificate AND t.result = 'granted'",
    _on_time("services.certificate"),
    f"{_DECIDED} AND t.suspensions <> ''",
)


def _stocks(table: str, since: str, until: str) -> str:
    opening = f"t.{since} < '2024-01-01' AND (t.{until} IS NULL OR t.{until} >= '2024-01-01')"
    closing = f"t.{since} <= '2024-12-31' AND (t.{until} IS NULL OR t.{until} > '2024-12-31')"
    return (
        f"SELECT COUNT(*) FILTER (WHERE {opening}), COUNT(*) FILTER (WHERE {closing})"
        f" FROM {table} t WHERE t.agency_id = %s AND t.standing = 'confirmed'"
    )


def _query(
    table: str, dated_by: str, conditions: tuple[str, ...] = (), *, rows: bool = True
) -> str:
    counted = [f"COUNT(*) FILTER (WHERE {condition})" for condition in conditions]
    counts = ", ".join(["COUNT(*)", *counted] if rows else counted)
    return (
        f"SELECT {counts} FROM {table} t WHERE t.agency_id = %s AND t.standing = 'confirmed'"
        f" AND t.{dated_by} {_IN_2024}"
    )


BY_HAND = {
    "Publication": (
        _query("disclosure_publication", "published_on", _CONDITIONS),
        _query("disclosure_publication", "leak_found_on", (_on_time("disclosure.leak_report"),)),
        _query("disclosure_publication", "withdrawn_on"),
    ),
    "Posting": (
        _query("disclosure_posting", "posted_on", ("t.channel = 'portal'", "t.channel = 'wechat'")),
    ),
    "Application": (
        _stocks("services_application", "received_on", "ended_on"),
        _query(
            "services_application",
            "received_on",
            (
                *(f"t.channel = '{name}'" for name in ("online", "window", "post")),
                _on_time("services.acceptance"),
            ),
        ),
        _query("services_application", "ended_on", _ENDED, rows=False),
        _query(
            "services_application",
            "rated_on",
            (
                "t.rating <> ''",
                "t.rating IN ('3', '4', '5')",
                "t.rating IN ('1', '2')",
                _on_time("services.call_back"),
            ),
            rows=False,
        ),
    ),
}


def ask(model: str, agency: int) -> list[int]:
    """The counts of 2024, in no order that means anything."""
    found: list[int] = []
    with connection.cursor() as cursor:
        for sql in BY_HAND[model]:
            cursor.execute(sql, [agency])
            found += cursor.fetchone()
    return found


def keys_of(model: str) -> list[str]:
    """The figures that count this model's rows."""
    figures = registry().figures().items()
    return [key for key, figure in figures if figure.of and figure.of.__name__ == model]


def differing(agency: int) -> dict[str, tuple[list[int], list[int]]]:
    """Model → (figures, by hand) where the two ways count differently: times would say nothing."""
    found = {}
    for model in BY_HAND:
        counted = facts(Scope(agency, 2024), keys_of(model)).values()
        ours, by_hand = sorted(int(f.value or 0) for f in counted), sorted(ask(model, agency))
        if ours != by_hand:
            found[model] = (ours, by_hand)
    return found
