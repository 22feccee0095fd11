"""Writing: one `OfficialDocument` as Word, PDF or a page, laid out by GB/T 9704—2012."""

from __future__ import annotations

from collections.abc import Callable

from zhunsheng.gongwen.model import OfficialDocument, Run

__all__ = ["docx", "html", "html_fragment", "pdf", "stylesheet"]


def docx(doc: OfficialDocument) -> bytes:
    """The document as .docx. It names the official fonts and embeds none."""
    from zhunsheng.gongwen.write import word

    return word.write(doc)


def pdf(doc: OfficialDocument) -> bytes:
    """The document as PDF/A-2b. Errors: WriteError `missing_glyph`, `pdf_failed`."""
    from zhunsheng.gongwen.write import portable

    return portable.write(doc)


def html(doc: OfficialDocument, link: Callable[[Run], str] | None = None, lang: str = "zh") -> str:
    """The document as one page that stands alone; `link` gives the address of a figure's run."""
    from zhunsheng.gongwen.write import web

    return web.page(doc, link=link, lang=lang)


def html_fragment(doc: OfficialDocument, link: Callable[[Run], str] | None = None) -> str:
    """The `<article>` alone, for a page that has its own head; it needs `stylesheet()`."""
    from zhunsheng.gongwen.write import web

    return web.article(doc, link=link)


def stylesheet() -> str:
    """The CSS of `html_fragment`, all of it under `.gongwen`."""
    from zhunsheng.gongwen.write import web

    return web.stylesheet()
