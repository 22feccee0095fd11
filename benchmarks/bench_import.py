"""Importing 50,000 rows, against reading them with calamine and a bare executemany."""

import io
import json
import resource
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from time import time_ns

from benchmarks import workbooks
from benchmarks.installation import said_by, sqlite_installation, start_django
from benchmarks.measured import Series, seconds_of, show, verdict
from benchmarks.workbooks import Row

ROWS = 50_000
_TIMES = 5
_TARGET, _MEMORY = 4.0, 400
_REGISTERS = {
    "items": "主动公开信息 items published (3 steps, duty, scan a row)",
    "acts": "人大监督事项 acts of supervision (no steps, no duty)",
}


def main() -> int:
    """Each measurement in a process of its own, the two kinds in turns."""
    rows = []
    with sqlite_installation() as folder:
        for register, title in _REGISTERS.items():
            path = folder / f"{register}.xlsx"
            _in_turn("write", register, path, folder)
            done = [
                (
                    _in_turn("read", register, path, folder),
                    _in_turn("import", register, path, folder),
                )
                for _ in range(_TIMES)
            ]
            rows.append((title, *_line(done)))
    show(
        f"Import of {ROWS:,} rows on SQLite, {_TIMES} times each",
        ("register", "read + executemany s", "import s", "ratio of medians", "of least", "peak MB"),
        rows,
    )
    return 0


def _in_turn(work: str, register: str, path: Path, folder: Path) -> dict[str, float]:
    said = said_by("benchmarks.bench_import", work, register, str(path), name="SQLite", var=folder)
    answer: dict[str, float] = json.loads(said)
    return answer


def _line(done: list[tuple[dict[str, float], dict[str, float]]]) -> tuple[str, ...]:
    bare = Series(tuple(b["seconds"] for b, _ in done))
    ours = Series(tuple(o["seconds"] for _, o in done))
    peak = max(o["peak"] for _, o in done)
    return (
        f"{bare.median:.2f}",
        f"{ours.median:.2f}",
        verdict(ours.median / bare.median, _TARGET),
        f"{ours.least / bare.least:.2f}",
        f"{peak:.0f} (≤ {_MEMORY}{'' if peak <= _MEMORY else ', MISSED'})",
    )


def one(work: str, register: str, path: Path) -> dict[str, float]:
    """One measurement in this process: seconds, and the peak of memory in MB."""
    seconds = {"write": _write, "read": _read_and_insert, "import": _import}[work](register, path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak": peak}


def _write(register: str, path: Path) -> float:
    name, rows = _sheet(register, ROWS)
    workbooks.write(path, name, rows)
    return 0.0


def _sheet(register: str, count: int) -> tuple[str, Iterator[Row]]:
    if register == "items":
        return "主动公开信息", workbooks.items_published(count)
    return "人大监督事项", workbooks.acts_of_supervision(count)


def _read_and_insert(register: str, path: Path) -> float:
    from python_calamine import CalamineWorkbook

    data = path.read_bytes()
    database = sqlite3.connect(path.with_suffix(".sqlite3"))
    for pragma in ("journal_mode = wal", "synchronous = full"):
        database.execute(f"PRAGMA {pragma}")

    def work() -> None:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        head, *rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        database.execute(f"CREATE TABLE plain ({', '.join(f'c{i}' for i in range(len(head)))})")
        marks = ", ".join("?" * len(head))
        database.executemany(f"INSERT INTO plain VALUES ({marks})", rows)
        database.commit()

    seconds = seconds_of(work)
    database.execute("DROP TABLE plain")
    database.commit()
    return seconds


def _import(register: str, path: Path) -> float:
    start_django()
    from zhunsheng.kernel.testing import make_bureau
    from zhunsheng.kernel.workbook.load import import_workbook

    def bring(data: bytes, code: str) -> float:
        bureau = make_bureau(code)
        return seconds_of(
            lambda: import_workbook(
                path.name,
                data,
                by=bureau.persons["office_recorder"],
                division=bureau.divisions["office"],
                files=lambda name: b"%PDF-1.4 register" if name == workbooks.SCAN else None,
            )
        )

    # A few rows first: what a running installation has loaded long since is not measured.
    small = path.with_name("small.xlsx")
    workbooks.write(small, *_sheet(register, 10))
    bring(small.read_bytes(), f"small{time_ns()}")
    return bring(path.read_bytes(), f"large{time_ns()}")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(main())
    print(json.dumps(one(sys.argv[1], sys.argv[2], Path(sys.argv[3]))))
