"""The manifest: which edition this is, and each document with its size and two digests."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.kernel.digest import canonical, sm3
from zhunsheng.reports.package.container import pack
from zhunsheng.reports.package.signer import CONTEXT, Signer

FORMAT = "zhunsheng-edition-package/1"
MANIFEST, SIGNATURE = "manifest.json", "signature.json"
#: The documents an edition's own digest covers, in its order.
SEALED = (
    "document.json", "facts.json", "citations.json", "findings.json", "promises.json",
    "report.docx", "report.pdf", "report.html",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature as the package holds it; key and signature in hexadecimal."""

    algorithm: str
    public_key: str
    signature: str

    def text(self) -> str:
        """As it is written."""
        return canonical(
            {
                "algorithm": self.algorithm,
                "public_key": self.public_key,
                "signature": self.signature,
            }
        )


def build(about: Mapping[str, object], documents: Mapping[str, bytes], signer: Signer) -> bytes:
    """The package; the same edition and key give the same bytes."""
    manifest = canonical(
        {
            "format": FORMAT,
            "edition": dict(about),
            "files": [_listed(name, data) for name, data in documents.items()],
        }
    ).encode()
    signature = Signature(
        signer.algorithm, signer.public_key.hex(), signer.sign(CONTEXT + manifest).hex()
    )
    return pack({MANIFEST: manifest, SIGNATURE: signature.text().encode(), **documents})


def edition_digest(documents: Mapping[str, bytes]) -> str:
    """The digest an edition with these documents was sealed with."""
    return sm3(canonical([sm3(documents[name]) for name in SEALED]).encode())


def read_manifest(data: bytes) -> dict[str, Any] | None:
    """The manifest, or None where it is none of this format."""
    found = _object(data)
    if found is None or found.get("format") != FORMAT:
        return None
    files = found.get("files")
    if not isinstance(files, list) or not isinstance(found.get("edition"), dict):
        return None
    whole = all(isinstance(f, dict) and {"name", "size", "sm3", "sha256"} <= set(f) for f in files)
    return found if whole else None


def read_signature(data: bytes) -> Signature | None:
    """The signature, or None where it is not written as it must be."""
    found = _object(data) or {}
    names = ("algorithm", "public_key", "signature")
    if not all(isinstance(found.get(name), str) for name in names):
        return None
    signature = Signature(*(str(found[name]) for name in names))
    return signature if signature.text().encode() == data else None


def differs(listed: Mapping[str, Any], data: bytes) -> bool:
    """Whether a document is not the one the manifest lists."""
    return _listed(str(listed["name"]), data) != listed


def _listed(name: str, data: bytes) -> dict[str, object]:
    return {
        "name": name,
        "size": len(data),
        "sm3": sm3(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _object(data: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
