"""The plainest use: the quantities or the bare numbers of a text."""

from decimal import Decimal

from zhunsheng.audit.parse.mentions import extract


def quantities(text: str) -> list[dict[str, object]]:
    """Each quantity as {start, end, value, unit, approx}; the value as text."""
    return [
        {
            "start": m.start,
            "end": m.end,
            "value": format(m.value.normalize() + 0, "f"),
            "unit": m.unit,
            "approx": m.approx or None,
        }
        for m in extract(text)
    ]


def numbers(text: str) -> list[Decimal]:
    """The values alone."""
    return [m.value for m in extract(text)]
