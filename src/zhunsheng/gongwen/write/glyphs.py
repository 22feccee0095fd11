"""Which characters the shipped fonts have, so that no page is ever printed with an empty box."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from zhunsheng.gongwen.errors import WriteError

FONTS: Final = Path(__file__).parent.parent / "fonts"
AFTER: Final = ("FandolSong-Regular", "ZhunshengRare-Regular")  # when the font of a text has none


def require(text: str, font: str, *, where_zh: str, where_en: str) -> None:
    """Nothing, if `font` or a font of `AFTER` has every character.

    Errors: WriteError `missing_glyph`, which names the character; `font_missing`.
    """
    known = characters(font)
    for character in text:
        point = ord(character)
        if point not in known and not any(point in characters(other) for other in AFTER):
            named = f"U+{point:04X}"
            raise WriteError(
                "missing_glyph",
                zh=f"{where_zh}中的“{character}”（{named}）在字体 {font} 和备用字体里"
                "都没有字形，印出来会是空框。请核对是否为误输入的符号，或改用通用规范汉字。",
                en=f"the character “{character}” ({named}) in the {where_en} has no glyph in the "
                f"font {font} or the fonts after it and would print as an empty box. Check whether "
                "it was typed by mistake, or use a standard character.",
            )


@lru_cache(maxsize=8)
def characters(font: str) -> frozenset[int]:
    """The code points a font of `FONTS` maps to a glyph. Errors: WriteError `font_missing`."""
    path = FONTS / f"{font}.otf"
    if not path.exists():
        raise WriteError(
            "font_missing",
            zh=f"字体文件 {path.name} 不在 {path.parent} 目录中，没有它就不能排出版式合规的 PDF。"
            "请重新安装本系统，或从安装包中补回该文件。",
            en=f"the font file {path.name} is not in {path.parent}; without it no PDF can be set "
            "as the standard asks. Install the product again, or put the file back.",
        )
    with path.open("rb") as file:
        tables = struct.unpack(">4xH6x", file.read(12))[0]
        records = [struct.unpack(">4s4xII", file.read(16)) for _ in range(tables)]
        offset, length = next((at, size) for tag, at, size in records if tag == b"cmap")
        file.seek(offset)
        cmap = file.read(length)
    found: set[int] = set()
    for at in _subtables(cmap):
        kind = struct.unpack_from(">H", cmap, at)[0]
        if kind == 4:
            found.update(_format4(cmap, at))
        elif kind == 12:
            found.update(_format12(cmap, at))
    return frozenset(found)


def _subtables(cmap: bytes) -> Iterable[int]:
    count = struct.unpack_from(">H", cmap, 2)[0]
    for index in range(count):
        platform, encoding, at = struct.unpack_from(">HHI", cmap, 4 + 8 * index)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            yield at


def _format4(cmap: bytes, at: int) -> Iterable[int]:
    """Code points of segments; a segment that maps through an array may hold gaps of glyph 0."""
    count = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", cmap, at + 14 + shift)
        for shift in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2)
    )
    for index in range(count):
        for point in range(starts[index], ends[index] + 1):
            glyph = point + deltas[index]
            if offsets[index]:
                place = at + 16 + 6 * count + 2 * index + offsets[index]
                place += 2 * (point - starts[index])
                glyph = struct.unpack_from(">H", cmap, place)[0] if place + 2 <= len(cmap) else 0
            if glyph & 0xFFFF and point != 0xFFFF:
                yield point


def _format12(cmap: bytes, at: int) -> Iterable[int]:
    for index in range(struct.unpack_from(">I", cmap, at + 12)[0]):
        first, last, _ = struct.unpack_from(">III", cmap, at + 16 + 12 * index)
        yield from range(first, last + 1)
