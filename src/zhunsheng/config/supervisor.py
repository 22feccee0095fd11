"""Serving: one web server under a parent that leaves nothing behind, however it ends."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

APPLICATION = "zhunsheng.config.wsgi:application"
_PR_SET_PDEATHSIG = 1


class PortTakenError(Exception):
    """The address cannot be listened on."""

    code = "PORT_TAKEN"

    def __init__(self, host: str, port: int, why: str) -> None:
        other = port + 1
        super().__init__(
            f"不能在{host}:{port}上提供服务（{why}），可能已有程序占用该端口；请关闭那个程序，"
            f"或设置ZHUNSHENG_PORT={other}后重新运行。"
            f" / Cannot serve on {host}:{port} ({why}); another program probably uses the port."
            f" Stop that program, or set ZHUNSHENG_PORT={other} and run this again."
        )


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens."""

    host: str = "127.0.0.1"
    port: int = 8000

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}/"


def require_free(address: Address) -> None:
    """Errors: PortTakenError while another program listens there, or may not be listened on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # there it would allow a second listener
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError as error:
            raise PortTakenError(address.host, address.port, error.strerror or str(error)) from None


def command(address: Address, application: str) -> list[str]:
    """One worker, for SQLite has one writer; a few threads, for pages mostly wait on it."""
    options = {
        "--interface": "wsgi",
        "--host": address.host,
        "--port": str(address.port),
        "--workers": "1",
        "--blocking-threads": "4",
        "--workers-kill-timeout": "10",
        "--log-level": "warning",
    }
    told = [word for pair in options.items() for word in pair]
    return [sys.executable, "-m", "granian", *told, application]


def serve(address: Address, *, application: str = APPLICATION) -> int:
    """Serves until it is interrupted or the server ends; the exit code, 0 after an interrupt."""
    require_free(address)
    with subprocess.Popen(command(address, application), **_apart()) as server:
        asked = _on_signals(lambda again: _stop(server, at_once=again))
        if _answers(server, address):
            print(f"服务地址 {address.url} 按Ctrl-C停止 / serving, Ctrl-C stops it", flush=True)
        code = server.wait()
    return 0 if asked else code


def _answers(server: "subprocess.Popen[bytes]", address: Address) -> bool:
    """True once the server takes connections, False if it ended before."""
    while server.poll() is None:
        try:
            # Every address of the machine is no address to call.
            host = "127.0.0.1" if address.host == "0.0.0.0" else address.host
            socket.create_connection((host, address.port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _apart() -> dict[str, Any]:
    """A process group of its own, so that Ctrl-C reaches the parent alone, which then stops it."""
    if os.name == "nt":
        return {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    return {"start_new_session": True, "preexec_fn": _die_with_parent}


def _die_with_parent() -> None:
    """Linux ends the server when the parent is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _on_signals(stop: Callable[[bool], None]) -> list[int]:
    """The signals received so far; the first asks the server to stop, a second ends it."""
    received: list[int] = []

    def handle(number: int, _: FrameType | None) -> None:
        received.append(number)
        stop(len(received) > 1)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        if number := getattr(signal, name, None):
            signal.signal(number, handle)
    return received


def _stop(server: "subprocess.Popen[bytes]", *, at_once: bool) -> None:
    if server.poll() is not None:
        return
    if os.name == "nt":
        server.terminate()
        return
    os.killpg(server.pid, signal.SIGKILL if at_once else signal.SIGTERM)


def main() -> int:
    """Serves at ZHUNSHENG_LISTEN and ZHUNSHENG_PORT; at 127.0.0.1 and 8000 unless set."""
    address = Address(
        host=os.environ.get("ZHUNSHENG_LISTEN", "127.0.0.1"),
        port=int(os.environ.get("ZHUNSHENG_PORT", "8000")),
    )
    try:
        return serve(address)
    except PortTakenError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
