"""Seals that cannot be printed and elements a form has no place for are refused by name."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from zhunsheng.gongwen import write
from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.specimen_forms import JOINT, LETTER, MINUTES, ORDER, ring
from zhunsheng.gongwen.write import Seal

ONE = replace(JOINT, joint_marks=(), joint_signatures=())


def png(width: int, height: int, data: bytes) -> bytes:
    """A PNG whose head says so many points and whose data are these."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts
    )


def refused(document: OfficialDocument, *seals: Seal) -> str:
    """The code of the refusal, which PDF and Word share and both languages explain."""
    codes = set()
    for writer in (write.pdf, write.docx):
        with pytest.raises(WriteError) as caught:
            writer(document, seals)
        codes.add(caught.value.code)
        assert len(caught.value.zh) > 20 and len(caught.value.en) > 40
    (code,) = codes
    return code


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (png(10_000, 10_000, zlib.compress(b"")), "seal_too_large"),  # 100 million points
        (ring() + bytes(1 << 20), "seal_too_large"),
        (b"GIF89a" + bytes(40), "seal_unreadable"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "seal_unreadable"),
        (ring()[:-30], "seal_unreadable"),
        (ring().replace(b"IDAT", b"IDAX"), "seal_unreadable"),
        (png(300, 100, zlib.compress(bytes(100 * 1201))), "seal_unreadable"),
        (png(10, 10, zlib.compress(bytes(50 << 20))), "seal_unreadable"),  # unpacks to 50 MB
        (png(10, 10, b"no stream"), "seal_unreadable"),
        (b"", "seal_unreadable"),
    ],
)
def test_a_picture_that_is_no_seal_is_refused(image: bytes, code: str) -> None:
    assert refused(ONE, Seal(image)) == code


def test_a_seal_as_large_as_a_plate_is_refused() -> None:
    assert refused(ONE, Seal(ring(), diameter_mm=120)) == "seal_too_large"


def test_there_is_a_seal_for_each_organ_that_signs_or_none() -> None:
    assert refused(JOINT, Seal(ring())) == "seal_count"
    assert refused(ONE, Seal(ring()), Seal(ring())) == "seal_count"
    assert refused(replace(ONE, sealed=False), Seal(ring())) == "seal_without_room"
    assert refused(ORDER, Seal(ring())) == "seal_without_room"


def test_word_carries_the_seals_behind_the_words() -> None:
    made = write.docx(JOINT, (Seal(ring()),) * 5)
    with ZipFile(BytesIO(made)) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<wp:anchor ") == 5 and body.count('behindDoc="1"') == 5
    assert body.count(f'cx="{42 * 36_000}" cy="{42 * 36_000}"') >= 5
    assert made == write.docx(JOINT, (Seal(ring()),) * 5), "the same each time"


@pytest.mark.parametrize(
    ("document", "change"),
    [
        (LETTER, {"signers": ("林知远",)}),
        (LETTER, {"printed_by": "澜川市科学技术局办公室"}),
        (LETTER, {"joint_marks": ("澜川市财政局",)}),
        (ORDER, {"title": "关于公布办法的令"}),
        (ORDER, {"addressees": "各科室"}),
        (ORDER, {"signature": "澜川市人民政府"}),
        (MINUTES, {"signer_post": "局长"}),
        (JOINT, {"present": "林知远"}),
    ],
)
def test_what_a_form_has_no_place_for_is_refused_and_never_lost(
    document: OfficialDocument, change: dict[str, Any]
) -> None:
    changed = replace(document, **change)
    assert refused(changed) == "not_in_this_form"
    with pytest.raises(WriteError):
        write.html(changed)


@pytest.mark.parametrize(
    "document",
    [
        replace(ORDER, signers=()),
        replace(ORDER, signers=("林知远", "周明")),
        replace(ORDER, signer_post=""),
        replace(LETTER, organ_mark=""),
        replace(JOINT, signature=""),
    ],
)
def test_what_a_form_cannot_do_without_is_asked_for(document: OfficialDocument) -> None:
    assert refused(document) == "missing_in_this_form"


def test_two_rows_do_not_fit_above_the_mark_of_an_order() -> None:
    assert refused(replace(ORDER, secrecy="秘密", urgency="特急")) == "no_room_above_the_mark"
    assert write.pdf(replace(ORDER, urgency="特急"))


def test_so_many_organs_that_the_first_page_shows_no_text_are_refused() -> None:
    names = tuple(f"澜川市第{at}局" for at in range(12))
    assert refused(replace(JOINT, joint_marks=names)) == "head_too_tall"


def test_a_character_no_page_can_print_is_refused_in_the_new_elements_too() -> None:
    changes: tuple[dict[str, Any], ...] = ({"present": "林\u202e知远"}, {"observers": "\ufffe"})
    for change in changes:
        assert refused(replace(MINUTES, **change)) == "unprintable_character"
    with pytest.raises(WriteError) as caught:
        write.pdf(replace(JOINT, joint_signatures=("澜川市\U0001f600局",)))
    assert caught.value.code == "missing_glyph" and "U+1F600" in caught.value.zh


def test_the_form_is_the_files_own_word_in_word_and_page() -> None:
    """A letter's words do not tell that it is one."""
    assert read("a.docx", write.docx(LETTER)).document.form is Form.LETTER
    assert read("a.html", write.html(LETTER).encode()).document.form is Form.LETTER
