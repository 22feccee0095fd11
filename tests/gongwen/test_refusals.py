"""A file that cannot be read is refused by name, in both languages, with what to do."""

from __future__ import annotations

import ctypes
import io
import zipfile
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.gongwen.sample import REPORT
from zhunsheng.gongwen import write
from zhunsheng.gongwen.errors import ReadError, WriteError
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.gongwen.read import converted, read
from zhunsheng.gongwen.read.refusals import REFUSALS

DOCX = write.docx(REPORT)
PDF = write.pdf(REPORT)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def with_document(change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/document.xml" else data)
    return out.getvalue()


def duplicated() -> bytes:
    out = io.BytesIO(DOCX)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("word/document.xml", b"<w/>")
    return out.getvalue()


def flagged_as_encrypted() -> bytes:
    """The .docx with the bit set that says a member needs a password."""
    data = bytearray(DOCX)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def blank_pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF whose trailer names a standard security handler that no empty password opens."""
    head = PDF.rindex(b"trailer") if b"trailer" in PDF else -1
    if head >= 0:
        cut = PDF.index(b"<<", head) + 2
        key = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32
        return PDF[:cut] + key + b">>>" + PDF[cut:]
    raise AssertionError("the PDF has no plain trailer")


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "only blanks": ("empty", lambda: b" \r\n\t\n"),
    "invisible text": ("no_text", "\u3000\n\u3000".encode),
    "empty page": ("no_text", lambda: b"<html><body><script>x</script></body></html>"),
    "old Word": ("old_word", lambda: OLE + b"WordDocument" * 50),
    "old spreadsheet": ("not_a_document", lambda: OLE + "Workbook".encode("utf-16-le")),
    "slides": ("not_a_document", lambda: OLE + "PowerPoint Document".encode("utf-16-le")),
    "WPS": ("old_word", lambda: OLE + "WpsDocument".encode("utf-16-le") * 50),
    "rich text": ("old_word", lambda: b"{\\rtf1\\ansi 2024}"),
    "Word with a password": (
        "encrypted_office",
        lambda: OLE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le"),
    ),
    "member with a password": ("encrypted_office", flagged_as_encrypted),
    "OFD": ("ofd", lambda: zipped(**{"OFD.xml": b"<OFD/>"})),
    "spreadsheet named .docx": ("not_a_document", lambda: zipped(xl__workbook=b"<x/>")),
    "archive": ("not_a_document", lambda: zipped(readme=b"x")),
    "picture": ("not_a_document", lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 64),
    "program": ("not_a_document", lambda: b"MZ\x90\x00\x03\x00" + b"\x00" * 64),
    "no encoding": ("undecodable", lambda: "报告".encode() + b"\xff\xff\x80"),
    "Big5": (
        "doubtful_encoding",
        lambda: "本局全年公開政府資訊，並辦理議員建議與陳情案件".encode("big5"),
    ),
    "truncated Word": ("zip_damaged", lambda: DOCX[: len(DOCX) // 2]),
    "bomb": ("zip_unsafe", lambda: zipped(word__document=b" " * (200 << 20))),
    "two of one name": ("zip_unsafe", duplicated),
    "path out": ("zip_unsafe", lambda: zipped(**{"word/x": b"", "../../etc/x": b"x"})),
    "too many members": (
        "zip_unsafe",
        lambda: zipped(**{"word/x": b""}, **{f"m{at}": b"" for at in range(2001)}),
    ),
    "DOCTYPE": (
        "xml_doctype",
        lambda: with_document(lambda data: b'<!DOCTYPE w [<!ENTITY a "b">]>' + data),
    ),
    "XML cut short": ("xml_damaged", lambda: with_document(lambda data: data[:-40])),
    "scanned": ("pdf_scanned", blank_pdf),
    "truncated PDF": ("pdf_damaged", lambda: PDF[:200]),
    "PDF with a password": ("pdf_encrypted", encrypted_pdf),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_by_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converted, "office", lambda: "")  # test_old_word.py has what there is
    code, make = CASES[name]
    with pytest.raises(ReadError) as refused:
        read("年度报告.docx", make())
    error = refused.value
    assert error.code == code
    assert error.source == "年度报告.docx"
    assert "年度报告.docx" in error.zh and "年度报告.docx" in error.en
    assert "{" not in error.zh + error.en
    assert "请" in error.zh, "says what to do"


def test_every_refusal_is_tried_here_or_elsewhere() -> None:
    elsewhere = {"too_large", "too_many_pages", "not_converted"}
    assert set(REFUSALS) - {code for code, _ in CASES.values()} == elsewhere


def test_size_and_pages_have_limits() -> None:
    with pytest.raises(ReadError, match="too_large"):
        read("大文件.txt", b"a" * ((50 << 20) + 1))
    document = pypdfium2.PdfDocument.new()
    for _ in range(501):
        document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(ReadError, match="too_many_pages"):
        read("长文件.pdf", out.getvalue())


@pytest.mark.parametrize("wrong", ["报告.pdf", "报告.txt", "报告.doc", "报告"])
def test_content_decides_not_the_name(wrong: str) -> None:
    assert read(wrong, DOCX).document.number == REPORT.number


def test_a_character_without_a_glyph_is_named_not_printed_as_a_box() -> None:
    body = (Block(Kind.PARAGRAPH, (Run("新兴行业😀企业。"),)),)
    document = OfficialDocument("", "", (), "关于情况的报告", "市政府", body)
    with pytest.raises(WriteError) as refused:
        write.pdf(document)
    assert refused.value.code == "missing_glyph"
    assert "😀" in refused.value.zh and "U+1F600" in refused.value.en


def test_a_password_is_what_the_pdf_engine_sees() -> None:
    """The encrypted case above must fail for its password, not for a fault of its making."""
    data = encrypted_pdf()
    buffer = ctypes.create_string_buffer(data, len(data))
    assert not pdfium.FPDF_LoadMemDocument(buffer, len(data), None)
    assert pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
