"""Signing and verifying: Ed25519 as shipped, any other algorithm by the same two shapes."""

from collections.abc import Callable, Mapping
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from zhunsheng.kernel.digest import sm3

ED25519 = "ed25519"
#: Signed before the manifest, so that the key's signature on anything else proves no package.
CONTEXT = b"zhunsheng edition package 1\n"
#: (public key, signature, message) → whether it fits; never raises for bytes that are no key.
Verifier = Callable[[bytes, bytes, bytes], bool]


class Signer(Protocol):
    """Whoever signs: a key in a file, a token, an SM2 service of the city."""

    @property
    def algorithm(self) -> str: ...

    @property
    def public_key(self) -> bytes: ...

    def sign(self, message: bytes) -> bytes: ...


class Ed25519Signer:
    """Signs with a key held in memory."""

    algorithm = ED25519

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @property
    def public_key(self) -> bytes:
        """The 32 bytes of the public key."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature; the same for the same message."""
        return self._key.sign(message)


def verify_ed25519(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the signature is this key's over the message."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


#: What a verifier knows without being told; another algorithm is handed to `check` beside these.
VERIFIERS: Mapping[str, Verifier] = {ED25519: verify_ed25519}


def fingerprint(public_key: bytes) -> str:
    """What people compare: the digest of the public key."""
    return sm3(public_key)
