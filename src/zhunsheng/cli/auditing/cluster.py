"""A run over many paths by the workers of a Dask cluster: paths are sent, not texts."""

import importlib
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from zhunsheng.cli.auditing.job import Job, Judged, judged, killed

_SHARE: Final = 32  # paths given to a worker at a time
_AHEAD: Final = 64  # shares under way
_PATIENCE: Final = 5  # seconds to wait for the scheduler; twelve times as long for a worker
_TRIES: Final = 3  # times a share is given to another worker before it is refused


class ClusterError(Exception):
    """The cluster cannot be used."""

    code = "CLUSTER"

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")


def run(paths: Sequence[str], job: Job, *, address: str) -> Iterator[Judged]:
    """The answers in the order of the paths, the same as a pool gives.

    Every worker must see the paths and have this package. A worker that dies has its share given
    to another. Errors: ClusterError.
    """
    distributed, client = _connected(address)
    with client:
        shares = iter([list(paths[at : at + _SHARE]) for at in range(0, len(paths), _SHARE)])
        under_way = deque(_submitted(client, share, job) for share in islice(shares, _AHEAD))
        while under_way:
            share, future = under_way.popleft()
            try:
                yield from future.result()
            except distributed.KilledWorker:
                yield from (_alone(distributed, client, path, job) for path in share)
            under_way += [_submitted(client, more, job) for more in islice(shares, 1)]


def _connected(address: str) -> tuple[Any, Any]:
    """(the library, a client with at least one worker). Errors: ClusterError."""
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            "没有安装集群组件；请安装zhunsheng[cluster]。",
            "the parts for clusters are not installed: install zhunsheng[cluster].",
        ) from error
    try:
        client = distributed.Client(address, timeout=_PATIENCE)
        client.wait_for_workers(1, timeout=_PATIENCE * 12)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"{address}没有可用的调度器或工作进程：{error}；请运行dask scheduler和dask worker。",
            f"no scheduler with a worker at {address}: {error}; start dask scheduler, dask worker.",
        ) from error
    return distributed, client


def _submitted(client: Any, share: list[str], job: Job) -> tuple[list[str], Any]:
    """The share and what will hold its answers; a worker that dies has it given to another."""
    return share, client.submit(_all, share, job, retries=_TRIES, pure=False)


def _alone(distributed: Any, client: Any, path: str, job: Job) -> Judged:
    try:
        answer: Judged = client.submit(judged, path, job, pure=False).result()
    except distributed.KilledWorker:
        return killed(path)
    return answer


def _all(paths: Sequence[str], job: Job) -> list[Judged]:
    return [judged(path, job) for path in paths]
