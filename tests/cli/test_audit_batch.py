"""A run over many files: the same answers however it is shared out, and no file ends it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from tests.audit.report import REPORT, SOUND
from zhunsheng.cli.auditing import pool
from zhunsheng.cli.auditing.job import FOUND, UNREADABLE, Job, Judged, judged
from zhunsheng.cli.main import main

BROKEN = b"%PDF-1.7 no page"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve reports, one of them unreadable, in a folder and one below it."""
    reports = tmp_path / "reports"
    (reports / "more").mkdir(parents=True)
    for number in range(11):
        text = (REPORT if number % 3 else SOUND).replace("502", str(502 + number))
        where = reports / ("more" if number > 7 else ".")
        (where / f"report{number:02}.txt").write_text(text, encoding="utf-8")
    (reports / "report05.pdf").write_bytes(BROKEN)
    (reports / "~$report.docx").write_bytes(b"")
    return reports


def lines(folder: Path, *more: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    main(["audit", str(folder), "--format", "lines", *more])
    return capsys.readouterr().out.splitlines()


def test_one_line_a_report_and_a_summary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(folder), "--jobs", "1"]) == UNREADABLE
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 12
    assert "12 reports: 1 clean, 10 with findings, 1 unread" in told.out.splitlines()[-1]
    assert len(told.err.splitlines()) == 1
    assert "report05.pdf" in told.err


def test_two_processes_answer_as_one_does_in_the_same_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = lines(folder, "--jobs", "1", capsys=capsys)
    assert len(alone) == 11
    assert lines(folder, "--jobs", "2", capsys=capsys) == alone


def test_a_list_names_the_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = folder / "list.txt"
    paths = [folder / "report00.txt", folder / "report01.txt"]
    named.write_text("\n".join(map(str, paths)) + "\n\n", encoding="utf-8")
    assert main(["audit", "--list", str(named), "--jobs", "1"]) == FOUND
    assert "2 reports" in capsys.readouterr().out


def dies(path: str, job: Job) -> object:
    """What a process does with a file that kills whoever reads it."""
    if path.endswith("report03.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return judged(path, job)


@pytest.mark.kill
def test_a_process_killed_in_the_middle_loses_nothing(folder: Path, tmp_path: Path) -> None:
    """The file that kills its reader is one line; all others are answered, in order."""
    script = tmp_path / "run.py"
    script.write_text(
        "import sys\n"
        "from tests.cli.test_audit_batch import dies\n"
        "from zhunsheng.cli.auditing import pool\n"
        "from zhunsheng.cli.auditing.job import Job\n"
        "pool.judged = dies\n"
        "if __name__ == '__main__':\n"
        "    for answer in pool.run(sys.argv[1:], Job(form='lines'), processes=2):\n"
        "        print(answer.code, answer.path)\n",
        encoding="utf-8",
    )
    paths = sorted(str(p) for p in folder.rglob("report*.txt"))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", ".", *sys.path])}
    done = subprocess.run(
        [sys.executable, script, *paths], capture_output=True, text=True, check=True, env=env
    )
    told = [line.split(" ", 1) for line in done.stdout.splitlines()]
    assert [path for _, path in told] == paths
    assert [path for code, path in told if code == str(UNREADABLE)] == [
        path for path in paths if path.endswith("report03.txt")
    ]


def test_what_a_parser_opens_is_opened_in_a_process_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(path: str, job: Job) -> Judged:
        raise AssertionError(path)

    monkeypatch.setattr(pool, "judged", here)
    broken = folder / "report05.pdf"
    (answer,) = pool.run([str(broken)], Job(), processes=1)
    assert answer.code == UNREADABLE
    with pytest.raises(AssertionError):
        list(pool.run([str(folder / "report00.txt")], Job(), processes=1))


def test_a_job_may_be_sent_to_another_process(folder: Path) -> None:
    paths = sorted(str(p) for p in folder.rglob("report*.txt"))
    answers = list(pool.run(paths, Job(form="lines"), processes=1))
    assert [json.loads(a.body)["source"] for a in answers] == paths


@pytest.mark.kill
def test_a_cluster_answers_as_one_process_does_though_a_worker_is_killed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    distributed = pytest.importorskip("distributed")
    alone = lines(folder, "--jobs", "1", capsys=capsys)
    with running("dask", "scheduler", "--port", "0", "--no-dashboard") as scheduler:
        address = announced(scheduler)
        first = running("dask", "worker", address, "--nthreads", "1", "--no-dashboard")
        second = running("dask", "worker", address, "--nthreads", "1", "--no-dashboard")
        with first as worker, second:
            with distributed.Client(address) as client:
                client.wait_for_workers(2, timeout=60)
            Timer(0.2, worker.process.kill).start()
            assert lines(folder, "--cluster", address, capsys=capsys) == alone


def test_no_scheduler_is_said_with_the_remedy(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed")
    assert main(["audit", str(folder), "--cluster", "tcp://127.0.0.1:1"]) == UNREADABLE
    assert "dask scheduler" in capsys.readouterr().err


class running:  # noqa: N801 - reads as a phrase
    """A command of the environment, ended with the block."""

    def __init__(self, *command: str) -> None:
        program = str(Path(sys.executable).with_name(command[0]))
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])}
        self.process = subprocess.Popen(
            [program, *command[1:]],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            env=env,
        )

    def __enter__(self) -> "running":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def announced(scheduler: running) -> str:
    """The address the scheduler says it listens on."""
    assert scheduler.process.stderr is not None
    for line in scheduler.process.stderr:
        if "Scheduler at:" in line:
            return line.split("Scheduler at:")[1].strip()
    raise AssertionError("no scheduler")
