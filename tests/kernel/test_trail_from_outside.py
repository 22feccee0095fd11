"""Verified from outside: without Django, with the evidence folder, by whoever holds a copy."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.kernel.tampering import broken, rows, sealed_record, verified
from zhunsheng.kernel.evidence.store import path_of
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail import standalone
from zhunsheng.kernel.trail.models import Chain


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.fixture
def record(bureau: Bureau) -> Occasion:
    return sealed_record(bureau)


@pytest.mark.django_db
def test_evidence_that_is_gone_or_changed_is_named(record: Occasion) -> None:
    (digest, name) = next(rows("SELECT digest, name FROM kernel_file"))
    path = path_of(digest)
    kept = path.read_bytes()
    try:
        path.write_bytes(kept + b"!")
        assert broken(verified(files=True)) == [(name, "the evidence file does not fit its digest")]
        path.unlink()
        assert broken(verified(files=True)) == [(name, "the evidence file is missing")]
    finally:
        path.write_bytes(kept)


@pytest.mark.django_db(transaction=True)
def test_an_outsider_verifies_a_database_without_django(
    bureau: Bureau, record: Occasion, capsys: pytest.CaptureFixture[str]
) -> None:
    told = connection.settings_dict
    address = str(told["NAME"])
    if connection.vendor == "postgresql":
        secret = f":{told['PASSWORD']}" if told["PASSWORD"] else ""
        port = f"&port={told['PORT']}" if told["PORT"] else ""
        where = f"user={told['USER']}&host={told['HOST']}{port}"
        address = f"postgresql:///{address}?{where}" + (secret and f"&password={secret[1:]}")
    code = standalone.main([address, str(settings.EVIDENCE_DIR)])
    printed = capsys.readouterr().out
    chain = Chain.objects.get(agency=bureau.agency)
    assert f"{bureau.agency.code} #3 {chain.head}" in printed
    assert code == 0, printed


def test_the_outsider_s_program_imports_no_django() -> None:
    program = (
        "import sys, zhunsheng.kernel.trail.standalone;"
        "print([m for m in sys.modules if m.split('.')[0] == 'django'])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments", [[], ["/missing/ledgers.sqlite3"], ["postgresql://localhost:1/none"]]
)
def test_what_cannot_be_read_is_said_and_is_no_success(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert standalone.main(arguments) == 2
    assert capsys.readouterr().err


def test_a_file_that_is_no_database_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ledgers.sqlite3"
    path.write_text("no database at all, and long enough to have a header", encoding="utf-8")
    assert standalone.main([str(path)]) == 2
    assert "cannot be read" in capsys.readouterr().err
