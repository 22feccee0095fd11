"""`zhunsheng audit FOLDER`: two processes against one, two workers of a cluster against both."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measured import show

_COUNT = int(os.environ.get("ZHUNSHENG_BENCH_REPORTS", "400"))
_TIMES = 2
_COMMAND = (sys.executable, "-m", "zhunsheng.cli", "audit", "--format", "lines")
_LEAST_GAIN = 1.8  # one process over two
_MOST_EXCESS = 1.15  # the cluster over the pool
_PARAGRAPH = (
    "全年主动公开政府信息{n}条次，其中门户网站{a}条次，微信公众号{b}条次；办理人大建议和政协提案26件，"
    "其中主办15件、协办11件，按期答复率100%。现行有效规范性文件12件，全年制定2件、废止1件，"
    "组织法治学习9次，参加干部{n}人次，办理依申请公开3件，均在法定期限内答复。"
)  # the year's postings, submissions, documents, trainings and requests


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and of processors."""

    wall: float
    processor: float


def main() -> int:
    """Times each way in turns over the same folder; every way must print the same."""
    with tempfile.TemporaryDirectory(prefix="zhunsheng-") as place:
        folder = Path(place)
        for number in range(_COUNT):
            (folder / f"{number:05}.txt").write_text(_report(number), encoding="utf-8")
        ways: dict[str, tuple[str, ...]] = {
            "one process": ("--jobs", "1"),
            "two processes": ("--jobs", "2"),
        }
        with _Cluster() as address:
            if address:
                ways["two workers"] = ("--cluster", address)
            seconds, printed = _in_turns(folder, ways)
    if len(set(printed.values())) != 1:
        raise SystemExit("各方式输出不一致 / the ways do not print the same")
    _show(seconds)
    return 0


def _in_turns(
    folder: Path, ways: dict[str, tuple[str, ...]]
) -> tuple[dict[str, Taken], dict[str, bytes]]:
    best: dict[str, Taken] = {}
    printed: dict[str, bytes] = {}
    for _ in range(_TIMES):
        for name, options in ways.items():
            command = [*_COMMAND, *options, str(folder)]
            before, began = _processor(), time.perf_counter()
            printed[name] = subprocess.run(command, capture_output=True, check=False).stdout
            taken = Taken(time.perf_counter() - began, _processor() - before)
            best[name] = min(best.get(name, taken), taken, key=lambda each: each.wall)
    return best, printed


def _processor() -> float:
    """Processor seconds of all children that have ended; a cluster's workers have not."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _show(taken: dict[str, Taken]) -> None:
    one, two = taken["one process"], taken["two processes"]
    gain = one.wall / two.wall
    short = "" if gain >= _LEAST_GAIN else ", MISSED"
    verdicts = {"one process": "", "two processes": f"{gain:.2f} × (≥ {_LEAST_GAIN}{short})"}
    if "two workers" in taken:
        over = taken["two workers"].wall / two.wall
        missed = "" if over <= _MOST_EXCESS else ", MISSED"
        verdicts["two workers"] = f"{over:.2f} × the pool (≤ {_MOST_EXCESS}{missed})"
    rows = [
        (name, f"{t.wall:.1f}", f"{t.processor:.1f}", f"{_COUNT / t.wall:.0f}", verdicts[name])
        for name, t in taken.items()
    ]
    title = f"zhunsheng audit of {_COUNT:,} reports of {len(_report(0)):,} characters"
    show(title, ("", "s", "processor s", "reports/s", ""), rows)
    load = os.getloadavg()[0]
    print(f"  load {load:.1f} on {os.cpu_count()} processors")


def _report(number: int) -> str:
    lines = ["澜川市科学技术局2024年法治政府建设年度报告"]
    for at, chapter in enumerate("一二三四五"):
        lines.append(f"{chapter}、主要举措和成效")
        for k in range(3):
            n = 400 + number + at + k
            lines.append(_PARAGRAPH.format(n=n, a=n - 143, b=143))
    return "\n".join(lines)


class _Cluster:
    """A scheduler and two workers of one thread, where the parts for it are installed."""

    def __init__(self) -> None:
        self.processes: list[subprocess.Popen[str]] = []

    def __enter__(self) -> str:
        program = Path(sys.executable).with_name("dask")
        if not program.exists():
            return ""
        here = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        scheduler = self._start(program, "scheduler", *here)
        assert scheduler.stderr is not None
        told = next((line for line in scheduler.stderr if "Scheduler at:" in line), "")
        address = told.split("Scheduler at:")[-1].strip()
        for _ in range(2):
            self._start(program, "worker", address, "--nthreads", "1", "--no-dashboard")
        return address

    def _start(self, program: Path, *options: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [str(program), *options],
            stderr=subprocess.PIPE if options[0] == "scheduler" else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        self.processes.append(process)
        return process

    def __exit__(self, *_: object) -> None:
        for process in reversed(self.processes):
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
