"""A new regime runs before a word of it is changed, in a stranger's own folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from zhunsheng.config.scaffold.errors import FolderTakenError, NameRefusedError
from zhunsheng.config.scaffold.regime import new_regime

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stranger's folder with a regime of theirs."""
    folder = tmp_path_factory.mktemp("regimes")
    # 访客接待: reception of visitors
    new_regime("reception", zh="访客接待", en="reception of visitors", into=folder)
    return folder


def run(own: Path, tmp_path: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    told = {"ZHUNSHENG_REGIMES": str(own), "ZHUNSHENG_VAR": str(tmp_path), "DATABASE_URL": ""}
    settings = {"DJANGO_SETTINGS_MODULE": "zhunsheng.config.settings"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, **told, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def test_its_declarations_pass_every_check_at_start(own: Path, tmp_path: Path) -> None:
    done = run(own, tmp_path, "django", "check")
    assert done.returncode == 0, done.stderr


def test_its_migration_says_what_its_models_say(own: Path, tmp_path: Path) -> None:
    done = run(own, tmp_path, "django", "makemigrations", "--check", "--dry-run", "reception")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.kill
def test_its_own_tests_pass(own: Path, tmp_path: Path) -> None:
    options = ["-p", "no:cacheprovider", "-p", "no:xdist", "-c", "pyproject.toml"]
    done = run(own, tmp_path, "pytest", *options, "--rootdir", ".", "-p", "conftest", str(own))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_its_code_is_formatted_and_lint_free(own: Path) -> None:
    # Where its own imports sort to depends on the folder a stranger keeps it in.
    for command in (["format", "--check"], ["check", "--ignore", "I001"]):
        options = [
            "--config",
            str(ROOT / "pyproject.toml"),
            "--no-cache",
            "--exclude",
            "migrations",
            str(own),
        ]
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *options],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_nothing_is_written_over(own: Path) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*.py")}
    with pytest.raises(FolderTakenError):
        new_regime("reception", zh="访客", en="visitors", into=own)  # 访客: visitors
    assert {path: path.read_bytes() for path in own.rglob("*.py")} == before


@pytest.mark.parametrize("name", ["", "Reception", "a", "two words", "../up", "1st"])
def test_a_name_that_cannot_be_a_package_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NameRefusedError):
        new_regime(name, zh="接待", en="reception", into=tmp_path)  # 接待: reception
    assert list(tmp_path.iterdir()) == []
