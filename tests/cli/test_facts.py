"""`facts`: an edition's figures as files, validated where the validator is installed."""

import json
from pathlib import Path

import pytest

from tests.reports import desk
from zhunsheng.cli.commands import facts as verb
from zhunsheng.cli.main import main
from zhunsheng.reports.models import Edition
from zhunsheng.reports.xbrl.files import NAMES
from zhunsheng.reports.xbrl.judge import can_judge

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def edition() -> Edition:
    return desk.issued(desk.small_year())


def test_it_writes_what_was_issued(edition: Edition, tmp_path: Path) -> None:
    table, plain = tmp_path / "facts.csv", tmp_path / "facts.json"
    assert main(["facts", "2024", "--json", str(plain), "--csv", str(table)]) == 0
    assert plain.read_text("utf-8") == edition.facts
    assert "oversight.remarks,2,条" in table.read_text("utf-8-sig")


def test_without_the_validator_it_writes_and_says_that_it_did_not_validate(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(verb, "can_judge", lambda: False)
    assert main(["facts", "2024", "--xbrl", str(tmp_path / "x")]) == 0
    assert {path.name for path in (tmp_path / "x").iterdir()} == set(NAMES)
    assert "未作XBRL校验" in capsys.readouterr().out


@pytest.mark.skipif(not can_judge(), reason="Arelle is not installed: it comes with 'facts'")
def test_a_folder_altered_since_fails_by_the_name_of_the_identity(
    edition: Edition, tmp_path: Path, capsys: Captured
) -> None:
    folder = tmp_path / "x"
    assert main(["facts", "2024", "--xbrl", str(folder)]) == 0
    path = folder / "facts.xbrl.json"
    data = json.loads(path.read_text("utf-8"))
    data["facts"]["norms.in_force.end"]["value"] = "13"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["facts", "--check", str(folder)]) == 1
    assert "norms.in_force.end填报13，计算得0" in capsys.readouterr().out


def test_a_year_without_an_edition_is_refused(edition: Edition, tmp_path: Path) -> None:
    assert main(["facts", "2019", "--json", str(tmp_path / "facts.json")]) == 1


def test_nothing_to_write_is_a_wrong_call(edition: Edition) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["facts", "2024"])
    assert ended.value.code == 2
