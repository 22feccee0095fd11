"""On a report with known faults the audit says exactly what is wrong, and what holds."""

import pytest

from tests.audit.report import REPORT, SOUND
from zhunsheng.audit import audit


def test_the_faults_are_found_and_nothing_else() -> None:
    assert [f.code for f in audit(REPORT).findings] == ["LAW102", "LAW103", "REP001"]


def test_the_two_values_are_named_where_they_stand() -> None:
    found = next(f for f in audit(REPORT).findings if f.code == "REP001")
    assert {REPORT[a:b] for a, b in found.spans} == {"700余件", "1000余件"}
    assert "700余件" in found.zh
    assert "two values" in found.en


@pytest.mark.parametrize("arithmetic", ["502 = 359 + 143", "3 = 1 + 2", "26 = 8 + 18"])
def test_sums_that_hold_are_shown_with_their_arithmetic(arithmetic: str) -> None:
    assert arithmetic in [r.arithmetic for r in audit(REPORT).verified]


def test_what_is_left_holds_only_if_nothing_was_newly_made() -> None:
    left = next(r for r in audit(REPORT).verified if r.kind == "complement")
    assert left.arithmetic == "12 = 19 − 1 − 6"
    assert "制定" in left.note_zh  # made
    assert "newly made" in left.note_en


def test_the_missing_causes_are_said_to_be_missing_where_the_part_stands() -> None:
    found = next(f for f in audit(REPORT).findings if f.code == "LAW102")
    assert "原因" in found.zh  # causes
    assert [REPORT[a:b] for a, b in found.spans] == ["二、存在的问题"]


def test_a_plan_for_next_year_is_no_account_of_the_principal() -> None:
    assert "LAW103" in [f.code for f in audit(REPORT).findings]
    moved = REPORT.replace("三、2025年工作安排", "三、主要负责人履职情况")
    assert "LAW103" not in [f.code for f in audit(moved).findings]


def test_a_sound_report_has_no_finding() -> None:
    assert audit(SOUND).findings == ()


def test_a_passage_is_not_asked_for_statutory_contents() -> None:
    assert {f.code for f in audit(REPORT, document=False).findings} == {"REP001"}


def test_figures_checked_against_nothing_are_listed() -> None:
    coverage = audit(REPORT).coverage
    unchecked = {m.text for m in coverage.unchecked}
    assert {"近10次", "近100家", "约3000人次", "1000余本"} <= unchecked
    assert {"502条", "359条", "143条"} <= {m.text for m in coverage.checked}
    assert len(coverage.checked) + len(coverage.unchecked) == len(audit(REPORT).mentions)
