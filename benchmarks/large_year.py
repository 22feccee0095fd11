"""An agency whose year holds 1,000,000 rows of disclosure, and a small agency beside it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from zhunsheng.kernel.db.bulk import insert, reserve
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.record.models import Item, Record, Version
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Category, Posting, Publication

LARGE = 400_000  # items published; with their postings, 1,000,000 rows
SMALL = 200
_CHUNK = 20_000
_FIRST = date(2024, 1, 1)
_AT = datetime(2025, 1, 6, tzinfo=UTC)
_CATEGORIES = tuple(Category.values)

Row = tuple[Any, ...]


def fill() -> tuple[Bureau, Bureau]:
    """(the large bureau, the small one), their registers closed for 2024; the fences stand."""
    large, small = make_bureau("large"), make_bureau("small")
    _year(large, LARGE)
    _year(small, SMALL)
    for bureau in (large, small):
        bureau.close_all(2024)
    with connection.cursor() as cursor:
        # PostgreSQL does this by itself after a while; a measurement cannot wait for it.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return large, small


def _year(bureau: Bureau, count: int) -> None:
    for start in range(0, count, _CHUNK):
        numbers = range(start, min(start + _CHUNK, count))
        with transaction.atomic():
            items = list(reserve(Item, len(numbers)))
            pairs = list(zip(numbers, items, strict=True))
            _put(bureau, Publication, items, [_publication(n) for n in numbers])
            insert(Obligation, _OBLIGATION, (_obligation(bureau, n, item) for n, item in pairs))
            posted = [_posting(n, item, k) for n, item in pairs for k in range(1 + n % 2)]
            _put(bureau, Posting, list(reserve(Item, len(posted))), posted)


_OBLIGATION = (
    "item_id", "agency_id", "division_id", "duty", "started_on", "due_on", "provisional", "done_on",
)  # fmt: skip
_VERSION = (
    "item_id", "number", "action", "by_id", "attested_by_id", "on", "standing", "stage", "reason",
    "data", "digest", "agency_id", "entry",
)  # fmt: skip


def _put(bureau: Bureau, model: type[Record], items: list[int], rows: list[dict[str, Any]]) -> None:
    """Items, their versions (without text) and the rows, confirmed."""
    agency, by = bureau.agency.pk, bureau.persons["office_recorder"].pk
    insert(Item, ("id", "kind", "agency_id", "batch_id"),
           ((i, model._meta.label_lower, agency, None) for i in items))  # fmt: skip
    same = ("import", by, None, "2025-01-06", "confirmed", "", "", "{}", "", agency, 1)
    insert(Version, _VERSION, ((i, 1, *same) for i in items))
    kept = {
        "version": 1, "agency_id": agency, "division_id": bureau.divisions["office"].pk,
        "standing": "confirmed", "stage": "", "recorded_by_id": by, "recorded_at": _stored(_AT),
        "confirmed_by_id": bureau.persons["legal_second"].pk, "confirmed_at": _stored(_AT),
    }  # fmt: skip
    columns = ("item_id", *kept, *rows[0])
    insert(
        model, columns, ((i, *kept.values(), *r.values()) for i, r in zip(items, rows, strict=True))
    )


def _stored(moment: datetime) -> object:
    return connection.ops.adapt_datetimefield_value(moment)


def _day(days: int) -> str:
    return (_FIRST + timedelta(days=days)).isoformat()


def _publication(n: int) -> dict[str, Any]:
    formed = n % 340
    return {
        "title": f"第{n}号信息", "index_number": f"LC-{n:07d}", "withdrawn_why": "",
        "category": _CATEGORIES[n % len(_CATEGORIES)], "formed_on": _day(formed),
        "reviewed_on": _day(formed + 1), "secrecy_on": _day(formed + 2 + n % 9),
        "published_on": _day(formed + 5), "withdrawn_on": None,
    }  # fmt: skip


def _posting(n: int, item: int, channel: int) -> dict[str, Any]:
    days = n % 340 + 5 + channel * (n % 60)
    return {
        "title": f"第{n}号信息", "publication_id": item, "address": "",
        "channel": ("portal", "wechat")[channel], "posted_on": _day(days),
    }  # fmt: skip


def _obligation(bureau: Bureau, n: int, item: int) -> Row:
    formed = n % 340
    division = bureau.divisions["office"].pk
    return (
        item, bureau.agency.pk, division, "disclosure.publish", _day(formed),
        _day(formed + (28 if n % 10 else 4)), False, _day(formed + 5),
    )  # fmt: skip
