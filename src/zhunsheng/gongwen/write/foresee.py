"""Where the text will end: the Word file must know before any program has laid it out."""

from __future__ import annotations

import io
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

import pypdfium2

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Form, OfficialDocument

_FOOTER_PT: Final = 90  # the page number stands lower than this, the text higher


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Whether the imprint stands alone on the last page; the height of a row in points; whether a
    page parts the only paragraph."""

    imprint_has_own_page: bool = False
    row_pt: Decimal = layout.LINE_PT
    parted: bool = False


@lru_cache(maxsize=4)
def foreseen(doc: OfficialDocument) -> Foreseen:
    """How the PDF is laid out, which has the same rows; the usual where no PDF can be made."""
    from zhunsheng.gongwen.write import portable

    try:
        data, row, parted = portable.laid_out(doc)
    except WriteError:
        return Foreseen()
    made = pypdfium2.PdfDocument(io.BytesIO(data))
    if doc.form is Form.LETTER and len(made) == 1:  # whose first page has no number
        return Foreseen(row_pt=row, parted=parted)
    foot = made[len(made) - 1].get_textpage().get_text_bounded(top=_FOOTER_PT, bottom=0)
    return Foreseen(f"— {len(made)} —" not in foot, row, parted)
