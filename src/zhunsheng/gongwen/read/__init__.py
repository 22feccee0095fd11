"""Reading: any file a bureau keeps its documents in becomes a `Reading`, or is refused by name."""

from __future__ import annotations

from zhunsheng.gongwen.model import Reading
from zhunsheng.gongwen.read import text as plain
from zhunsheng.gongwen.read.elements import reading
from zhunsheng.gongwen.read.line import Extract
from zhunsheng.gongwen.read.refusals import refusal
from zhunsheng.gongwen.read.sniff import Format, sniff

__all__ = ["read", "read_text"]


def read(name: str, data: bytes) -> Reading:
    """The reading of a file; its content decides its format, its name is only for messages.

    Errors: ReadError, its code one of `refusals.REFUSALS`.
    """
    extract = _extract(name, data)
    if not extract.lines:
        raise refusal("no_text", name)
    return reading(extract, name)


def read_text(text: str, source: str = "") -> Reading:
    """The reading of a text that is already decoded; offsets are those of `text`."""
    return reading(plain.extract(text), source)


def _extract(name: str, data: bytes) -> Extract:
    # Each reader is imported when met: reading plain text must start at once.
    match sniff(name, data):
        case Format.DOCX:
            from zhunsheng.gongwen.read import docx

            return docx.extract(data, name)
        case Format.PDF:
            from zhunsheng.gongwen.read import pdf

            return pdf.extract(data, name)
        case Format.HTML:
            from zhunsheng.gongwen.read import html

            return html.extract(plain.decode(data, name), name)
        case Format.OLD_WORD:
            from zhunsheng.gongwen.read import converted

            return converted.extract(data, name)
        case Format.TEXT:
            return plain.extract(plain.decode(data, name))
