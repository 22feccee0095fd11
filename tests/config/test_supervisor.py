"""Serving starts, says where, stops when asked, and refuses a port that is taken."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from zhunsheng.config.supervisor import Address, PortTakenError, require_free

ROOT = Path(__file__).resolve().parents[2]
SERVE = """
import sys
from zhunsheng.config.supervisor import Address, serve
sys.exit(serve(Address(port={port}), application="tests.config.hello:application"))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(port: int) -> Iterator["subprocess.Popen[str]"]:
    code = SERVE.format(port=port)
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as parent:
        assert parent.stdout is not None
        assert f"http://127.0.0.1:{port}/" in parent.stdout.readline()
        try:
            yield parent
        finally:
            parent.kill()


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as response:
            return bool(response.read() == b"here")
    except OSError:
        return False


def silent(port: int) -> bool:
    """Whether the port falls silent within ten seconds."""
    for _ in range(100):
        if not answers(port):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.kill
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stops_cleanly_when_asked(number: signal.Signals) -> None:
    port = free_port()
    with serving(port) as parent:
        assert answers(port)
        parent.send_signal(number)
        assert parent.wait(timeout=20) == 0
        assert silent(port)


@pytest.mark.kill
@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child of its parent's death"
)
def test_leaves_no_server_behind_when_killed_outright() -> None:
    port = free_port()
    with serving(port) as parent:
        parent.kill()
        parent.wait(timeout=20)
        assert silent(port)


def test_a_taken_port_is_refused_with_the_remedy() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError) as refused:
            require_free(Address(port=port))
    assert f"ZHUNSHENG_PORT={port + 1}" in str(refused.value)
    require_free(Address(port=port))
