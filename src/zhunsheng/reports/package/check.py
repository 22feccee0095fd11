"""Verifying a package by itself: what it is, who signed it, and every place that is not as it was.

Neither Django nor the ledgers nor the network is needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zhunsheng.reports.package.container import Unpacked, pack, regions, unpack
from zhunsheng.reports.package.manifest import (
    MANIFEST,
    SEALED,
    SIGNATURE,
    Signature,
    differs,
    edition_digest,
    read_manifest,
    read_signature,
)
from zhunsheng.reports.package.signer import CONTEXT, VERIFIERS, Verifier, fingerprint

#: What a fault is called that lies in no document but in the list at the file's end.
DIRECTORY = "目录区"  # the directory


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that is not as it was signed; `where` is a document of the package."""

    where: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The result. `key` is the fingerprint of whoever signed; it proves nothing unless known."""

    faults: tuple[Fault, ...]
    edition: Mapping[str, object] = field(default_factory=dict)
    files: int = 0
    algorithm: str = ""
    key: str = ""

    @property
    def holds(self) -> bool:
        return not self.faults


def check(data: bytes, *, key: str = "", verifiers: Mapping[str, Verifier] = VERIFIERS) -> Checked:
    """Everything verified. `key` is the fingerprint expected; empty accepts any key."""
    found = unpack(data)
    manifest = read_manifest(found.members.get(MANIFEST, b""))
    signature = read_signature(found.members.get(SIGNATURE, b""))
    faults = _signed(found, signature, verifiers) if manifest else [_unreadable()]
    listed = manifest["files"] if manifest else []
    faults += _documents(found, listed)
    faults += _sealed(found, manifest["edition"] if manifest else {}) if not faults else []
    faults += _layout(found, data) if not faults else []
    signer = _fingerprint(signature)
    if key and signer != key:
        faults.append(
            Fault(
                SIGNATURE,
                f"签名密钥{signer or '（无）'}不是指定的{key}",
                f"signed by {signer or 'nobody'}, not by the key asked for, {key}",
            )
        )
    return Checked(
        faults=tuple(faults),
        edition=manifest["edition"] if manifest else {},
        files=len(listed),
        algorithm=signature.algorithm if signature else "",
        key=signer,
    )


def _unreadable() -> Fault:
    return Fault(
        MANIFEST,
        "文件清单读不出来：不是报告数据包，或者清单被改动",
        "the manifest cannot be read: no package, or the manifest was changed",
    )


def _signed(
    found: Unpacked, signature: Signature | None, verifiers: Mapping[str, Verifier]
) -> list[Fault]:
    if signature is None:
        return [Fault(SIGNATURE, "签名缺失或被改动", "the signature is missing or was changed")]
    verifier = verifiers.get(signature.algorithm)
    if verifier is None:
        return [
            Fault(
                SIGNATURE,
                f"没有验证“{signature.algorithm}”签名的程序，未能核验",
                f"nothing here verifies {signature.algorithm!r}: not verified",
            )
        ]
    message = CONTEXT + found.members[MANIFEST]
    if verifier(_bytes(signature.public_key), _bytes(signature.signature), message):
        return []
    # The signature says that one of the two is wrong; the check sums say which.
    where = [name for name in (MANIFEST, SIGNATURE) if name in found.damaged]
    return [
        Fault(name, "签名不符：内容被改动", "the signature does not fit: changed")
        for name in where or (MANIFEST, SIGNATURE)
    ]


def _documents(found: Unpacked, listed: list[dict[str, object]]) -> list[Fault]:
    faults = []
    for entry in listed:
        name = str(entry["name"])
        if name not in found.members:
            faults.append(Fault(name, "文件缺失", "the document is missing"))
        elif differs(entry, found.members[name]):
            faults.append(Fault(name, "内容与摘要不符，被改动", "changed: the digest does not fit"))
    known = {str(entry["name"]) for entry in listed} | {MANIFEST, SIGNATURE}
    extra = [name for name in found.members if name not in known] if listed else []
    return faults + [Fault(name, "清单中没有这个文件", "not in the manifest") for name in extra]


def _sealed(found: Unpacked, edition: Mapping[str, object]) -> list[Fault]:
    whole = all(name in found.members for name in SEALED)
    if whole and edition_digest(found.members) == edition.get("digest"):
        return []
    return [
        Fault(
            MANIFEST,
            "印发版摘要与各文件不符",
            "the edition's digest does not follow from its documents",
        )
    ]


def _layout(found: Unpacked, data: bytes) -> list[Fault]:
    whole = pack(found.members)
    if whole == data:
        return []
    shorter = min(len(whole), len(data))
    at = next((i for i in range(shorter) if whole[i] != data[i]), shorter)
    member = next((r.member for r in regions(found.members) if r.start <= at < r.end), "")
    return [
        Fault(
            member or DIRECTORY,
            f"第{at}字节处的封装被改动（文件内容未变）",
            f"the wrapping was changed at byte {at}; the documents are as they were",
        )
    ]


def _fingerprint(signature: Signature | None) -> str:
    return fingerprint(_bytes(signature.public_key)) if signature else ""


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
