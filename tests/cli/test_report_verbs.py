"""The report's whole way by verbs: compiled, discussed, signed, issued, delivered."""

from pathlib import Path

import pytest

from tests.reports import desk
from zhunsheng.cli.main import main
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.models import Edition, Report, Stage

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]
LEGAL, OFFICE, HEAD = "bureau-legal_officer", "bureau-office", "bureau-principal"


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


@pytest.fixture
def scan(tmp_path: Path) -> str:
    path = tmp_path / "纪要.pdf"
    path.write_bytes(desk.SCAN)
    return str(path)


def compiled(bureau: Bureau) -> None:
    given = ["compile", "2024", "--by", LEGAL, "--addressees", desk.ADDRESSEES]
    assert main(given) == 1
    report = Report.objects.get()
    for part, text in desk.OWN_WORDS.items():
        edit_part(report, part, text, by=bureau.persons["legal_officer"])


def test_what_stands_against_signature_is_printed_and_the_exit_says_so(
    bureau: Bureau, capsys: Captured
) -> None:
    compiled(bureau)
    assert "✗" in capsys.readouterr().out
    assert main(["compile", "2024", "--by", LEGAL]) == 0
    assert "nothing stands against signature" in capsys.readouterr().out
    assert Report.objects.get().addressees == desk.ADDRESSEES


def test_from_draft_to_delivery(bureau: Bureau, scan: str, capsys: Captured) -> None:
    compiled(bureau)
    when = ["--on", "2025-02-20"]
    assert main(["discuss", "2024", *when, "--minutes", scan, "--by", LEGAL]) == 0
    signing = ["sign", "2024", *when, "--by", HEAD, "--attested-by", OFFICE]
    assert main(signing) == 1  # entered for the principal without the signed paper
    assert main([*signing, "--paper", scan]) == 0
    assert main(["issue", "2024", *when, "--number", desk.NUMBER, "--by", OFFICE]) == 0
    told = capsys.readouterr().out
    assert "2025-02-28" in told
    assert Report.objects.get().stage == Stage.ISSUED
    assert main(["deliver", "2024", "--by", OFFICE]) == 1
    assert "overdue" in capsys.readouterr().out
    given = ["deliver", "2024", desk.ADDRESSEES, *when, "--receipt", scan, "--by", OFFICE]
    assert main(given) == 0
    assert "有回执" in capsys.readouterr().out
    assert Edition.objects.get().deliveries.get().receipt


@pytest.mark.parametrize(
    "arguments",
    [
        ["issue", "2019", "--number", "1", "--on", "2020-01-01", "--by", OFFICE],
        ["sign", "2019", "--on", "2020-01-01", "--by", HEAD],
        ["discuss", "2019", "--on", "2020-01-01", "--minutes", "none.pdf", "--by", LEGAL],
        ["deliver", "2019", "--by", OFFICE],
        ["withdraw", "2019", "--by", OFFICE, "--reason", "x"],
        ["compile", "2024", "--by", OFFICE],
    ],
)
def test_a_year_without_a_report_or_the_wrong_person_is_refused(
    bureau: Bureau, arguments: list[str], capsys: Captured
) -> None:
    assert main(arguments) == 1
    zh, _ = capsys.readouterr().err.strip().splitlines()
    assert not zh.isascii()
