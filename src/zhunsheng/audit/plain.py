"""The plainest use: the quantities or the bare numbers of a text."""

from decimal import Decimal

from zhunsheng.audit.parse.mentions import extract
from zhunsheng.audit.parse.numbers import numbers_of


def quantities(text: str) -> list[dict[str, object]]:
    """Each quantity as {start, end, value, unit, approx}, ready for JSON."""
    return [
        {
            "start": m.start,
            "end": m.end,
            "value": _plain(m.value),
            "unit": m.unit,
            "approx": m.approx or None,
        }
        for m in extract(text)
    ]


def _plain(value: Decimal) -> int | float:
    """The value as JSON prints it: 12, 97.3."""
    whole = int(value)
    return whole if whole == value else float(value)


def numbers(text: str) -> list[dict[str, object]]:
    """Every number as {start, end, value}, dates and ordinals too; a per cent keeps its number."""
    return [{"start": n.start, "end": n.end, "value": _plain(n.value)} for n in numbers_of(text)]
