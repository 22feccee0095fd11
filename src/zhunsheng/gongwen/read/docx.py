"""Word .docx: its paragraphs and tables in order, straight from the XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from zhunsheng.gongwen.joins import on_grid
from zhunsheng.gongwen.model import Form, Kind, Unread
from zhunsheng.gongwen.read.docx_walk import RUN, Table, W, Words, walk
from zhunsheng.gongwen.read.head import above_kind
from zhunsheng.gongwen.read.line import Extract
from zhunsheng.gongwen.read.package import Package
from zhunsheng.gongwen.read.refusals import refusal
from zhunsheng.gongwen.read.tail import COPIES, PRINTED
from zhunsheng.gongwen.read.writer import TextBuilder

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KINDS: Final = {kind.value: kind for kind in Kind}
_OURS: Final = "gw-"  # our styles name their element
_FRAMED: Final = frozenset({"copies", "printed", "addressee", "organ_mark"})
_LEVELS: Final = frozenset("1234")  # of a heading
_IMPRINT_ROWS: Final = 3
_UNSEALED: Final = "signature-unsealed"
# What no reader sees or what stands for the same thing twice: taken out before anything is read.
_UNSEEN: Final = (f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{_MC}Fallback")
_HIDDEN: Final = f"{W}vanish"
_NOT_READ: Final = (
    ("w:del", f"{W}del", "修订中删除的文字 {n} 处", "{n} tracked deletions"),
    (
        "w:ins",
        f"{W}ins",
        "修订中插入的文字 {n} 处（按已接受读取）",
        "{n} tracked insertions (read)",
    ),
    ("w:numPr", f"{W}numPr", "自动编号 {n} 处，编号本身未读取", "{n} automatic numbers"),
    ("w:txbxContent", f"{W}txbxContent", "文本框 {n} 个", "{n} text boxes"),
    ("w:drawing", f"{W}drawing", "图片或图形 {n} 个", "{n} pictures or drawings"),
    ("w:vanish", f"{W}vanish", "隐藏文字 {n} 处", "{n} stretches of hidden text"),
    ("w:footnoteReference", f"{W}footnoteReference", "脚注 {n} 条", "{n} footnotes"),
    ("w:commentReference", f"{W}commentReference", "批注 {n} 条", "{n} comments"),
)
_COUNTED: Final = tuple(tag for _, tag, _, _ in _NOT_READ)


def extract(data: bytes, source: str) -> Extract:
    """The text of the body. What Word shows but is not read here is named as unread."""
    package = Package(data, source)
    if "word/document.xml" not in package.names:
        raise refusal("not_a_document", source, what="其他 Office 文件", what_en="another file")
    root: Any = package.xml("word/document.xml")
    body = root.find(f"{W}body")
    unread = tuple(_unread(_cleared(root)))
    out, styles = TextBuilder(), set[str]()
    for item in walk(body) if body is not None else ():
        if isinstance(item, Table):
            _table(item, out, styles)
        else:
            _paragraph(item, out, styles)
    sealed = _UNSEALED not in styles
    mark = _mark(package) if styles - {""} else ""
    return Extract(out.text, tuple(out.lines), unread, mark, sealed, _form(styles))


def _form(styles: set[str]) -> Form | None:
    """The form that the style of the red head names."""
    named = (form for form in Form if f"organ_mark-{form.value}" in styles)
    return next(named, Form.DOCUMENT if "organ_mark" in styles else None)


def _cleared(root: Any) -> Counter[str]:
    """How often each thing that is not read occurs; what is not seen is taken out of the tree.

    One pass in C: asking each run of the text whether it is hidden would cost a third.
    """
    found: Counter[str] = Counter()
    out: list[Any] = []
    for node in root.iter(*_COUNTED, *_UNSEEN):
        found[node.tag] += 1
        if node.tag == _HIDDEN:
            run = node.getparent().getparent()
            if run is not None and run.tag == RUN:
                out.append(run)
        elif node.tag in _UNSEEN:
            out.append(node)
    for node in out:
        if node.getparent() is not None:
            node.getparent().remove(node)
    return found


def _table(table: Table, out: TextBuilder, styles: set[str]) -> None:
    paragraphs = table.paragraphs()
    if paragraphs and _element(paragraphs[0]).partition("-")[0] in _FRAMED:
        for words in paragraphs:  # the imprint is a table only for its lines
            _paragraph(words, out, styles)
        return
    rows, joined = on_grid(table.cells())
    if _is_imprint(rows) and not any(styles):  # ours frames it by its style
        for row in rows:
            out.paragraph(" ".join(filter(None, row)))
    else:
        out.table(rows, joined)


def _is_imprint(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table only frames the imprint: 抄送 copies, and a date of 印发 printing."""
    if not 0 < len(rows) <= _IMPRINT_ROWS:
        return False
    last = "".join(rows[-1])
    return bool(COPIES.match(last) or PRINTED.search(last))


def _paragraph(paragraph: Words, out: TextBuilder, styles: set[str]) -> None:
    """Add the paragraph; `styles` gathers the elements that styles of ours name."""
    words = paragraph[1] if len(paragraph) == 2 else "".join(paragraph[1:])
    element = _element(paragraph)
    styles.add(element)
    kind, level = _kind(element)
    if kind is Kind.NUMBER:
        _number_and_signers(words, out, letter=element == "number-letter")
    elif kind or "\n" not in words:
        out.paragraph(words, kind=kind, level=level)
    else:
        for line in words.split("\n"):
            out.paragraph(line)


def _element(paragraph: Words) -> str:
    """The element our own style names, else an empty text."""
    style = paragraph[0]
    return style.removeprefix(_OURS) if style.startswith(_OURS) else ""


@lru_cache(maxsize=128)
def _kind(element: str) -> tuple[Kind | None, int]:
    """What an element of ours is, and the level of a heading."""
    name, _, sort = element.partition("-")
    return _KINDS.get(name), int(sort) if sort in _LEVELS else 0


def _number_and_signers(words: str, out: TextBuilder, *, letter: bool) -> None:
    number, tab, signer = words.partition("\t")
    if letter:  # 10.1: the first of the marks at the left, the number at the right
        out.paragraph(number, kind=above_kind(number.strip()))
        out.paragraph(signer, kind=Kind.NUMBER)
        return
    out.paragraph(number, kind=Kind.NUMBER)
    if tab:
        out.paragraph(signer, kind=Kind.SIGNER)


def _unread(found: Counter[str]) -> Iterator[Unread]:
    for where, tag, zh, en in _NOT_READ:
        if count := found[tag]:
            yield Unread(
                where,
                zh=f"{zh.format(n=count)}，没有作为正文检查；请核对。",
                en=f"{en.format(n=count)} not checked as body text; look at them yourself.",
            )


def _mark(package: Package) -> str:
    """The mark that a header of ours prints on every page."""
    for name in package.names:
        header = name.startswith("word/header") and name.endswith(".xml")
        if header and package.holds(name, b'"gw-mark"'):
            root: Any = package.xml(name)
            for words in walk(root):
                if not isinstance(words, Table) and _element(words) == "mark":
                    return "".join(words[1:])
    return ""
