"""The model year's report: compiled, reviewed and laid out as docx, pdf and html."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.installation import ROOT, engine, run, sqlite_installation, start_django
from benchmarks.measured import Series, seconds_of, show, verdict

if TYPE_CHECKING:
    from zhunsheng.kernel.org.models import Agency

_TIMES = 5
_TARGET = 2.0  # seconds


def measure() -> None:
    """The steps one after another, first in a process that has done none of them before."""
    start_django()
    steps = _steps(ROOT / "examples" / "model-year")
    rounds = [[seconds_of(work) for _, work in steps] for _ in range(_TIMES)]
    lines = [
        (name, f"{first:.3f}", f"{Series(tuple(again)).median:.3f}")
        for (name, _), first, *again in zip(steps, *rounds, strict=True)
    ]
    first, later = sum(rounds[0]), Series(tuple(sum(r) for r in rounds[1:])).median
    lines.append(("all", verdict(first, _TARGET), verdict(later, _TARGET)))
    show(
        f"The model year's report on {engine()}: first time, and median of {_TIMES - 1} after",
        ("step", "first s", "after s"),
        lines,
    )


def _steps(folder: Path) -> list[tuple[str, Callable[[], object]]]:
    from zhunsheng.cli.commands.organise import organise
    from zhunsheng.gongwen import write
    from zhunsheng.gongwen.model import OfficialDocument
    from zhunsheng.kernel.org.models import Person
    from zhunsheng.reports.compile import compile_report
    from zhunsheng.reports.models import Report
    from zhunsheng.reports.review import review

    agency = organise(folder / "organisation.toml")
    _load(folder, agency)
    by = Person.objects.get(username="guwen")

    made: dict[str, OfficialDocument] = {}

    def look() -> None:
        made["document"] = review(Report.objects.get()).document

    return [
        ("compile", lambda: compile_report(agency, 2024, by=by, addressees="市人民政府")),
        ("review (figures, text, audit)", look),
        ("docx", lambda: write.docx(made["document"])),
        ("pdf", lambda: write.pdf(made["document"])),
        ("html", lambda: write.html(made["document"])),
    ]


def _load(folder: Path, agency: Agency) -> None:
    from zhunsheng.cli.commands.demo import keepers
    from zhunsheng.cli.commands.demo_sources import declare_sources
    from zhunsheng.kernel.org.models import Person
    from zhunsheng.kernel.record.confirm_batch import confirm_batch
    from zhunsheng.kernel.workbook.load import folder_files, import_workbook

    confirming = Person.objects.get(username="shensiqi")
    declare_sources(folder, agency)
    for path, division, by in keepers(folder, agency):
        files = folder_files(folder)
        done = import_workbook(path.name, path.read_bytes(), by=by, division=division, files=files)
        confirm_batch(done.batch, by=confirming)


if __name__ == "__main__":
    if engine():
        measure()
    else:
        with sqlite_installation() as var:
            sys.exit(run("benchmarks.bench_report", name="SQLite", var=var))
