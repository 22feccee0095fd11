"""Where the text will end: the Word file must know before any program has laid it out."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

import pypdfium2

from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Form, OfficialDocument

_FOOTER_PT: Final = 90  # the page number stands lower than this, the text higher


@lru_cache(maxsize=4)
def imprint_has_own_page(doc: OfficialDocument) -> bool:
    """Whether the imprint stands alone on the last page of the PDF, which has the same rows.

    False where no PDF can be made: the imprint then stands at the foot of the text's last page.
    """
    from zhunsheng.gongwen.write import portable

    try:
        made = pypdfium2.PdfDocument(io.BytesIO(portable.write(doc)))
    except WriteError:
        return False
    if doc.form is Form.LETTER and len(made) == 1:  # whose first page has no number
        return False
    number = f"— {len(made)} —"
    return number not in made[len(made) - 1].get_textpage().get_text_bounded(
        top=_FOOTER_PT, bottom=0
    )
