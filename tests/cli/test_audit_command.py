"""`zhunsheng audit`: 0 clean, 1 findings, 2 unreadable; what is unreadable is named."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.audit.report import REPORT, SOUND
from zhunsheng.cli.main import main

BAD = "全年共收到代表建议5件，其中主办2件、协办4件。"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return written(tmp_path / "sound.txt", SOUND)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return written(tmp_path / "faulty.txt", REPORT)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main(["audit", *map(str, arguments)])


def test_a_sound_report_is_zero(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sound) == 0
    assert "0个问题" in capsys.readouterr().out


def test_findings_are_one_and_are_printed_with_place_and_arithmetic(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(faulty) == 1
    printed = capsys.readouterr().out
    assert "REP001" in printed
    assert "700余件 ≠ 1000余件" in printed
    assert "：502 = 359 + 143" in printed
    assert "未核对" in printed  # not checked


def test_an_unreadable_file_is_named_in_both_languages_and_the_others_go_on(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 no page")
    assert run(tmp_path / "absent.txt", broken, faulty) == 2
    told = capsys.readouterr()
    refusals = told.err.splitlines()
    assert len(refusals) == 2
    for line, name in zip(refusals, ("absent.txt", "broken.pdf"), strict=True):
        assert name in line
        assert any("一" <= char <= "鿿" for char in line)
        assert any(char.isascii() and char.isalpha() for char in line.replace(str(tmp_path), ""))
    assert "REP001" in told.out


def test_json_is_one_document_with_an_entry_for_each_file(
    faulty: Path, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(faulty, sound, "--format", "json") == 1
    first, second = json.loads(capsys.readouterr().out)
    assert {f["code"] for f in first["findings"]} == {"LAW102", "LAW103", "REP001"}
    assert {"502 = 359 + 143"} <= {r["arithmetic"] for r in first["verified"]}
    assert second["findings"] == []


def test_waivers_from_a_file_are_listed_and_make_the_report_clean(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = [
        {"code": code, "who": "法规科", "reason": "市局批准", "on": "2025-01-10"}
        for code in ("LAW102", "LAW103", "REP001")
    ]
    file = written(tmp_path / "waivers.json", json.dumps(accepted))
    assert run(faulty, "--waivers", file) == 0
    assert capsys.readouterr().out.count("○") == 3


def test_a_waiver_past_its_day_is_void(faulty: Path, tmp_path: Path) -> None:
    over = {"code": "REP001", "who": "a", "reason": "b", "on": "2020-01-01", "until": "2020-02-01"}
    assert run(faulty, "--waivers", written(tmp_path / "w.json", json.dumps([over]))) == 1


@pytest.mark.parametrize("content", ["{", '[{"code": "REP001"}]', "[1]", '{"a": 1}'])
def test_waivers_that_cannot_be_read_stop_the_audit(
    content: str, sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sound, "--waivers", written(tmp_path / "w.json", content)) == 2
    assert "waivers cannot be read" in capsys.readouterr().err


def test_the_batch_form_answers_each_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = written(
        tmp_path / "in.jsonl", "\n".join(json.dumps({"id": n, "text": BAD}) for n in (1, 2))
    )
    assert run("--jsonl", lines) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [a["id"] for a in answers] == [1, 2]
    assert [f["code"] for f in answers[0]["findings"]] == ["REL001"]


def test_a_bad_line_of_a_batch_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = json.dumps({"id": 1, "text": BAD})
    assert run("--jsonl", written(tmp_path / "in.jsonl", f"{good}\nnothing\n")) == 2
    told = capsys.readouterr()
    assert "line 2" in told.err
    assert len(told.out.splitlines()) == 1


def test_no_file_is_a_mistake_of_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        run()
    assert stopped.value.code == 2


def test_the_command_starts_without_django(faulty: Path) -> None:
    script = (
        "import sys; from zhunsheng.cli.main import main; "
        f"code = main(['audit', {str(faulty)!r}]); "
        "heavy = [m for m in sys.modules if m.split('.')[0] in ('django', 'docx', 'pypdfium2')]; "
        "print(heavy, code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[] 1"
