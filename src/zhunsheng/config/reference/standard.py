"""`python -m zhunsheng.config.reference.standard`: docs/gb-t-9704.md, clauses with pictures."""

from __future__ import annotations

import re
import struct
import sys
import tomllib
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pypdfium2

from zhunsheng.gongwen import layout, write
from zhunsheng.gongwen.lint import rules
from zhunsheng.gongwen.specimen_forms import SPECIMENS, ring

DOCS: Final = Path(__file__).resolve().parents[4] / "docs"
PAGE: Final = DOCS / "gb-t-9704.md"
_PICTURES: Final = "gb-t-9704"
_MM: Final = 72 / 25.4
_SCALE: Final = 1.15
_WHOLE: Final = 0.85  # of a whole page
_EDGE, _AREA = b"\xb0\xb0\xb0", b"\x9c\xc3\xf0"
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)+")
_LEFT_MM, _RIGHT_MM, _WIDE_MM = 22, 190, 210
_STATUS: Final = {
    "verified": ("已核对标准或引述标准的网页", "read in the standard or a page that quotes it"),
    "memory": ("凭记忆，未核对标准原文", "from memory, not read in the standard"),
}
_HEAD: Final = """<!-- made by `make docs`; changes are lost -->

# GB/T 9704—2012《党政机关公文格式》逐条对照 / clause by clause

每条先写要求，再附本系统 PDF 的实际排版；每条都有测试在 PDF 上量得。PDF 声明为 PDF/A-2b 并带结构
标签（由 typst 写出，未另行认证）。Word 文件用同样的尺寸，指定官方字体而不嵌入；最后一面的奇偶由 PDF
推算（ADR 0090）。印章位置以红圈示意，不是印章；图样由使用单位提供（PNG）。信函首页正文止于版心下
边缘，不伸至第二条红色双线之上。整页图中灰框是纸边，蓝框是版心。“格式检查”是检查任何人的Word和PDF
文件时用的规则。

What each clause asks, and below it what our PDF shows; a test measures each in the PDF. The PDF
declares PDF/A-2b and is tagged (as typst writes it; not certified elsewhere). The Word file has the
same measures and names the official fonts without embedding them. A red ring stands where a seal
would be and is none; whoever uses the product supplies its picture as PNG. On the first page of a
letter the text ends with the type area and does not reach down to the second double line. In the
pictures of whole pages the grey frame is the paper's edge and the blue one the type area. "Lint"
names the rules by which anyone's Word file or PDF is checked.
"""


def clauses() -> list[Mapping[str, Any]]:
    """The clauses in order."""
    text = Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["clause"])


def text() -> str:
    """The page."""
    return _HEAD + "".join(_section(at, clause) for at, clause in enumerate(clauses(), start=1))


def pictures() -> dict[str, bytes]:
    """Every picture by its name, as PNG."""
    made = {name: pypdfium2.PdfDocument(_specimen(name)) for name in SPECIMENS}
    return {
        _name(at): _picture(made[clause.get("specimen", "document")], clause)
        for at, clause in enumerate(clauses(), start=1)
    }


def _specimen(name: str) -> bytes:
    document = SPECIMENS[name]
    signed = len((document.signature, *document.joint_signatures))
    return write.pdf(document, (write.Seal(ring()),) * signed if name == "joint" else ())


def _section(at: int, clause: Mapping[str, Any]) -> str:
    zh, en = _STATUS[clause["status"]]
    return (
        f"\n## {clause['number']} {clause['name']}\n\n{clause['zh']}\n\n{clause['en']}\n\n"
        f"![{clause['name']}]({_PICTURES}/{_name(at)})\n\n"
        f"依据 / source: {zh} / {en}. 测试 / tests: `{clause['test']}`. "
        f"格式检查 / lint: {_linted(clause)}\n"
    )


def _linted(clause: Mapping[str, Any]) -> str:
    """The rules by which the format lint judges the clause, if it does."""
    told = _covered(clause["number"])
    codes = [code for code, each in rules().items() if each.clause in told]
    return f"`{', '.join(codes)}`" if codes else "无 / none"


