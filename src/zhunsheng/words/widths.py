"""Full-width letters, digits and signs as their plain forms, one character for one."""

import re
from typing import Final

_PLAIN: Final = {
    **{0xFF10 + n: ord("0") + n for n in range(10)},
    **{0xFF21 + n: ord("A") + n for n in range(26)},
    **{0xFF41 + n: ord("a") + n for n in range(26)},
    ord("％"): ord("%"),
    ord("．"): ord("."),
    0x3000: ord(" "),
    0xA0: ord(" "),
}
#: Looking for the few wide characters is much faster than translating every character.
_WIDE: Final = re.compile("[０-９Ａ-Ｚａ-ｚ％．\u3000\xa0]+")


def half_width(text: str) -> str:
    """The text with plain digits, letters, per-cent signs and spaces; as long as it was."""
    return _WIDE.sub(_narrow, text)


def _narrow(wide: re.Match[str]) -> str:
    return wide.group().translate(_PLAIN)
