"""Writing: one `OfficialDocument` as Word, PDF or a page, laid out by GB/T 9704—2012."""

from __future__ import annotations

from collections.abc import Callable

from zhunsheng.gongwen.model import OfficialDocument, Run
from zhunsheng.gongwen.write.seal import Seal

__all__ = ["Seal", "css", "docx", "html", "html_fragment", "pdf"]


def docx(doc: OfficialDocument, seals: tuple[Seal, ...] = ()) -> bytes:
    """The document as .docx. It names the official fonts and embeds none."""
    from zhunsheng.gongwen.write import word

    return word.write(doc, seals)


def pdf(doc: OfficialDocument, seals: tuple[Seal, ...] = ()) -> bytes:
    """The document as PDF/A-2b; `seals` are those of its signatures, in their order.

    Errors: WriteError `missing_glyph`, `pdf_failed`, or what cannot be laid out, by name.
    """
    from zhunsheng.gongwen.write import portable

    return portable.write(doc, seals)


Link = Callable[[Run], str | None]  # the address of a figure's run; none shows the words alone


def html(
    doc: OfficialDocument, link: Link | None = None, lang: str = "zh", stylesheet: str = ""
) -> str:
    """The document as a whole page; its `css()` is inside, or at the address `stylesheet`."""
    from zhunsheng.gongwen.write import web

    return web.page(doc, link=link, lang=lang, styles_at=stylesheet)


def html_fragment(doc: OfficialDocument, link: Link | None = None) -> str:
    """The `<article>` alone, for a page that has its own head and links `css()`.

    It has neither styles nor scripts of its own: a strict content security policy lets it through.
    """
    from zhunsheng.gongwen.write import web

    return web.article(doc, link=link)


def css() -> str:
    """The styles of `html_fragment`, all of them under `.gongwen`."""
    from zhunsheng.gongwen.write import web

    return web.css()
