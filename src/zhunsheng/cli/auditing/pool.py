"""A run over many paths by a pool of limited processes; one that dies loses nothing."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Final

from zhunsheng.cli.auditing.job import Job, Judged, judged, refused

_MEMORY: Final = 2 * 1024**3  # bytes a process may take
_SHARE: Final = 8  # paths given to a process at a time
_AHEAD: Final = 4  # shares under way for each process


def run(paths: Sequence[str], job: Job, *, processes: int) -> Iterator[Judged]:
    """The answers in the order of the paths. With one process nothing is started."""
    if processes <= 1 or len(paths) <= 1:
        yield from (judged(path, job) for path in paths)
        return
    shares = [paths[at : at + _SHARE] for at in range(0, len(paths), _SHARE)]
    at = 0
    while at < len(shares):
        try:
            for answers in _pooled(shares[at:], job, processes):
                yield from answers
                at += 1
        except BrokenProcessPool:
            # The share at hand may hold the file that killed it: each of its files alone.
            yield from (_alone(path, job) for path in shares[at])
            at += 1


def _pooled(shares: Sequence[Sequence[str]], job: Job, processes: int) -> Iterator[list[Judged]]:
    with _pool(processes) as pool:
        waiting = iter(shares)
        under_way: list[Future[list[Judged]]] = [
            pool.submit(_all, share, job) for share in islice(waiting, processes * _AHEAD)
        ]
        while under_way:
            yield under_way.pop(0).result()
            under_way += [pool.submit(_all, share, job) for share in islice(waiting, 1)]


def _alone(path: str, job: Job) -> Judged:
    try:
        with _pool(1) as pool:
            return pool.submit(judged, path, job).result()
    except BrokenProcessPool:
        return refused(
            path,
            "KILLED",
            zh="读取该文件的进程被中止（内存超出限制或被终止），请单独检查该文件。",
            en="the process reading it was killed (out of memory, or ended): look at it alone.",
        )


def _all(paths: Sequence[str], job: Job) -> list[Judged]:
    return [judged(path, job) for path in paths]


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=_limited)


def _limited() -> None:
    """Limits this process, where the system knows limits."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
