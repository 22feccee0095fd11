"""What looks like personal data in a text: identity numbers, mobile phones, bank cards, mail."""

import re

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_DIGITS = re.compile(r"(?<![0-9])[0-9]{11,19}[Xx]?(?![0-9])")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z]{2,10}){1,3}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


def personal(text: str) -> tuple[tuple[str, str, str], ...]:
    """(the words, what they are in Chinese, in English), each once, in order."""
    found = [(m.start(), m.group(), _kind(m.group())) for m in _DIGITS.finditer(text)]
    found += [(m.start(), m.group(), ("电子邮箱", "mail address")) for m in _MAIL.finditer(text)]
    named = [(words, *kind) for _, words, kind in sorted(found, key=lambda f: f[0]) if kind]
    return tuple(dict.fromkeys(named))


def _kind(digits: str) -> tuple[str, str] | None:
    if len(digits) == 18 and _is_identity(digits.upper()):
        return "身份证号", "identity number"
    if _MOBILE.fullmatch(digits):
        return "手机号码", "mobile phone"
    if 16 <= len(digits) <= 19 and digits.isdecimal() and _is_card(digits):
        return "银行卡号", "bank card"
    return None


def _is_identity(digits: str) -> bool:
    """By the check digit of GB 11643."""
    if not digits[:17].isdecimal():
        return False
    total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False))
    return digits[17] == _CHECKS[total % 11]


def _is_card(digits: str) -> bool:
    """By the Luhn check digit."""
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