def _covered(number: str) -> set[str]:
    """The clauses a heading speaks of: 7.2.1—7.2.3 are three; 5.1、5.2 with what they hold."""
    found = _NUMBER.findall(number)
    if "—" in number:
        (stem, first), (_, last) = (each.rsplit(".", 1) for each in found)
        found = [f"{stem}.{at}" for at in range(int(first), int(last) + 1)]
    every = {each.clause for each in rules().values()}
    return {one for one in every for each in found if one == each or one.startswith(f"{each}.")}


def _name(at: int) -> str:
    return f"{at:02}.png"


def _picture(pages: Any, clause: Mapping[str, Any]) -> bytes:
    """The part of a page between two words, or the whole page, small."""
    if "from" not in clause:
        whole = pages[clause["page"] - 1].render(scale=_WHOLE, rev_byteorder=True)
        return _png(whole.width, _framed(_rows(whole)))
    page = next(p for p in _chosen(pages, clause) if _boxes(p, clause["from"]))
    top = max(box[3] for box in _boxes(page, clause["from"]))
    bottom = min(box[1] for box in _boxes(page, clause["to"]))
    above = (clause.get("above", 4)) * _MM
    below = (clause.get("below", 4)) * _MM
    crop = (
        _LEFT_MM * _MM,
        max(bottom - below, 0),
        (_WIDE_MM - _RIGHT_MM) * _MM,
        max(page.get_height() - top - above, 0),
    )
    part = page.render(scale=_SCALE, crop=crop, rev_byteorder=True)
    return _png(part.width, _rows(part))


def _chosen(pages: Any, clause: Mapping[str, Any]) -> list[Any]:
    return [pages[clause["page"] - 1]] if "page" in clause else list(pages)


def _boxes(page: Any, words: str) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each character, where the words stand last; else none."""
    text = page.get_textpage()
    found = text.search(words)
    places = list(iter(found.get_next, None))
    start, count = places[-1] if places else (0, 0)
    return [text.get_charbox(at) for at in range(start, start + count)]


def _framed(rows: list[bytearray]) -> list[bytearray]:
    """The page with its edge in grey and its type area in blue: white on white shows no margin."""
    high, wide = len(rows), len(rows[0]) // 3
    area = (
        layout.MARGIN_LEFT_MM,
        layout.MARGIN_TOP_MM,
        layout.PAGE_WIDTH_MM - layout.MARGIN_RIGHT_MM,
        layout.PAGE_HEIGHT_MM - layout.MARGIN_BOTTOM_MM,
    )
    left, top, right, bottom = (round(each * _MM * _WHOLE) for each in area)
    _rectangle(rows, (0, 0, wide - 1, high - 1), _EDGE)
    _rectangle(rows, (left, top, right, bottom), _AREA)
    return rows


def _rectangle(rows: list[bytearray], box: tuple[int, int, int, int], colour: bytes) -> None:
    left, top, right, bottom = box
    for y in (top, bottom):
        rows[y][left * 3 : (right + 1) * 3] = colour * (right + 1 - left)
    for y in range(top, bottom):
        for x in (left, right):
            rows[y][x * 3 : x * 3 + 3] = colour


def _rows(bitmap: Any) -> list[bytearray]:
    """The rows of a picture as red, green and blue of each point."""
    raw, step = bytes(bitmap.buffer), bitmap.stride
    width, channels = bitmap.width, bitmap.n_channels
    return [
        bytearray(_colours(raw[at * step : at * step + width * channels], channels))
        for at in range(bitmap.height)
    ]


def _png(width: int, rows: list[bytearray]) -> bytes:
    """The rows as PNG."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    data = b"".join(b"\x00" + row for row in rows)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def _colours(row: bytes, channels: int) -> bytes:
    """Red, green and blue of each point, without what stands beside them."""
    if channels == 3:
        return row
    return b"".join(row[at : at + 3] for at in range(0, len(row), channels))


def main() -> int:
    """Writes page and pictures; exit code."""
    folder = DOCS / _PICTURES
    folder.mkdir(exist_ok=True)
    made = pictures()
    for name, data in made.items():
        (folder / name).write_bytes(data)
    PAGE.write_text(text(), encoding="utf-8")
    print(f"写入1页{len(made)}图 / 1 page and {len(made)} pictures written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
