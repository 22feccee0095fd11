"""A report compiled from consistent records is accused of nothing: better silent than wrong."""

from pathlib import Path

from zhunsheng.audit import audit

_TEXT = (Path(__file__).parent / "consistent_report.txt").read_text(encoding="utf-8")


def test_no_figure_of_a_consistent_report_is_called_wrong() -> None:
    """Stocks with flows, overlapping properties of one whole, equal counts side by side."""
    found = [f.zh for f in audit(_TEXT).findings if not f.code.startswith("LAW")]
    assert found == []


def test_its_sums_are_verified_with_their_arithmetic() -> None:
    held = {relation.arithmetic for relation in audit(_TEXT).verified}
    assert {"502 = 359 + 143", "3 = 1 + 2", "26 = 8 + 18", "19 = 12 + 1 + 6"} <= held
