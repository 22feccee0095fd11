"""The picture of a seal: a PNG of bounded size, one for each organ that signs."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.write.elements import signatures

LARGEST_BYTES: Final = 1 << 20
LARGEST_SIDE: Final = 2_000  # points: 42 mm at 1,200 points an inch
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_SMALLEST_MM, _LARGEST_MM = 20, 50


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal's impression as PNG, red on nothing or on white; its diameter on paper."""

    image: bytes
    diameter_mm: int = layout.SEAL_MM


def refuse_seals(doc: OfficialDocument, seals: tuple[Seal, ...]) -> None:
    """Nothing, if every seal has its signature and can be printed.

    Errors: WriteError `seal_without_room`, `seal_count`, `seal_unreadable`, `seal_too_large`.
    """
    if not seals:
        return
    signed = len(signatures(doc))
    if not doc.sealed or doc.form is Form.ORDER or not signed:
        raise _refused(
            "seal_without_room",
            zh="本文没有为印章留出位置（不加盖印章、命令格式或没有署名）",
            en="the document leaves no room for a seal (unsealed, an order, or unsigned)",
        )
    if len(seals) != signed:
        raise _refused(
            "seal_count",
            zh=f"署名机关有{signed}个，印章图样有{len(seals)}个，应当一一对应",
            en=f"{signed} organs sign and {len(seals)} seals are given: there is one for each",
        )
    for seal in seals:
        _refuse_picture(seal)


def _refuse_picture(seal: Seal) -> None:
    if not _SMALLEST_MM <= seal.diameter_mm <= _LARGEST_MM:
        raise _refused(
            "seal_too_large",
            zh=f"印章直径{seal.diameter_mm}毫米，应在{_SMALLEST_MM}至{_LARGEST_MM}毫米之间",
            en=f"the seal is {seal.diameter_mm} mm wide; {_SMALLEST_MM} to {_LARGEST_MM} is usual",
        )
    if len(seal.image) > LARGEST_BYTES:
        raise _too_large(f"{len(seal.image) >> 20} MB", "1 MB")
    if not seal.image.startswith(_SIGNATURE) or seal.image[12:16] != b"IHDR":
        raise _unreadable("不是PNG图片", "it is no PNG")
    width, height, depth, colour = struct.unpack(">IIBB", seal.image[16:26])
    # Judged by its head alone: a picture of 100 million points is never unpacked.
    if max(width, height) > LARGEST_SIDE:
        raise _too_large(f"{width}×{height}", f"{LARGEST_SIDE}×{LARGEST_SIDE}")
    if not width or colour not in _CHANNELS or abs(width - height) > max(width, height) // 10:
        raise _unreadable("不是正方形图片", "it is not square")
    row = (width * _CHANNELS[colour] * depth + 7) // 8 + 1
    _refuse_damaged(seal.image, most=row * height + row)


def _refuse_damaged(image: bytes, *, most: int) -> None:
    """Nothing, if the parts are whole and unpack to no more than the head says."""
    at, data = len(_SIGNATURE), b""
    while True:
        if at + 12 > len(image):
            raise _unreadable("图片不完整", "it is cut off")
        length, kind = struct.unpack(">I4s", image[at : at + 8])
        part, check = image[at + 4 : at + 8 + length], image[at + 8 + length : at + 12 + length]
        if check != struct.pack(">I", zlib.crc32(part)):
            raise _unreadable("图片已损坏", "it is damaged")
        at += 12 + length
        if kind == b"IDAT":
            data += part[4:]
        if kind == b"IEND":
            break
    try:
        unpacker = zlib.decompressobj()
        unpacker.decompress(data, most)
    except zlib.error as error:
        raise _unreadable("图片已损坏", "it is damaged") from error
    if unpacker.unconsumed_tail:
        raise _unreadable("图片内容与声明的大小不符", "it holds more than its head says")


def _unreadable(zh: str, en: str) -> WriteError:
    return _refused("seal_unreadable", zh=f"印章图样无法使用：{zh}", en=f"the seal: {en}")


def _too_large(found: str, most: str) -> WriteError:
    return _refused(
        "seal_too_large",
        zh=f"印章图样过大（{found}，上限{most}）",
        en=f"the picture of the seal is too large ({found}; the limit is {most})",
    )


def _refused(code: str, *, zh: str, en: str) -> WriteError:
    return WriteError(
        code,
        zh=f"{zh}。请核对后提供背景透明的PNG图样，或不套印印章。",
        en=f"{en}. Check it and supply a PNG with a clear ground, or print without seals.",
    )
