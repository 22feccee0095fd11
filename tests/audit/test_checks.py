"""Every check passes its good examples and finds fault with its bad ones, by folder."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import zhunsheng.audit.checks as folder
from zhunsheng.audit.check import Check
from zhunsheng.audit.checks import CheckCodeTakenError, all_checks
from zhunsheng.audit.engine import audit
from zhunsheng.audit.handed import Handed

FILES = sorted(p for p in Path(folder.__path__[0]).glob("*/*.py") if p.name != "__init__.py")
GOOD = [(check, text) for check in all_checks() for text in check.good]
BAD = [(check, text) for check in all_checks() for text in check.bad]


def codes(check: Check, text: str, handed: Handed) -> list[str]:
    answer = audit(text, document=check.document, handed=handed)
    return [f.code for f in (*answer.findings, *answer.remarks)]


@pytest.mark.parametrize(("check", "text"), GOOD, ids=lambda v: getattr(v, "code", None))
def test_a_good_example_passes(check: Check, text: str) -> None:
    assert check.code not in codes(check, text, check.given)


@pytest.mark.parametrize(("check", "text"), BAD, ids=lambda v: getattr(v, "code", None))
def test_a_bad_example_is_found(check: Check, text: str) -> None:
    assert check.code in codes(check, text, check.handed_bad)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_has_both_kinds_of_example_and_says_itself_in_both_languages(check: Check) -> None:
    assert check.good
    assert check.bad
    assert re.search(r"[一-鿿]", check.zh)
    assert re.search(r"[a-z]{3}", check.en)


def test_every_file_of_the_folder_is_a_check_and_is_named_by_its_code() -> None:
    assert len(FILES) == len(all_checks())
    by_name = {p.stem.split("_")[0].upper(): p for p in FILES}
    assert set(by_name) == {check.code for check in all_checks()}
    assert all(p.stem.lower().startswith(p.parent.name) for p in FILES)


def test_a_finding_of_a_bad_example_points_into_the_text() -> None:
    for check, text in BAD:
        answer = audit(text, document=check.document, handed=check.handed_bad)
        for finding in (*answer.findings, *answer.remarks):
            assert all(0 <= a < b <= len(text) for a, b in finding.spans)
            assert finding.zh
            assert finding.en


def test_a_code_declared_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = next(iter(all_checks()))
    twice = [type("Found", (), {"ispkg": False, "name": n})() for n in ("a", "b")]
    monkeypatch.setattr(pkgutil, "walk_packages", lambda *_: twice)
    monkeypatch.setattr(importlib, "import_module", lambda _: type("Module", (), {"CHECK": module}))
    with pytest.raises(CheckCodeTakenError, match=module.code):
        all_checks.__wrapped__()
