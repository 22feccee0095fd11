"""Making a package: by the office, trailed, once for each key, with a key kept safe."""

import json
import stat
from pathlib import Path

import pytest
from django.conf import settings

from tests.reports import desk
from tests.reports.test_package import Backwards, backwards
from zhunsheng.cli.main import main
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.models import Edition
from zhunsheng.reports.package.check import check
from zhunsheng.reports.package.container import unpack
from zhunsheng.reports.package.errors import PackageError
from zhunsheng.reports.package.keys import key_path, signer_of
from zhunsheng.reports.package.make import package, package_bytes
from zhunsheng.reports.xbrl.files import xbrl_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


@pytest.fixture
def edition(bureau: Bureau, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Edition:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    return desk.issued(bureau)


def test_a_package_holds_the_edition_and_verifies(bureau: Bureau, edition: Edition) -> None:
    made = package(edition, by=bureau.persons["office"])
    data = load(made.file)
    result = check(data, key=made.key)
    assert result.holds
    assert result.edition["digest"] == edition.digest
    members = unpack(data).members
    assert members["facts.json"] == edition.facts.encode()
    assert members["report.pdf"] == load(edition.pdf)
    assert members["facts.csv"].startswith(b"\xef\xbb\xbfkey,value")
    assert {
        f"xbrl/{name}": data for name, data in xbrl_of(edition).items()
    }.items() <= members.items()


def test_the_trail_carries_it_and_it_is_made_once_for_each_key(
    bureau: Bureau, edition: Edition
) -> None:
    office = bureau.persons["office"]
    made = package(edition, by=office)
    entry = Entry.objects.get(agency=bureau.agency, sequence=made.entry)
    assert json.loads(entry.payload)["details"] == {
        "edition": edition.digest,
        "key": made.key,
        "package": made.file.digest,
    }
    assert package(edition, by=office) == made
    assert edition.packages.count() == 1


def test_the_key_is_its_owners_alone_and_never_made_twice(bureau: Bureau, edition: Edition) -> None:
    first = signer_of(bureau.agency).public_key
    path = key_path(bureau.agency)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.with_name(f"{path.name}.pub").read_bytes().startswith(b"-----BEGIN PUBLIC KEY")
    assert signer_of(bureau.agency).public_key == first
    path.write_bytes(b"scratched")
    with pytest.raises(PackageError):
        signer_of(bureau.agency)


def test_a_signer_of_the_city_takes_the_place_of_the_key(bureau: Bureau, edition: Edition) -> None:
    made = package(edition, by=bureau.persons["office"], signer=Backwards(), verifier=backwards)
    assert made.algorithm == "backwards"
    assert not key_path(bureau.agency).exists()


def test_a_package_that_would_not_verify_is_not_kept(bureau: Bureau, edition: Edition) -> None:
    with pytest.raises(PackageError):
        package(
            edition,
            by=bureau.persons["office"],
            signer=Backwards(),
            verifier=lambda _key, _signature, _message: False,
        )
    assert package_bytes(edition) is None


def test_not_everybody_packages(bureau: Bureau, edition: Edition) -> None:
    with pytest.raises(NotAllowedError):
        package(edition, by=bureau.persons["recorder"])


def test_the_verb_writes_it_and_names_the_new_key(
    bureau: Bureau, edition: Edition, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "edition.zip"
    arguments = ["package", "2024", str(path), "--by", "bureau-office"]
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert "publish its fingerprint" in told
    assert main(["verify", str(path), "--key", edition.packages.get().key]) == 0
    assert main(arguments) == 0
    assert "publish its fingerprint" not in capsys.readouterr().out
    assert main(["package", "2019", str(path), "--by", "bureau-office"]) == 1
