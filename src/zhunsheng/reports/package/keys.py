"""The agency's key: made once, kept in the installation's folder, readable by its owner alone."""

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from zhunsheng.kernel.org.models import Agency
from zhunsheng.reports.package.errors import PackageError
from zhunsheng.reports.package.signer import Ed25519Signer


def key_path(agency: Agency) -> Path:
    """Where the agency's private key lies; the public one is beside it and ends in `.pub`."""
    return Path(settings.VAR) / "keys" / f"{agency.code}.ed25519"


def signer_of(agency: Agency) -> Ed25519Signer:
    """The agency's signer; its key is made where there is none yet.

    Errors: PackageError where the key file holds no Ed25519 key.
    """
    path = key_path(agency)
    if not path.exists():
        return _made(path)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise _unusable(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _unusable(path)
    return Ed25519Signer(key)


def _made(path: Path) -> Ed25519Signer:
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    # O_EXCL: of two that make it at once, one does; a key is never overwritten.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private)
    path.with_name(f"{path.name}.pub").write_bytes(public)
    return Ed25519Signer(key)


def _unusable(path: Path) -> PackageError:
    return PackageError(
        f"“{path.name}”不是可用的签名密钥；请从备份恢复，不要另造：换了密钥，须重新公布公钥指纹。",
        f"'{path.name}' holds no usable key; restore it from backup rather than make another: a"
        " new key needs its fingerprint published anew.",
    )
