"""A run over many paths by a pool of limited processes; one that dies loses nothing."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from zhunsheng.cli.auditing.job import Job, Judged, judged, killed

_MEMORY: Final = 2 * 1024**3  # bytes a process may take
_SHARE: Final = 8  # paths given to a process at a time
#: How files begin that a parser opens: packages, PDF, old Word, markup.
_PARSED: Final = (b"PK", b"%PDF", b"\xd0\xcf\x11\xe0", b"<", b"\xef\xbb\xbf<", b"{\\rtf")
_AHEAD: Final = 4  # shares under way for each process


def run(paths: Sequence[str], job: Job, *, processes: int) -> Iterator[Judged]:
    """The answers in the order of the paths.

    Plain text is judged here where one process is enough; what has to be parsed never is.
    """
    if (processes <= 1 or len(paths) <= 1) and all(_plain(path) for path in paths):
        yield from (judged(path, job) for path in paths)
        return
    shares = [paths[at : at + _SHARE] for at in range(0, len(paths), _SHARE)]
    at = 0
    while at < len(shares):
        try:
            for answers in _pooled(shares[at:], job, min(processes, len(paths))):
                yield from answers
                at += 1
        except BrokenProcessPool:
            # The share at hand may hold the file that killed it: each of its files alone.
            yield from (_alone(path, job) for path in shares[at])
            at += 1


def _plain(path: str) -> bool:
    """Whether a file is plain text by its first bytes, or cannot be opened."""
    try:
        with Path(path).open("rb") as file:
            return not file.read(512).lstrip().startswith(_PARSED)
    except OSError:
        return True


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
        return killed(path)


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
