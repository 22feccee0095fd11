"""Where signatures, date and seals stand: of one organ or of several, with seals or without."""

from __future__ import annotations

from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.write.elements import (
    POST_GAP,
    clean,
    long_date,
    signatures,
)

_CHARACTER_MM: Final = layout.TYPE_AREA_WIDTH_MM / layout.CHARACTERS_A_LINE
_ROUNDING_MM: Final = 0.5


def signed_post(doc: OfficialDocument) -> tuple[str, str, str] | None:
    """Post, gap and name below an order (7.3.5.3)."""
    if doc.form is not Form.ORDER or not doc.signers:
        return None
    return clean(doc.signer_post), POST_GAP, clean(doc.signers[0])


def free_at_right(doc: OfficialDocument) -> tuple[float, float]:
    """The characters free to the right of signature and date.

    With a seal the date keeps four and the name is centred above it (7.3.5.1); a name so long that
    it would leave the page keeps to the margin, and the date is centred below it. Without a seal
    the name keeps two and the date begins two after it (7.3.5.2); a date that would end further
    right than the name keeps two, and the name gives way. Of several names the widest counts.
    """
    name, day = (
        max(map(layout.em_width, signatures(doc)), default=0.0),
        layout.em_width(long_date(doc.date)),
    )
    if doc.sealed:
        over = (name - day) / 2
        free = max(float(layout.SEALED_DATE_INDENT), over)
        return (free - over, free) if name and day else (free, free)
    least = float(layout.UNSEALED_NAME_INDENT)
    if not (name and day):
        return least, least
    date_free = least + name - layout.UNSEALED_DATE_SHIFT - day
    more = least - date_free if day > name else 0.0
    return least + more, date_free + more


def sealed_rows(doc: OfficialDocument) -> tuple[tuple[tuple[str, float], ...], ...]:
    """Rows of (name, middle in mm from the type area's left edge) of several sealed signatures.

    In the order of the organs, three a row at most; the last stands over the date, so that its seal
    presses both (7.3.5.1). Names too long for three or two beside each other stand in fewer.
    """
    every = signatures(doc)
    _, free = free_at_right(doc)
    last = (
        layout.TYPE_AREA_WIDTH_MM
        - (free + layout.em_width(long_date(doc.date)) / 2) * _CHARACTER_MM
    )
    widest = max(map(layout.em_width, every), default=0.0) * _CHARACTER_MM
    pitch = max(float(layout.SEAL_PITCH_MM), widest + _CHARACTER_MM)
    beside = int((last - max(layout.SEAL_MM, widest) / 2 + _ROUNDING_MM) // pitch)
    each = max(1, min(layout.SEALS_A_ROW, beside + 1))
    rows = (every[at : at + each] for at in range(0, len(every), each))
    return tuple(
        tuple((name, last - pitch * (len(row) - 1 - at)) for at, name in enumerate(row))
        for row in rows
    )
