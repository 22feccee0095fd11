"""A run over many paths by the workers of a Dask cluster: paths are sent, not texts."""

import importlib
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from zhunsheng.cli.auditing.job import Job, Judged, judged

_SHARE: Final = 32  # paths given to a worker at a time
_AHEAD: Final = 64  # shares under way
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
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            "没有安装集群组件；请安装zhunsheng[cluster]。",
            "the parts for clusters are not installed: install zhunsheng[cluster].",
        ) from error
    try:
        client = distributed.Client(address, timeout=5)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"连接不上调度器{address}：{error}；请先运行dask scheduler和dask worker。",
            f"no scheduler answers at {address}: {error}; start dask scheduler and dask worker.",
        ) from error
    with client:
        given = client.scatter(job, broadcast=True, hash=False)
        shares = iter([paths[at : at + _SHARE] for at in range(0, len(paths), _SHARE)])

        def submit(count: int) -> list[Any]:
            return [
                client.submit(_all, list(share), given, retries=_TRIES, pure=False)
                for share in islice(shares, count)
            ]

        under_way = deque(submit(_AHEAD))
        while under_way:
            yield from under_way.popleft().result()
            under_way += submit(1)


def _all(paths: Sequence[str], job: Job) -> list[Judged]:
    return [judged(path, job) for path in paths]
