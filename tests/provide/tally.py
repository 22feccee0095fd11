"""How many tests passed, failed and were skipped, read from pytest's own report."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import parse


@dataclass(frozen=True, slots=True)
class Tally:
    """`honest` is false when pytest itself did not end well."""

    passed: int
    failed: int
    skipped: int
    honest: bool

    @property
    def executed(self) -> int:
        return self.passed + self.failed

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            honest=self.honest and other.honest,
        )


def read_tally(report: Path) -> Tally:
    """Nothing passed and nothing honest where the report is missing: pytest died before it."""
    if not report.exists():
        return Tally(0, 0, 0, honest=False)
    tests = failed = skipped = 0
    for suite in parse(report).getroot().iter("testsuite"):
        tests += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return Tally(max(tests - failed - skipped, 0), failed, skipped, honest=failed == 0)
