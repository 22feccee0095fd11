"""A check on trial runs on request, a retired one never; without its rule none says anything."""

from dataclasses import replace

import pytest

from zhunsheng.audit import engine
from zhunsheng.audit.check import Check, Outcome, Stage
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.engine import audit

BAD = "全年共收到代表建议5件，其中主办2件、协办4件。"


def staged(monkeypatch: pytest.MonkeyPatch, code: str, stage: Stage) -> None:
    changed = tuple(replace(c, stage=stage) if c.code == code else c for c in all_checks())
    monkeypatch.setattr(engine, "all_checks", lambda: changed)


def codes(text: str, *, preview: bool = False) -> list[str]:
    return [f.code for f in audit(text, document=False, preview=preview).findings]


def test_a_check_on_trial_runs_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    staged(monkeypatch, "REL001", Stage.PREVIEW)
    assert codes(BAD) == []
    assert codes(BAD, preview=True) == ["REL001"]


def test_a_retired_check_never_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    staged(monkeypatch, "REL001", Stage.RETIRED)
    assert codes(BAD, preview=True) == []


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_whose_rule_is_removed_finds_none_of_its_bad_examples(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What finds the bad example is this file's rule, not another check under its code."""
    emptied = tuple(
        replace(c, run=lambda _: Outcome()) if c.code == check.code else c for c in all_checks()
    )
    monkeypatch.setattr(engine, "all_checks", lambda: emptied)
    for text in check.bad:
        answer = audit(text, document=check.document, handed=check.handed_bad)
        assert check.code not in [f.code for f in (*answer.findings, *answer.remarks)]


def test_there_are_sixty_stable_checks_ten_of_law_and_ten_of_form() -> None:
    stable = [c.code for c in all_checks() if c.stage is Stage.STABLE]
    assert len(stable) >= 60
    assert sum(code.startswith("LAW") for code in stable) >= 10
    assert sum(code.startswith("FMT") for code in stable) >= 10


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_its_good_examples_are_silent_under_all_checks(check: Check) -> None:
    """Statutory contents aside: an example is not a whole report."""
    for text in check.good:
        answer = audit(text, document=check.document, handed=check.given)
        found = [f.code for f in (*answer.findings, *answer.remarks)]
        assert [code for code in found if not code.startswith("LAW")] == []
