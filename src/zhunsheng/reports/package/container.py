"""The one layout in bytes a package can have: a ZIP, nothing compressed, no times, no extras.

What can be written in one way only has no byte that means nothing: each change is found.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _UTF8, _STORED, _TIME, _DATE = 20, 0x0800, 0, 0, 0x21  # 1 January 1980, midnight


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the file and the member it belongs to; none for the directory at its end."""

    start: int
    end: int
    member: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Members in their order, those whose check sum is wrong, and what follows the last one."""

    members: dict[str, bytes]
    damaged: frozenset[str]
    stopped_at: int


def pack(members: Mapping[str, bytes]) -> bytes:
    """The file that holds these members, in this order."""
    parts, directory, at = [], [], 0
    for name, data in members.items():
        label = name.encode()
        head = (_UTF8, _STORED, _TIME, _DATE, zlib.crc32(data), len(data), len(data), len(label), 0)
        parts += [_LOCAL.pack(_LOCAL_MARK, _VERSION, *head), label, data]
        central = _CENTRAL.pack(_CENTRAL_MARK, _VERSION, _VERSION, *head, 0, 0, 0, 0, at)
        directory.append(central + label)
        at += _LOCAL.size + len(label) + len(data)
    listed = b"".join(directory)
    end = _END.pack(_END_MARK, 0, 0, len(members), len(members), len(listed), at, 0)
    return b"".join([*parts, listed, end])


def regions(members: Mapping[str, bytes]) -> tuple[Region, ...]:
    """Which bytes of the packed file belong to which member; the directory comes last."""
    found, at = [], 0
    for name, data in members.items():
        end = at + _LOCAL.size + len(name.encode()) + len(data)
        found.append(Region(at, end, name))
        at = end
    return (*found, Region(at, len(pack(members)), ""))


def unpack(data: bytes) -> Unpacked:
    """The members as far as they can be walked; never fails."""
    members: dict[str, bytes] = {}
    damaged, at = set(), 0
    while (step := _member(data, at)) is not None:
        name, content, check, end = step
        if name in members:
            break
        members[name] = content
        if zlib.crc32(content) != check:
            damaged.add(name)
        at = end
    return Unpacked(members, frozenset(damaged), at)


def _member(data: bytes, at: int) -> tuple[str, bytes, int, int] | None:
    if len(data) - at < _LOCAL.size or data[at : at + 4] != _LOCAL_MARK:
        return None
    *_, check, size, _, name_size, extra = _LOCAL.unpack_from(data, at)
    begin = at + _LOCAL.size + name_size + extra
    if begin + size > len(data):
        return None
    name = data[at + _LOCAL.size : at + _LOCAL.size + name_size].decode("utf-8", "replace")
    return name, data[begin : begin + size], check, begin + size
