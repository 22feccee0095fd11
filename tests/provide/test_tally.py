"""The tally says what ran: a run that died or failed is never counted as good."""

from pathlib import Path

import pytest

from tests.provide.tally import Tally, read_tally

SUITE = '<testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/>'


@pytest.mark.parametrize(
    ("counts", "tally"),
    [
        ((9, 0, 0, 2), Tally(7, 0, 2, honest=True)),
        ((9, 1, 2, 0), Tally(6, 3, 0, honest=False)),
        ((0, 0, 0, 0), Tally(0, 0, 0, honest=True)),
    ],
)
def test_a_report_is_counted(counts: tuple[int, ...], tally: Tally, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(f"<testsuites>{SUITE.format(*counts)}</testsuites>", encoding="utf-8")
    assert read_tally(report) == tally


def test_a_run_that_left_no_report_is_not_honest(tmp_path: Path) -> None:
    assert read_tally(tmp_path / "none.xml") == Tally(0, 0, 0, honest=False)


def test_a_sum_is_honest_only_if_both_are() -> None:
    good, bad = Tally(1, 0, 0, honest=True), Tally(2, 1, 0, honest=False)
    assert good + bad == Tally(3, 1, 0, honest=False)
