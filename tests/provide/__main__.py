"""Every test: all of them on SQLite, then those with a database once more on PostgreSQL."""

import os
import sys
from pathlib import Path

from bootstrap import ROOT, VAR, openly, say
from tests.provide import chromium, postgresql
from tests.provide.tally import Tally, read_tally

NOTHING_COLLECTED = 5  # pytest's exit code


def main(selected: list[str]) -> int:
    """Exit code of the whole; its last line says how many tests ran."""
    reports = VAR / "tests"
    reports.mkdir(parents=True, exist_ok=True)
    browser = chromium.provide()
    workers = [] if selected else ["-n", str(min(os.cpu_count() or 1, 4))]
    print("== SQLite", flush=True)
    first = run(reports / "sqlite.xml", [*workers, *selected], url="", browser=browser)
    print("== PostgreSQL", flush=True)
    with postgresql.server() as url:
        options = ["--database-only", *workers, *selected]
        second = run(reports / "postgresql.xml", options, url=url, browser=browser)
    total = first + second
    if total.executed == 0:
        say("没有执行任何测试", "no test was executed")
    print(f"\n{total.passed} passed, {total.failed} failed, {total.skipped} skipped", flush=True)
    return 0 if first.honest and second.honest and total.executed else 1


def run(report: Path, options: list[str], *, url: str, browser: str) -> Tally:
    """The tally of one run of pytest."""
    report.unlink(missing_ok=True)
    told = {"DATABASE_URL": url, chromium.VARIABLE: browser}
    command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *options]
    code = openly(*command, **told)
    tally = read_tally(report)
    # A selection may well hold no test with a database: that run alone proves nothing either way.
    tolerated = code == 0 or (code == NOTHING_COLLECTED and tally.executed == 0)
    return Tally(tally.passed, tally.failed, tally.skipped, honest=tolerated)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
