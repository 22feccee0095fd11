"""A fourth regime by the guide, in a stranger's own folder: nothing outside it is edited."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.examples.stranger import CHANGES, FILES, USE
from zhunsheng.config.scaffold.regime import new_regime

ROOT = Path(__file__).resolve().parents[2]


def run(own: Path, *command: str) -> str:
    """What the command prints, run with the stranger's folder and a database of its own."""
    told = {
        "ZHUNSHENG_REGIMES": str(own),
        "ZHUNSHENG_VAR": str(own.parent / "var"),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "zhunsheng.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of the first day with the regime, as the stranger changed it by the guide."""
    own = tmp_path_factory.mktemp("stranger") / "regimes"
    folder = new_regime("reception", zh="来访接待", en="reception of visitors", into=own)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, changes in CHANGES.items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for before, after in changes.items():
            assert text.count(before) == 1, (name, before)
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")
    # The first migration was never run: the guide says to make it anew then.
    (folder / "migrations" / "0001_initial.py").unlink()
    run(own, "-m", "django", "makemigrations", "reception", "--no-header")
    found: dict[str, Any] = json.loads(run(own, "-c", USE).splitlines()[-1])
    return found


def test_its_rows_are_imported_confirmed_and_counted(used: dict[str, Any]) -> None:
    assert used["confirmed"] == 3
    assert used["facts"] == {
        "reception.taken_up": "3",
        "reception.taken_up.ordinary": "1",
        "reception.taken_up.special": "2",
        "reception.finished": "2",
        "reception.guests": "17",
        "reception.on_time": "1",
    }
    assert used["identities"] == [True]


def test_its_figures_stand_in_the_report(used: dict[str, Any]) -> None:
    words = "2024年共受理3件，其中重点2件，办结2件、按期办结1件，接待10余人次。"
    assert words in used["text"]
    assert "来访接待" in used["text"]
    assert used["problems"] == []


def test_its_steps_duties_and_rules_work(used: dict[str, Any]) -> None:
    assert used["stages"] == ["finished", "finished", "taken_up"]
    assert used["due"] == ["2024-03-14", "2024-05-16", "2025-01-09"]
    assert used["irregular"] == ["reception.term"]
