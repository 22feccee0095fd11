"""An edition as one signed file: verified alone, and every changed byte is found and named."""

import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from zhunsheng.kernel.digest import canonical, sm3
from zhunsheng.reports.package.check import DIRECTORY, check
from zhunsheng.reports.package.container import pack, regions, unpack
from zhunsheng.reports.package.manifest import MANIFEST, SEALED, SIGNATURE, build, edition_digest
from zhunsheng.reports.package.signer import VERIFIERS, Ed25519Signer, Verifier, fingerprint

DOCUMENTS = {
    name: f"{name} 政务公开734条".encode() * (3 + place) for place, name in enumerate(SEALED)
}
ABOUT = {"number": "澜科〔2025〕6号", "digest": edition_digest(DOCUMENTS)}
SIGNER = Ed25519Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
PACKAGE = build(ABOUT, DOCUMENTS, SIGNER)


class Backwards:
    """Another algorithm behind the same interface: a stand-in for a city's SM2 service."""

    algorithm = "backwards"
    public_key = b"known"

    def sign(self, message: bytes) -> bytes:
        return sm3(message + self.public_key).encode()[::-1]


def backwards(public_key: bytes, signature: bytes, message: bytes) -> bool:
    return signature == sm3(message + public_key).encode()[::-1]


def test_a_package_verifies_and_says_what_it_is_and_who_signed() -> None:
    result = check(PACKAGE)
    assert result.holds
    assert result.edition["number"] == ABOUT["number"]
    assert (result.files, result.algorithm) == (len(SEALED), "ed25519")
    assert result.key == fingerprint(SIGNER.public_key)


def test_any_tool_opens_it() -> None:
    with zipfile.ZipFile(BytesIO(PACKAGE)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == [MANIFEST, SIGNATURE, *SEALED]
        assert opened.read("facts.json") == DOCUMENTS["facts.json"]


def test_the_same_edition_and_key_give_the_same_bytes() -> None:
    assert build(ABOUT, DOCUMENTS, SIGNER) == PACKAGE


def test_every_changed_byte_is_found_and_its_place_named(count: Callable[[int, int], int]) -> None:
    places = regions(unpack(PACKAGE).members)
    choose = random.Random(9704)
    for _ in range(count(50, 1000)):
        at, turn = choose.randrange(len(PACKAGE)), choose.randrange(1, 256)
        changed = bytearray(PACKAGE)
        changed[at] ^= turn
        faults = check(bytes(changed)).faults
        member = next(r.member for r in places if r.start <= at < r.end)
        assert faults, f"byte {at} changed unseen"
        assert (member or DIRECTORY) in {fault.where for fault in faults}, f"byte {at}: {faults}"


def test_bytes_added_or_cut_off_are_found() -> None:
    for changed in (PACKAGE + b"\0", b"\0" + PACKAGE, PACKAGE[:-1], PACKAGE[:300], b"", b"PK"):
        assert not check(changed).holds


def test_a_document_changed_with_its_check_sum_is_still_found() -> None:
    members = unpack(PACKAGE).members | {"facts.json": b"{}"}
    assert [f.where for f in check(pack(members)).faults] == ["facts.json"]


def test_a_document_left_out_or_slipped_in_is_named() -> None:
    members = unpack(PACKAGE).members
    assert "more.pdf" in {f.where for f in check(pack(members | {"more.pdf": b"x"})).faults}
    del members["report.pdf"]
    assert "report.pdf" in {f.where for f in check(pack(members)).faults}


def test_a_manifest_written_anew_does_not_carry_the_old_signature() -> None:
    members = unpack(PACKAGE).members
    members[MANIFEST] = members[MANIFEST].replace(b"2025", b"2026")
    assert not check(pack(members)).holds


def test_documents_of_another_edition_signed_by_the_right_key_are_found() -> None:
    false = build(ABOUT | {"digest": sm3(b"another")}, DOCUMENTS, SIGNER)
    assert [f.where for f in check(false).faults] == [MANIFEST]


def test_who_signs_it_anew_is_told_from_the_agency_by_the_key() -> None:
    forger = Ed25519Signer(Ed25519PrivateKey.from_private_bytes(bytes(32)))
    forged = build(ABOUT, DOCUMENTS, forger)
    assert check(forged).holds
    assert not check(forged, key=fingerprint(SIGNER.public_key)).holds
    assert check(PACKAGE, key=fingerprint(SIGNER.public_key)).holds


def test_a_signature_written_otherwise_is_not_the_same_package() -> None:
    members = unpack(PACKAGE).members
    members[SIGNATURE] = members[SIGNATURE].replace(b":", b": ")
    assert [f.where for f in check(pack(members)).faults] == [SIGNATURE]


def test_another_algorithm_enters_by_the_same_interface() -> None:
    signed = build(ABOUT, DOCUMENTS, Backwards())
    known: dict[str, Verifier] = {**VERIFIERS, "backwards": backwards}
    assert check(signed, verifiers=known).holds
    unknown = check(signed)
    assert [f.where for f in unknown.faults] == [SIGNATURE]
    assert "backwards" in unknown.faults[0].en


@pytest.mark.parametrize(
    "manifest", [b"[]", b"{", b'{"format":"other"}', canonical(ABOUT).encode()]
)
def test_what_is_no_package_is_said_to_be_none(manifest: bytes) -> None:
    result = check(pack({MANIFEST: manifest}))
    assert MANIFEST in {f.where for f in result.faults}


def test_verifying_needs_neither_django_nor_the_ledgers(tmp_path: Path) -> None:
    path = tmp_path / "edition.zip"
    path.write_bytes(PACKAGE)
    program = (
        "import sys; from zhunsheng.cli.main import main; code = main(['verify', sys.argv[1]]);"
        "assert not [m for m in sys.modules if m == 'django' or m.startswith('django.')];"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"{len(SEALED)} documents as they were signed" in done.stdout
    assert f"{len(SEALED)} documents as they were signed" in done.stdout
    path.write_bytes(PACKAGE[:-1] + b"!")
    again = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert again.returncode == 1
