"""Numbers that belong to a person or an organisation, told from others by their check digits."""

import functools
import re
from datetime import date
from typing import Final

from zhunsheng.audit.parse.passage import Passage

_IDENTITY_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECK: Final = "10X98765432"
_CREDIT_DIGITS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LONG: Final = re.compile(r"[0-9A-Z][0-9A-Z ]{14}")  # the shortest of them is a card of 16


@functools.lru_cache(maxsize=2)
def has_long_number(passage: Passage) -> bool:
    """Whether the text has a number so long that it may be one of these; most texts have none."""
    return _LONG.search(passage.plain) is not None


def identity_number(text: str) -> bool:
    """Whether it is a citizen's number: a day of birth, and the check digit of GB 11643."""
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(d) * w for d, w in zip(text[:17], _IDENTITY_WEIGHTS, strict=True))
    return text[17].upper() == _IDENTITY_CHECK[total % 11]


def credit_code(text: str) -> bool:
    """Whether it is a unified social credit code: the check digit of GB 32100."""
    values = [_CREDIT_DIGITS.index(char) for char in text]
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values[:17]))
    return values[17] == (31 - total % 31) % 31


def bank_card(text: str) -> bool:
    """Whether it is the number of a card: the check digit of ISO/IEC 7812."""
    digits = [int(char) for char in reversed(text) if char.isdigit()]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0
