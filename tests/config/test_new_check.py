"""A new check is one file, red until its rule is written; its code is never one in use."""

import importlib.util
import sys
from pathlib import Path

import pytest

from zhunsheng.audit.check import Check
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.config.scaffold.check import new_check
from zhunsheng.config.scaffold.errors import FolderTakenError, NameRefusedError


def loaded(path: Path) -> Check:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    check: Check = module.CHECK
    return check


def test_it_is_red_until_its_rule_is_written(tmp_path: Path) -> None:
    check = loaded(new_check("fmt_title_missing", into=tmp_path))
    assert check.code == "FMT001"
    assert all(not check.run(Passage(text, True)).findings for text in (*check.good, *check.bad))


def test_it_takes_the_next_code_of_its_subject(tmp_path: Path) -> None:
    assert new_check("fmt_one_fault", into=tmp_path).name == "fmt001_one_fault.py"
    assert new_check("fmt_other_fault", into=tmp_path).name == "fmt002_other_fault.py"
    assert new_check("law_other_fault", into=tmp_path).name == "law001_other_fault.py"


@pytest.mark.parametrize("name", ["title_missing", "fmt", "fmt_", "FMT_a_fault", "../fmt_fault"])
def test_a_name_without_a_subject_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NameRefusedError):
        new_check(name, into=tmp_path)
    assert list(tmp_path.rglob("*.py")) == []


def test_a_code_in_use_is_refused(tmp_path: Path) -> None:
    new_check("fmt007_one_fault", into=tmp_path)
    with pytest.raises((NameRefusedError, FolderTakenError)):
        new_check("fmt007_other_fault", into=tmp_path)


def test_every_subject_of_a_check_may_be_named() -> None:
    from zhunsheng.audit.subjects import SUBJECTS

    assert {check.code[:3] for check in all_checks()} <= set(SUBJECTS)
