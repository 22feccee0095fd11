"""Full-width letters, digits and signs as their plain forms, one character for one."""

_PLAIN = {0xFF10 + n: ord("0") + n for n in range(10)}
_PLAIN |= {0xFF21 + n: ord("A") + n for n in range(26)}
_PLAIN |= {0xFF41 + n: ord("a") + n for n in range(26)}
_PLAIN |= {ord("％"): ord("%"), ord("．"): ord("."), 0x3000: ord(" "), 0xA0: ord(" ")}


def half_width(text: str) -> str:
    """The text with plain digits, letters, per-cent signs and spaces; as long as it was."""
    return text.translate(_PLAIN)
