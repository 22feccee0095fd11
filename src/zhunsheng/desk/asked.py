"""Numbers and days a request brings: what is none is refused before the page acts."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import BadRequest

from zhunsheng.kernel.errors import InvalidError

#: Years the ledgers of a bureau can speak of.
FIRST_YEAR, LAST_YEAR = 1949, 2100


def whole(sent: Mapping[str, object], name: str) -> int:
    """The number of the form's field. Errors: BadRequest where it is none."""
    found = _digits(sent.get(name))
    if found is None:
        raise BadRequest(name)
    return found


def number_of(sent: Mapping[str, object], name: str) -> int:
    """The number asked for, 0 where none was."""
    return _digits(sent.get(name)) or 0


def year_of(sent: Mapping[str, object], otherwise: int) -> int:
    """The year asked for, `otherwise` where none was or none a ledger can speak of."""
    found = _digits(sent.get("year"))
    return found if found is not None and FIRST_YEAR <= found <= LAST_YEAR else otherwise


def day_of(sent: Mapping[str, object], name: str, otherwise: date) -> date:
    """The day of the form's field, `otherwise` where it is empty.

    Errors: InvalidError for what is no day: an act is not dated to another day in silence.
    """
    text = str(sent.get(name) or "").strip()
    try:
        return date.fromisoformat(text) if text else otherwise
    except ValueError:
        why = (f"“{text}”不是日期，应写成2025-01-31。", f"'{text}' is no day: write 2025-01-31.")
        raise InvalidError((("日期", *why),)) from None


def _digits(text: object) -> int | None:
    """Nine ASCII digits at most: `isdigit` alone also takes ² and numbers of any length."""
    plain = str(text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None
