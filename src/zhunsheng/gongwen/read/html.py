"""HTML: the paragraphs, headings and tables a reader sees, without scripts and navigation."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree
from lxml import html as lxml_html

from zhunsheng.gongwen.joins import Part, on_grid
from zhunsheng.gongwen.model import Form, Kind, Unread
from zhunsheng.gongwen.read.line import Extract
from zhunsheng.gongwen.read.refusals import refusal
from zhunsheng.gongwen.read.writer import TextBuilder

_SKIPPED: Final = re.compile(
    "head|script|style|noscript|template|nav|svg|math|form|button|select|iframe|object"
)
_BLOCKS: Final = re.compile(
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
    "|footer|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|ul|t[dhr]|table|t(?:head|body|foot)"
)
_KINDS: Final = frozenset(kind.value for kind in Kind)
_SPAN: Final = re.compile("[0-9]{1,5}")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def extract(text: str, source: str) -> Extract:
    """The visible text of the page. Pictures and frames are named as unread."""
    try:
        # A parser of our own: no network, and a page deeper than 255 levels is refused.
        root = lxml_html.document_fromstring(
            text.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise refusal("no_text", source) from error
    walk = _Walk()
    walk.element(root)
    walk.flush()
    sealed = not root.xpath("//div[@class='signed unsealed']")
    lines = tuple(walk.out.lines)
    return Extract(walk.out.text, lines, _unread(root), walk.mark, sealed, _form(root))


def _form(root: Any) -> Form | None:
    """What a page of ours says of its form."""
    articles = root.xpath("//article[@class='gongwen']")
    named = articles[0].get("data-form", Form.DOCUMENT.value) if articles else ""
    return Form(named) if named in set(Form) else None


def _unread(root: Any) -> tuple[Unread, ...]:
    pictures = len(root.findall(".//img"))
    if not pictures:
        return ()
    return (
        Unread(
            "img",
            zh=f"网页中的 {pictures} 幅图片未读取，图中的文字和数字没有检查。",
            en=f"{pictures} pictures of the page were not read; words and figures in them were "
            "not checked.",
        ),
    )


class _Walk:
    """Goes through the tree once and gathers the words of each block."""

    def __init__(self) -> None:
        self.out = TextBuilder()
        self.mark = ""
        self._words = ""
        self._refs: list[tuple[int, int, str, str]] = []
        self._part: tuple[Kind | None, int] = (None, 0)

    def element(self, node: Any) -> None:
        """Read an element and what follows in it; comments and the skipped are passed over."""
        tag = node.tag
        if not isinstance(tag, str) or _SKIPPED.fullmatch(tag) or node.get("hidden") is not None:
            return
        if tag == "table" and not node.findall(".//table"):
            self.flush()
            self.out.table(*on_grid(_rows(node)))
        elif tag == "p" and node.get("class") == "mark":
            self.mark = _collapsed("".join(node.itertext()))
        elif tag == "br":
            self.flush()
        elif _BLOCKS.fullmatch(tag):
            self._block(node)
        else:
            self._inline(node)

    def flush(self) -> None:
        """End the current block."""
        kind, level = self._part
        self.out.paragraph(self._words, kind=kind, level=level, refs=tuple(self._refs))
        self._words, self._refs = "", []

    def _block(self, node: Any) -> None:
        self.flush()
        before = self._part
        part = node.get("data-part")
        if part in _KINDS:
            level = node.get("data-level", "")
            self._part = (Kind(part), int(level) if level in {"1", "2", "3", "4"} else 0)
        self._inside(node)
        self.flush()
        self._part = before

    def _inline(self, node: Any) -> None:
        start = len(self._words)
        self._inside(node)
        ref = node.get("data-ref")
        if ref and start < len(self._words):
            self._refs.append((start, len(self._words), ref, node.get("data-kind", "")))

    def _inside(self, node: Any) -> None:
        self._add(node.text)
        for child in node:
            self.element(child)
            self._add(child.tail)

    def _add(self, words: str | None) -> None:
        if words:
            new = _collapsed(words)
            at_space = not self._words or self._words.endswith(" ")
            self._words += new.removeprefix(" ") if at_space else new


def _collapsed(words: str) -> str:
    return _SPACE.sub(" ", words)


def _rows(table: Any) -> list[list[Part]]:
    return [[_part(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]


def _part(cell: Any) -> Part:
    words = _collapsed("".join(cell.itertext())).strip()
    over = [cell.get(name, "1").strip() for name in ("colspan", "rowspan")]
    columns, rows = (int(told) if _SPAN.fullmatch(told) else 1 for told in over)
    return Part(words, columns, rows)
