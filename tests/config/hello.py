"""The smallest web application, for the supervisor's tests."""

from collections.abc import Callable, Iterable


def application(environ: object, start: Callable[..., object]) -> Iterable[bytes]:
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"here"]
