"""What cannot be laid out is refused by name, in both languages; what can is handled."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gongwen.sample import REPORT, block
from zhunsheng.gongwen import write
from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Annex, Block, Joined, Kind, OfficialDocument, Run
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.write import glyphs

WIDE = Block(Kind.TABLE, rows=(tuple(f"栏{at}" for at in range(21)),))
BAD: dict[str, tuple[str, OfficialDocument]] = {
    "title": ("title_too_long", replace(REPORT, title="规范性文件清理" * 20)),
    "title of an attachment": (
        "title_too_long",
        replace(REPORT, annexes=(Annex("规范性文件清理" * 20),)),
    ),
    "table": ("table_too_wide", replace(REPORT, body=(WIDE,))),
    "table in an attachment": ("table_too_wide", replace(REPORT, annexes=(Annex("表", (WIDE,)),))),
    **{
        f"cells that {name}": (
            "cells_joined_wrongly",
            replace(REPORT, body=(Block(Kind.TABLE, rows=rows, joined=joined),)),
        )
        for name, rows, joined in (
            ("hold words", (("甲", "乙"), ("丙", "丁")), (Joined(0, 0, 2, 1),)),
            ("leave the table", (("甲", "乙"), ("", "丁")), (Joined(0, 0, 3, 1),)),
            (
                "overlap",
                (("甲", "", "乙"), ("", "", "丁")),
                (Joined(0, 0, 2, 1), Joined(0, 0, 1, 2)),
            ),
        )
    },
    "mark": ("mark_too_long", replace(REPORT, organ_mark="澜川市科学技术局办公室" * 3)),
    "copies": ("imprint_too_long", replace(REPORT, copies=("市第一协调领导小组办公室",) * 80)),
    "half a pair": ("unprintable_character", replace(REPORT, number="澜科\ud800号")),
    "no character": ("unprintable_character", replace(REPORT, signature="局\uffff")),
    "turned text": (
        "unprintable_character",
        replace(REPORT, body=(block("共\u202e21\u202c件。"),)),
    ),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("writer", [write.pdf, write.docx])
def test_it_is_refused_by_name(name: str, writer: object) -> None:
    code, document = BAD[name]
    with pytest.raises(WriteError) as refused:
        writer(document)  # type: ignore[operator]
    assert refused.value.code == code
    assert "请" in refused.value.zh and "retry" in refused.value.en


def test_a_page_refuses_characters_that_hide_others() -> None:
    with pytest.raises(WriteError, match="unprintable_character"):
        write.html(BAD["turned text"][1])


def test_a_missing_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs.characters.cache_clear()
    monkeypatch.setattr(glyphs, "FONTS", tmp_path)
    with pytest.raises(WriteError) as refused:
        write.pdf(REPORT)
    assert refused.value.code == "font_missing" and ".otf" in refused.value.zh
    assert write.docx(REPORT), "Word names its fonts and needs none"
    glyphs.characters.cache_clear()


def test_control_characters_become_spaces_in_every_format() -> None:
    document = replace(REPORT, body=(Block(Kind.PARAGRAPH, (Run("办结\x0012\x85件\u2028。"),)),))
    for name, data in {
        "a.docx": write.docx(document),
        "a.html": write.html(document).encode(),
        "a.pdf": write.pdf(document),
    }.items():
        assert read(name, data).document.body[0].text.split() == ["办结", "12", "件", "。"]


def huge_picture() -> bytes:
    """A PNG that says it has 10,000 × 10,000 pixels; unpacked it would take 300 MB."""
    head = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 1000)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def test_a_picture_of_100_megapixels_is_never_unpacked_and_named_as_unread() -> None:
    out = io.BytesIO()
    drawing = b"<w:p><w:r><w:drawing/></w:r></w:p>"
    with zipfile.ZipFile(io.BytesIO(write.docx(REPORT))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<w:body>", b"<w:body>" + drawing))
        new.writestr("word/media/image1.png", huge_picture())
    reading = read("报告.docx", out.getvalue())
    assert reading.document.number == REPORT.number
    assert [each.where for each in reading.unread] == ["w:drawing"]


def _zeros(count: int) -> bytes:
    """So many bytes of nothing, packed a piece at a time."""
    packer, piece = zlib.compressobj(1), bytes(1_000_000)
    pieces = (packer.compress(piece) for _ in range(count // len(piece)))
    return b"".join(pieces) + packer.flush()


def test_a_page_with_a_picture_of_100_megapixels_is_read_without_unpacking_it() -> None:
    """Unpacked the picture would take 100 MB: what the process holds hardly grows."""
    picture = _zeros(100_000_000)
    words = b"BT /F 16 Tf 80 600 Td (No. 12 of 2024) Tj ET q 400 0 0 400 80 100 cm /I Do Q"
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Image/Width 10000/Height 10000/BitsPerComponent 8/ColorSpace"
        b"/DeviceGray/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (len(picture), picture),
    )
    made = b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (at, part) for at, part in enumerate(parts, start=1)
    )
    made += b"trailer<</Root 1 0 R/Size 7>>\n%%EOF"
    code = (
        "import resource, sys; from zhunsheng.gongwen.read import read;"
        "data = sys.stdin.buffer.read(); before = resource.getrusage(0).ru_maxrss;"
        "print(read('a.pdf', data).blocks[0].text);"
        "print((resource.getrusage(0).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=made, capture_output=True, check=True)
    text, grown = done.stdout.decode().splitlines()
    assert text == "No. 12 of 2024" and int(grown) < 50
