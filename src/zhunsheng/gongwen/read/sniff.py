"""Which format a file has, by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from zhunsheng.gongwen.read.refusals import refusal

LARGEST: Final = 50  # MB


class Format(StrEnum):
    """What can be read."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TEXT = "txt"
    OLD_WORD = "doc"


_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("EncryptedPackage", "encrypted_office", {}),
    ("Workbook", "not_a_document", {"what": "电子表格", "what_en": "a spreadsheet"}),
    ("PowerPoint Document", "not_a_document", {"what": "演示文稿", "what_en": "slides"}),
)
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_HTML: Final = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def sniff(name: str, data: bytes) -> Format:
    """The format. Errors: ReadError for what is empty, too large, or of another kind."""
    if not data.strip(b"\x00 \t\r\n"):
        raise refusal("empty", name)
    if len(data) > LARGEST << 20:
        raise refusal("too_large", name, limit=LARGEST, size=len(data) >> 20)
    if data.startswith(_OLE):
        return _compound(name, data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(name, data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"{\\rtf"):
        return Format.OLD_WORD
    if data.startswith(_PICTURES):
        raise refusal("not_a_document", name, what="图片", what_en="a picture")
    if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal("not_a_document", name, what="二进制文件", what_en="a binary file")
    return Format.TEXT


def _compound(name: str, data: bytes) -> Format:
    """An OLE file tells what it is by the names of its streams, which are UTF-16."""
    for stream, code, said in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise refusal(code, name, **said)
    return Format.OLD_WORD


def _zipped(name: str, data: bytes) -> Format:
    if b"OFD.xml" in data:
        raise refusal("ofd", name)
    if b"word/" in data:
        return Format.DOCX
    if b"xl/" in data:
        raise refusal("not_a_document", name, what="电子表格", what_en="a spreadsheet")
    if data.startswith(b"PK\x05\x06"):
        raise refusal("empty", name)
    if b"PK\x05\x06" not in data[-65558:]:
        raise refusal("zip_damaged", name)
    raise refusal("not_a_document", name, what="压缩包", what_en="an archive")
