"""The audit's engine against one compiled pattern: speed, length, start, memory, a long Word file.

`--peers FILE` (or ZHUNSHENG_BENCH_PEERS) runs another benchmark's table of peers beside it; a peer
that is not installed is named there as absent.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from xml.parsers import expat

from benchmarks.measured import in_turns, seconds_of, show, verdict
from benchmarks.report_text import reports

#: (b): number-like tokens, digits or numerals, found by one compiled pattern.
_TOKENS: Final = re.compile(
    r"[0-9０-９]+(?:,[0-9]{3})*(?:\.[0-9]+)?[十百千万亿]*(?:[%％‰]|个百分点)?"
    r"|[〇零一二三四五六七八九十百千万亿两]+(?:点[〇零一二三四五六七八九十百千万亿两]+)?"
)
_SHORT, _LONG, _MEGABYTE = 3_000, 300_000, 350_000  # characters; 350,000 are 1 MB of UTF-8
_ROUNDS = 7
_PAGE = 616  # characters: 22 rows of 28
_START = """
import time
began = time.perf_counter()
from zhunsheng.audit import audit
audit("2024年法治政府建设情况的报告\\n共5件，其中主办2件、协办4件。")
print(time.perf_counter() - began)
"""
_PEAK = """
import resource, sys
from pathlib import Path
from zhunsheng.audit import audit
audit(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables; the figures are shown beside their targets, never asserted."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, default=os.environ.get("ZHUNSHENG_BENCH_PEERS"))
    given = parser.parse_args(arguments)
    _speed()
    _start_and_memory()
    _long_document()
    _peers(Path(given.peers) if given.peers else None)
    print(f"  load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0


def _speed() -> None:
    from zhunsheng.audit import audit, extract

    short = list(reports(20 * _SHORT))
    long = "\n".join(reports(_LONG))[:_LONG]
    steps: dict[str, tuple[Callable[[str], object], float]] = {
        "(b) number-like tokens": (_tokens, 1.0),
        "extraction": (extract, 12.0),
        "and relations and checks": (lambda text: audit(text, document=False), 20.0),
        "the same, with those of a whole document": (audit, 20.0),
    }
    works = [_over(step, texts) for step, _ in steps.values() for texts in (short, [long])]
    least = _least(works)
    size = sum(map(len, short))
    rows = []
    for at, (name, (_, target)) in enumerate(steps.items()):
        each, all_long = least[2 * at] / size, least[2 * at + 1] / _LONG
        ratio = each * size / least[0]
        told = verdict(ratio, target) if at else "1"
        growth = verdict(all_long / each, 1.2) if at else f"{all_long / each:.2f}"
        rows.append((name, f"{each * 1e9:.0f}", told, growth))
    title = f"{len(short)} reports of {_SHORT:,} characters, and one of {_LONG:,}"
    show(title, ("", "ns a character", "× (b)", "long ÷ short, a character"), rows)


def _least(works: Sequence[Callable[[], None]]) -> list[float]:
    """The least processor seconds of each, in turns: what else the machine does counts less."""
    best = [float("inf")] * len(works)
    for _ in range(_ROUNDS):
        for at, work in enumerate(works):
            began = time.process_time()
            work()
            best[at] = min(best[at], time.process_time() - began)
    return best


def _tokens(text: str) -> int:
    found = 0
    for match in _TOKENS.finditer(text):
        match.span()
        found += 1
    return found


def _over(step: Callable[[str], object], texts: Sequence[str]) -> Callable[[], None]:
    def work() -> None:
        for text in texts:
            step(text)

    return work


def _start_and_memory() -> None:
    starts = [float(_told("-c", _START)) for _ in range(_ROUNDS)]
    with tempfile.TemporaryDirectory(prefix="zhunsheng-") as place:
        path = Path(place) / "report.txt"
        path.write_text("\n".join(reports(_MEGABYTE)), encoding="utf-8")
        peak = float(_told("-c", _PEAK, str(path)))
    rows = [
        ("import and first call, s", verdict(min(starts), 0.25)),
        ("peak of the process, 1 MB of text, MB", verdict(peak, 100)),
    ]
    show("start and memory", ("", "measured"), rows)


def _told(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    return done.stdout


def _long_document() -> None:
    from zhunsheng.audit import audit
    from zhunsheng.gongwen.read import read

    data = _word_file(300)

    def limit() -> None:
        _tokens(_expat_pass(data))

    def ours() -> None:
        audit(read("report.docx", data))

    low, whole = in_turns(limit, ours, times=3)
    ratio = whole.least / low.least
    rows = [
        ("expat pass + (b)", f"{low.least * 1000:.0f}", ""),
        ("read and audited", f"{whole.least * 1000:.0f}", verdict(ratio, 5.5)),
    ]
    show("a Word file of 300 pages", ("", "ms", "ratio"), rows)


def _word_file(pages: int) -> bytes:
    from io import BytesIO

    from docx import Document

    document = Document()
    for report in reports(pages * _PAGE):
        for line in report.split("\n"):
            document.add_paragraph(line)
    stored = BytesIO()
    document.save(stored)
    return stored.getvalue()


def _expat_pass(data: bytes) -> str:
    from io import BytesIO

    words: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = words.append
    parser.EndElementHandler = lambda name: words.append("\n") if name == "w:p" else None
    parser.Parse(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"), True)
    return "".join(words)


def _peers(path: Path | None) -> None:
    if path is None or not path.is_file():
        print("\n同类工具：未测，请用--peers给出路径 / peers: not measured, give --peers")
        return
    command = [sys.executable, str(path), "peers", "--engine", "zhunsheng.audit.plain:quantities"]
    print(f"\npeers, {path.name}", flush=True)
    taken = seconds_of(lambda: subprocess.run(command, check=False))
    print(f"  {taken:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
