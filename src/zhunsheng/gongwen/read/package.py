"""An Office package opened with limits: nothing is unpacked before it is known to be safe."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final

from lxml import etree

from zhunsheng.gongwen.read.refusals import refusal

MOST_MEMBERS: Final = 2_000
LARGEST_UNPACKED: Final = 500 << 20  # bytes
HIGHEST_RATIO: Final = 100
_SMALL: Final = 1 << 20  # bytes; below it a high ratio is only repetition
_DOCTYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_ENCRYPTED: Final = 0x1
_SYMLINK: Final = 0o120000


class Package:
    """The parts of a .docx by name. Errors: ReadError `zip_damaged`, `zip_unsafe`, `xml_…`."""

    def __init__(self, data: bytes, source: str) -> None:
        self._source = source
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise refusal("zip_damaged", source) from error
        self._check()
        self.names = tuple(self._zip.namelist())

    def _check(self) -> None:
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        names = [member.filename for member in members]
        if len(members) > MOST_MEMBERS:
            self._unsafe(f"{len(members)} 个成员", f"{len(members)} members")
        if unpacked > LARGEST_UNPACKED:
            self._unsafe("解开后超过 500 MB", "more than 500 MB unpacked")
        if len(set(names)) != len(names):
            self._unsafe("有重名成员", "two members of one name")
        for member in members:
            self._check_member(member)

    def _check_member(self, member: zipfile.ZipInfo) -> None:
        name = member.filename
        ratio = member.file_size / max(member.compress_size, 1)
        if ratio > HIGHEST_RATIO and member.file_size > _SMALL:
            self._unsafe(f"{name} 的压缩比过高", f"{name} is compressed too highly")
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name:
            self._unsafe(f"路径越界：{name}", f"a path that leaves the package: {name}")
        if member.flag_bits & _ENCRYPTED:
            raise refusal("encrypted_office", self._source)
        if (member.external_attr >> 16) & 0o170000 == _SYMLINK:
            self._unsafe(f"含符号链接：{name}", f"a symbolic link: {name}")

    def _unsafe(self, why: str, why_en: str) -> None:
        raise refusal("zip_unsafe", self._source, why=why, why_en=why_en)

    def holds(self, name: str, words: bytes) -> bool:
        """Whether a part holds these bytes: cheaper than to parse it in vain."""
        return words in self._bytes(name)

    def xml(self, name: str) -> etree._Element:
        """The root of a part. A DOCTYPE in it is refused before it is parsed."""
        data = self._bytes(name)
        # UTF-16 would hide a DOCTYPE from the search; Office writes UTF-8 only.
        declares = b"<!" in data and _DOCTYPE.search(data)
        if declares or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise refusal("xml_doctype", self._source, part=name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, collect_ids=False
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise refusal("xml_damaged", self._source, part=name) from error

    def _bytes(self, name: str) -> bytes:
        """A member, read only so far as its header says: a header may lie."""
        try:
            with self._zip.open(name) as member:
                data = member.read(self._zip.getinfo(name).file_size + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise refusal("zip_damaged", self._source) from error
        return data
