"""Word .docx: its paragraphs and tables in order, straight from the XML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from zhunsheng.gongwen.model import Form, Kind, Unread
from zhunsheng.gongwen.read.head import above_kind
from zhunsheng.gongwen.read.line import Extract
from zhunsheng.gongwen.read.package import Package
from zhunsheng.gongwen.read.refusals import refusal
from zhunsheng.gongwen.read.tail import COPIES, PRINTED
from zhunsheng.gongwen.read.writer import TextBuilder

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PROPERTIES: Final = f"{_W}pPr"
_STYLE: Final = f"{_W}pStyle"
_TEXT: Final = f"{_W}t"
_VAL: Final = f"{_W}val"
_KINDS: Final = frozenset(kind.value for kind in Kind)
_OURS: Final = "gw-"  # our styles name their element
_FRAMED: Final = frozenset({"copies", "printed", "addressee", "organ_mark"})
_IMPRINT_ROWS: Final = 3
_UNSEALED: Final = "signature-unsealed"
# What no reader sees or what stands for the same thing twice.
_SKIPPED: Final = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        _PROPERTIES,
        f"{_W}rPr",
        f"{_W}tblPr",
        f"{_W}sectPr",
        f"{_MC}Fallback",
    }
    | {f"{_W}txbxContent", f"{_W}instrText", f"{_W}delText"}
)
_BREAKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOT_READ: Final = (
    ("w:del", f"{_W}del", "修订中删除的文字 {n} 处", "{n} tracked deletions"),
    (
        "w:ins",
        f"{_W}ins",
        "修订中插入的文字 {n} 处（按已接受读取）",
        "{n} tracked insertions (read)",
    ),
    ("w:numPr", f"{_W}numPr", "自动编号 {n} 处，编号本身未读取", "{n} automatic numbers"),
    ("w:txbxContent", f"{_W}txbxContent", "文本框 {n} 个", "{n} text boxes"),
    ("w:drawing", f"{_W}drawing", "图片或图形 {n} 个", "{n} pictures or drawings"),
    ("w:vanish", f"{_W}vanish", "隐藏文字 {n} 处", "{n} stretches of hidden text"),
    ("w:footnoteReference", f"{_W}footnoteReference", "脚注 {n} 条", "{n} footnotes"),
    ("w:commentReference", f"{_W}commentReference", "批注 {n} 条", "{n} comments"),
)


def extract(data: bytes, source: str) -> Extract:
    """The text of the body. What Word shows but is not read here is named as unread."""
    package = Package(data, source)
    if "word/document.xml" not in package.names:
        raise refusal("not_a_document", source, what="其他 Office 文件", what_en="another file")
    root: Any = package.xml("word/document.xml")
    body = root.find(f"{_W}body")
    unread = tuple(_unread(root))
    _drop_hidden(root)
    out = TextBuilder()
    if body is not None:
        for node in body:
            _block(node, out)
    styles = {style.get(_VAL) for style in root.iter(_STYLE)}
    sealed = _OURS + _UNSEALED not in styles
    form = next((form for form in Form if f"{_OURS}organ_mark-{form.value}" in styles), None)
    if form is None and f"{_OURS}organ_mark" in styles:
        form = Form.DOCUMENT
    return Extract(out.text, tuple(out.lines), unread, _mark(package), sealed, form)


def _drop_hidden(root: Any) -> None:
    """Take hidden runs out of the tree: asking each run whether it is hidden costs a third."""
    for mark in list(root.iter(f"{_W}vanish")):
        run = mark.getparent().getparent()
        if run is not None and run.tag == f"{_W}r":
            run.getparent().remove(run)


def _block(node: Any, out: TextBuilder) -> None:
    if node.tag == f"{_W}p":
        _paragraph(node, out)
    elif node.tag == f"{_W}tbl":
        styles = {_style(paragraph).partition("-")[0] for paragraph in node.iter(f"{_W}p")}
        if styles & _FRAMED:  # the imprint is a table only for its lines
            for paragraph in node.iter(f"{_W}p"):
                _paragraph(paragraph, out)
        elif _is_imprint(rows := _rows(node)):
            for row in rows:
                out.paragraph(" ".join(filter(None, row)))
        else:
            out.table(rows)
    elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
        for child in node:
            _block(child, out)


def _is_imprint(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table only frames the imprint: 抄送 copies, and a date of 印发 printing."""
    if not 0 < len(rows) <= _IMPRINT_ROWS:
        return False
    last = "".join(rows[-1])
    return bool(COPIES.match(last) or PRINTED.search(last))


def _paragraph(node: Any, out: TextBuilder) -> None:
    words = "".join(_words(node))
    name = _style(node).partition("-")
    if name[0] == "number":
        _number_and_signers(words, out, letter=name[2] == "letter")
        return
    if name[0] not in _KINDS:
        for line in words.split("\n"):
            out.paragraph(line)
        return
    level = int(name[2]) if name[2] in {"1", "2", "3", "4"} else 0
    out.paragraph(words, kind=Kind(name[0]), level=level)


def _number_and_signers(words: str, out: TextBuilder, *, letter: bool) -> None:
    number, tab, signer = words.partition("\t")
    if letter:  # 10.1: the first of the marks at the left, the number at the right
        out.paragraph(number, kind=above_kind(number.strip()))
        out.paragraph(signer, kind=Kind.NUMBER)
        return
    out.paragraph(number, kind=Kind.NUMBER)
    if tab:
        out.paragraph(signer, kind=Kind.SIGNER)


def _style(paragraph: Any) -> str:
    """The element our own style names, else an empty text."""
    properties = paragraph[0] if len(paragraph) else None
    if properties is None or properties.tag != _PROPERTIES or not len(properties):
        return ""
    style = properties[0] if properties[0].tag == _STYLE else properties.find(_STYLE)
    name = style.get(_VAL, "") if style is not None else ""
    return name.removeprefix(_OURS) if name.startswith(_OURS) else ""


def _words(node: Any) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag == _TEXT:
            yield child.text or ""
        elif tag in _BREAKS:
            yield _BREAKS[tag]
        elif tag not in _SKIPPED:
            yield from _words(child)


def words_of(node: Any) -> str:
    """The words of a run or paragraph as the reader reads them."""
    return "".join(_words(node))


def _rows(table: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            " ".join(filter(None, ("".join(_words(p)).strip() for p in cell.iter(f"{_W}p"))))
            for cell in row.findall(f"{_W}tc")
        )
        for row in table.findall(f"{_W}tr")
    )


def _unread(root: Any) -> Iterator[Unread]:
    for where, tag, zh, en in _NOT_READ:
        count = sum(1 for _ in root.iter(tag))
        if count:
            yield Unread(
                where,
                zh=f"{zh.format(n=count)}，没有作为正文检查；请核对。",
                en=f"{en.format(n=count)} not checked as body text; look at them yourself.",
            )


def _mark(package: Package) -> str:
    """The mark that a header of ours prints on every page."""
    for name in package.names:
        if name.startswith("word/header") and name.endswith(".xml"):
            root: Any = package.xml(name)
            for paragraph in root.iter(f"{_W}p"):
                if _style(paragraph) == "mark":
                    return "".join(_words(paragraph))
    return ""
