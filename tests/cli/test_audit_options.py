"""What else `zhunsheng audit` takes: last year's report, facts, titles, a round; pages out."""

import json
from pathlib import Path

import pytest

from tests.audit.report import REPORT
from zhunsheng.cli.main import main


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return written(tmp_path / "report.txt", REPORT)


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    main(["audit", *map(str, arguments)])
    told = capsys.readouterr()
    return told.out + told.err


def test_facts_of_the_ledgers_are_laid_beside_the_report(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fact = {"key": "a", "zh": "主动公开信息", "value": 503, "unit": "条"}
    facts = written(tmp_path / "facts.json", json.dumps([fact]))
    assert "LDG001" in printed(capsys, report, "--facts", facts)
    right = written(tmp_path / "right.json", json.dumps([fact | {"value": "502"}]))
    told = printed(capsys, report, "--facts", right)
    assert "LDG001" not in told
    assert "✓ 主动公开信息：502条 = 502条" in told


def test_an_editions_facts_are_compared_by_the_words_given_for_them(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"key": "disclosure.items", "value": "503", "unit": "条", "status": "value"},
        {"key": "norms.made", "value": None, "unit": "件", "status": "missing"},
    ]
    facts = written(tmp_path / "facts.json", json.dumps({"agency": "a", "facts": rows}))
    assert "1 facts have no words" in printed(capsys, report, "--facts", facts)
    words = written(tmp_path / "words.json", json.dumps({"disclosure.items": ["主动公开信息"]}))
    told = printed(capsys, report, "--facts", facts, "--words", words)
    assert "502条 ≠ 503条" in told
    assert "no words" not in told


def test_last_years_report_is_laid_beside_it(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "DUP002" in printed(capsys, report, "--previous", report)
    other = written(tmp_path / "last.txt", "2023年工作情况\n全年培训9次。")
    assert "DUP002 " not in printed(capsys, report, "--previous", other)


def test_the_summary_of_a_round_is_added_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = written(tmp_path / "a.txt", "全年制定规范性文件2件。")
    two = written(tmp_path / "b.txt", "全年制定规范性文件3件。")
    summary = written(tmp_path / "sum.txt", "全市共制定规范性文件6件。")
    assert "6 ≠ 2 + 3 = 5" in printed(capsys, one, two, "--round", summary)


def test_reports_that_share_a_passage_are_named(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    passage = "对到期未验收的项目逐一排查，约谈负责人并收回结余经费，对拒不配合的记入诚信档案。" * 2
    paths = [written(tmp_path / f"{n}.txt", f"{n}号报告。\n{passage}") for n in (1, 2)]
    told = printed(capsys, *paths, report, "--copies", "--brief")
    (line,) = [line for line in told.splitlines() if line.startswith("≈")]
    assert "1.txt" in line
    assert "2.txt" in line


def test_a_register_of_titles_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = written(tmp_path / "a.txt", "贯彻《澜川市科技计划管理办法》。")
    titles = written(tmp_path / "titles.txt", "《澜川市科技计划管理办法》\n")
    assert "NAM003" in printed(capsys, report)
    assert "NAM003" not in printed(capsys, report, "--titles", titles)


@pytest.mark.parametrize("form", ["html", "docx"])
def test_pages_and_word_files_are_written_where_asked(
    form: str, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    told = printed(capsys, report, "--format", form, "--out", out)
    (made,) = out.iterdir()
    assert made.name == f"report.audit.{form}"
    assert str(made) in told
    assert made.stat().st_size > 1000


@pytest.mark.parametrize("option", ["--previous", "--facts", "--titles", "--list", "--waivers"])
def test_what_is_handed_in_and_cannot_be_read_is_named(
    option: str, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", str(report), option, str(tmp_path / "absent")]) == 2
    told = capsys.readouterr().err
    assert "absent" in told
    assert "打不开" in told


def test_facts_that_are_none_are_refused(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in ("{", "[1]", '[{"key": "a"}]', '[{"key": "a", "zh": "b", "value": "x"}]'):
        assert main(["audit", str(report), "--facts", str(written(tmp_path / "f", content))]) == 2
        assert "facts" in capsys.readouterr().err


def test_explain_prints_a_checks_page_without_the_ledgers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "law109"]) == 0
    told = capsys.readouterr().out
    assert "签发人" in told
    assert "党政机关公文处理工作条例" in told
    assert main(["explain", "LAW999"]) == 1
    assert "LAW101" in capsys.readouterr().err
