"""Digests tagged with their algorithm, over canonical JSON."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal


def sm3(data: bytes) -> str:
    """`sm3:` and 64 hexadecimal digits (GB/T 32905)."""
    return "sm3:" + _sm3_hex(data)


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, NFC text; dates ISO, decimals as plain text."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


def plain(value: object) -> object:
    """A column's value as canonical JSON writes it: the same on both engines."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, int):
        return value
    return _plain(value)


def of_versions(versions: Iterable[tuple[int, int, str]]) -> dict[str, object]:
    """Count and digest over (item, number, digest), in the order of item and number."""
    ordered = sorted(versions)
    text = "".join(f"{item}:{number}:{digest}\n" for item, number, digest in ordered)
    return {"count": len(ordered), "digest": sm3(text.encode())}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _sm3_library(data: bytes) -> str:
    from cryptography.hazmat.primitives import hashes

    state = hashes.Hash(hashes.SM3())
    state.update(data)
    return state.finalize().hex()


def _sm3_hashlib(data: bytes) -> str:
    # Copied, not made anew: looking the algorithm up costs more than a short row's digest.
    state = _SM3.copy()
    state.update(data)
    return state.hexdigest()


# hashlib's SM3 is several times quicker a call where Python's OpenSSL offers it.
_OFFERED = "sm3" in hashlib.algorithms_available
_SM3 = hashlib.new("sm3" if _OFFERED else "sha256")  # copied only where SM3 is offered
_sm3_hex = _sm3_hashlib if _OFFERED else _sm3_library
