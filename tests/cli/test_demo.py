"""The whole demonstration as a process of its own: 0 only if every step worked."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests.kernel.workbooks import workbook
from zhunsheng.cli.commands.demo import refuse_faulty
from zhunsheng.cli.commands.organise import organise
from zhunsheng.kernel.registry import registry

ROOT = Path(__file__).resolve().parents[2]
FIRST = "办公室-建议提案.xlsx"  # the workbook that is loaded first
Ran = subprocess.CompletedProcess[str]


def zhunsheng(*arguments: str, var: Path, root: Path = ROOT) -> Ran:
    """The command, run on SQLite in a folder of its own."""
    told = {"ZHUNSHENG_VAR": str(var), "ZHUNSHENG_ROOT": str(root), "ZHUNSHENG_DEMO": "1"}
    environment = {**os.environ, **told, "DATABASE_URL": "", "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-m", "zhunsheng.cli", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The folder of one demonstration, and how it went."""
    var = tmp_path_factory.mktemp("demo")
    return var, zhunsheng("demo", var=var)


@pytest.fixture
def var(demonstrated: tuple[Path, Ran], tmp_path: Path) -> Path:
    """A copy of the demonstration's folder, to do harm to."""
    return Path(shutil.copytree(demonstrated[0], tmp_path / "var"))


@contextmanager
def tampering(var: Path) -> Iterator[sqlite3.Connection]:
    """Somebody with the file and no scruples: the fences are cut down first."""
    with closing(sqlite3.connect(var / "zhunsheng.sqlite3")) as database:
        fences = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in fences.fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        yield database
        database.commit()


def test_it_says_what_was_loaded_counted_found_and_written(
    demonstrated: tuple[Path, Ran],
) -> None:
    var, ran = demonstrated
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for told in (
        "主动公开信息431行",  # rows of a register
        "0 rejected",
        "13 of 13 faulty files refused",
        "disclosure.postings",
        "431 = 359 + 143 − 71",
        "讨论前签发被拒",  # a refused act, with its reason
        "19 = 12 + 1 + 6",
        "全部一致",  # the trail holds
    ):
        assert told in ran.stdout
    for name in ("report.docx", "report.pdf", "report.html", "facts.json"):
        assert (var / "demo" / name).stat().st_size
    for name in ("package.zip", "evidence-pack.zip", "xbrl/report.xhtml", "site/feed.xml"):
        assert (var / "demo" / name).stat().st_size
    for kind, number in (("disclosure_annual", 2), ("submissions_annual", 3)):
        assert (var / "demo" / f"{kind}.pdf").stat().st_size
        assert f"澜科〔2025〕{number}号" in ran.stdout
    for told in ("送达澜川市人民政府", "送达中共澜川市委", "documents, signed", "缺失"):
        assert told in ran.stdout
    facts = json.loads((var / "demo" / "facts.json").read_text("utf-8"))
    assert facts["agency"] == "澜川市科学技术局"
    assert {f["key"]: f["value"] for f in facts["facts"]}["disclosure.postings"] == "502"
    assert "演示数据" in (var / "demo" / "report.html").read_text("utf-8")  # marked as a demo


def test_the_model_report_holds_no_contradiction(demonstrated: tuple[Path, Ran]) -> None:
    lines = demonstrated[1].stdout.splitlines()
    assert any("核对：" in line for line in lines)  # the audit verified what adds up
    assert all("LAW" in line for line in lines if "审核：" in line)


def test_a_second_run_keeps_what_the_user_did(var: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.toml"
    more.write_text(
        '[agency]\ncode = "other"\nname = "另一单位"\nshort_name = "另一单位"\n'
        '[[division]]\ncode = "office"\nname = "办公室"\nkind = "office"\n'
        '[[person]]\naccount = "zhaoyi"\nname = "赵一"\nposts = [{ role = "office" }]\n',
        encoding="utf-8",
    )
    assert zhunsheng("organise", str(more), var=var).returncode == 0
    before = (var / "zhunsheng.sqlite3").read_bytes()
    ran = zhunsheng("demo", "--keep", var=var)
    assert ran.returncode == 0
    assert "kept what is there" in ran.stdout
    with closing(sqlite3.connect(var / "zhunsheng.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM kernel_agency").fetchone() == (2,)
    assert len((var / "zhunsheng.sqlite3").read_bytes()) == len(before)


def test_a_database_in_use_is_not_overwritten(var: Path) -> None:
    ran = zhunsheng("demo", var=var)
    assert ran.returncode != 0
    assert "fresh folder" in ran.stdout


def test_a_damaged_workbook_fails_the_demonstration_by_name(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(ROOT / "examples", root / "examples")
    damaged = root / "examples" / "model-year" / FIRST
    damaged.write_bytes(damaged.read_bytes()[:3000])
    ran = zhunsheng("demo", var=tmp_path / "var", root=root)
    assert ran.returncode != 0
    assert FIRST in ran.stderr


@pytest.mark.django_db
def test_a_faulty_workbook_that_is_accepted_is_a_failed_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    organise(ROOT / "examples" / "model-year" / "organisation.toml")
    assert not refuse_faulty(tmp_path)  # an empty folder shows nothing
    shutil.copy(ROOT / "examples" / "faulty" / "空文件.xlsx", tmp_path)  # the empty file
    assert refuse_faulty(tmp_path)
    register = registry().register("oversight.submission")
    values = {
        "名称": "关于人才的建议",
        "科室": "办公室",
        "类别": "人大代表建议",
        "编号": "1号",
        "承办方式": "主办",
        "交办机关": "市政府督查室",
        "交办日期": date(2024, 3, 12),
    }
    good = workbook({register.zh: [list(values), list(values.values())]})
    (tmp_path / "好.xlsx").write_bytes(good)
    assert not refuse_faulty(tmp_path)
    assert "1 of 2 faulty files refused" in capsys.readouterr().out


def test_verify_finds_a_changed_row_by_its_place(var: Path) -> None:
    with tampering(var) as database:
        item = database.execute("SELECT min(item_id) FROM norms_normativedocument").fetchone()[0]
        database.execute(
            "UPDATE norms_normativedocument SET number = '伪造' WHERE item_id = ?", [item]
        )
    ran = zhunsheng("verify", var=var)
    assert ran.returncode == 1
    assert f"norms.normativedocument {item} number" in ran.stdout


def test_verify_finds_a_missing_evidence_file(var: Path) -> None:
    assert zhunsheng("verify", var=var).returncode == 0
    with closing(sqlite3.connect(var / "zhunsheng.sqlite3")) as database:
        digest, name = database.execute("SELECT digest, name FROM kernel_file").fetchone()
    plain = digest.removeprefix("sm3:")
    (var / "evidence" / plain[:2] / plain).unlink()
    ran = zhunsheng("verify", var=var)
    assert ran.returncode == 1
    assert name in ran.stdout
    assert "the evidence file is missing" in ran.stdout


def test_a_load_that_was_cut_off_is_set_aside_and_begun_anew(var: Path) -> None:
    (var / "loading").touch()
    ran = zhunsheng("demo", "--keep", var=var)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "另存" in ran.stdout
    assert (var / "interrupted-zhunsheng.sqlite3").is_file()
    assert not (var / "loading").exists()
