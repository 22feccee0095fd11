"""The project's environment, made from the lock with Python's standard library alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VAR = ROOT / "var"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SETTINGS = "zhunsheng.config.settings"


class StepFailedError(Exception):
    """A step ended badly; the message says what to do, in both languages."""


def say(zh: str, en: str) -> None:
    print(f"{zh} / {en}", flush=True)


def surroundings(**more: str) -> dict[str, str]:
    """The environment of every command: UTF-8, our settings, the user's package index for uv."""
    env = {**os.environ, "PYTHONUTF8": "1", "VIRTUAL_ENV": str(VENV), **more}
    env.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    env.setdefault("ZHUNSHENG_ROOT", str(ROOT))
    return env


def quietly(zh: str, en: str, command: Sequence[object], **more: str) -> None:
    """Runs the command into a log; shows the seconds it takes, and the log if it fails."""
    VAR.mkdir(exist_ok=True)
    log, began = VAR / "setup.log", time.monotonic()
    say(zh, en)
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [str(c) for c in command],
            cwd=ROOT,
            env=surroundings(**more),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        while True:
            try:
                code = process.wait(timeout=2)
                break
            except subprocess.TimeoutExpired:
                print(f"  … {time.monotonic() - began:.0f} s", flush=True)
    if code:
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-25:])
        raise StepFailedError(
            f"{zh}：未成功（退出码{code}） / {en}: failed (exit code {code})\n{tail}"
        )


def openly(*command: object, **more: str) -> int:
    """Runs the command in the foreground; its exit code."""
    process = subprocess.Popen(
        [str(c) for c in command], cwd=ROOT, env=surroundings(**more), stdin=subprocess.DEVNULL
    )
    try:
        return process.wait()
    except KeyboardInterrupt:
        return process.wait()  # Ctrl-C reached the child too: let it end in its own way


def works(*command: object) -> bool:
    """Whether the command exists and ends well; its output is nobody's business."""
    try:
        done = subprocess.run([str(c) for c in command], capture_output=True, check=False, cwd=ROOT)
    except OSError:
        return False
    return done.returncode == 0


def make_venv() -> None:
    """A virtual environment by the first way that this machine has."""
    probe = f"import sys; assert sys.version_info >= (3, 11) and sys.prefix == {str(VENV)!r}"
    if PYTHON.exists() and works(PYTHON, "-c", probe):
        return
    ways: tuple[Callable[[], bool], ...] = (
        lambda: works(sys.executable, "-m", "venv", VENV),
        lambda: bool(installer()) and works(sys.executable, "-m", "venv", "--without-pip", VENV),
        lambda: bool(shutil.which("uv")) and works("uv", "venv", "--python", sys.executable, VENV),
        lambda: apt_install("python3-venv") and works(sys.executable, "-m", "venv", VENV),
    )
    say("建立虚拟环境 .venv", "making the virtual environment .venv")
    for way in ways:
        shutil.rmtree(VENV, ignore_errors=True)
        if way():
            return
    raise StepFailedError(
        "本机Python没有venv模块，也没有pip或uv可用；请安装（Debian/Ubuntu："
        "apt-get install python3-venv），然后重新运行。"
        " / This Python has no venv module, and neither pip nor uv is at hand; install it"
        " (Debian/Ubuntu: apt-get install python3-venv) and run this again."
    )


def apt_install(*packages: str) -> bool:
    """Whether Debian's packages could be installed, as root or by a sudo that asks nothing."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not shutil.which("apt-get") or not (root or works("sudo", "-n", "true")):
        return False
    apt = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    named = " ".join(packages)
    try:
        quietly("更新软件包列表", "updating the list of system packages", [*apt, "update"])
        install = [*apt, "install", "-y", "--no-install-recommends", *packages]
        quietly(f"安装系统软件包{named}", f"installing the system packages {named}", install)
    except StepFailedError as failure:
        print(failure, flush=True)
        return False
    return True


def installer() -> list[str]:
    """A pip or uv outside the environment that can install into it; empty if there is none."""
    if shutil.which("uv"):
        return ["uv", "pip", "install", "--python", str(PYTHON)]
    if works(sys.executable, "-m", "pip", "--version"):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON), "install"]
    return []


def index_of_the_user() -> dict[str, str]:
    """uv does not read pip's configuration: the same index, mirrors and certificate, told to uv."""
    told = {}
    names = {
        "index-url": "UV_DEFAULT_INDEX",
        "extra-index-url": "UV_INDEX",
        "find-links": "UV_FIND_LINKS",
        "cert": "SSL_CERT_FILE",
    }
    listed = ""
    for python in (str(PYTHON), sys.executable):
        command = [python, "-m", "pip", "config", "list"]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        listed = listed or found.stdout
    for line in listed.splitlines():  # global.index-url='…', then the environment's :env:.index-url
        key, _, value = line.partition("=")
        name = names.get(key.rpartition(".")[2])
        if name:
            told[name] = value.strip("'\"")
    for key, name in names.items():
        if set_here := os.environ.get("PIP_" + key.upper().replace("-", "_")):
            told[name] = set_here
    told = {name: value for name, value in told.items() if name not in os.environ}
    # Every file is pinned by its digest, so which index holds it is a matter of finding it.
    return {**told, "UV_INDEX_STRATEGY": "unsafe-best-match"}


def pinned_uv() -> str:
    """The lock's own lines for uv, digests included."""
    kept: list[str] = []
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if line.startswith("uv==") or (kept and kept[-1].endswith("\\")):
            kept.append(line)
    return "\n".join(kept) + "\n"


def install() -> None:
    """Installs exactly what the lock names, and this project on top of it."""
    if not works(PYTHON, "-m", "uv", "--version"):
        own = [str(PYTHON), "-m", "pip", "install"]
        command = own if works(PYTHON, "-m", "pip", "--version") else installer()
        with tempfile.TemporaryDirectory() as folder:
            wanted = Path(folder) / "uv.txt"
            wanted.write_text(pinned_uv(), encoding="utf-8")
            quietly("安装uv", "installing uv", [*command, "--require-hashes", "-r", wanted])
    uv, index = [str(PYTHON), "-m", "uv", "pip"], index_of_the_user()
    sync = [*uv, "sync", "--require-hashes", LOCK]
    quietly("安装锁定的依赖", "installing the locked dependencies", sync, **index)
    this = [*uv, "install", "--no-deps", "--no-build-isolation", "-e", ROOT]
    quietly("安装本项目", "installing this project", this, **index)


def once(name: str, made_from: Sequence[Path], work: Callable[[], None]) -> None:
    """Does the work unless the stamp says it was done from these very files."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in sorted(made_from):
        digest.update(path.read_bytes())
    stamp = VENV / f"done-{name}"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest.hexdigest():
        return
    work()
    stamp.write_text(digest.hexdigest(), encoding="ascii")


def setup() -> int:
    """准备环境、依赖与界面译文 / make the environment, its dependencies, the translations"""
    make_venv()
    once("install", (LOCK, ROOT / "pyproject.toml"), install)
    catalogues = tuple((ROOT / "src").rglob("django.po"))
    compile_all = [PYTHON, "-m", "zhunsheng.config.translations", "--compile"]
    title = ("编译界面译文", "compiling the translations")
    once("translations", catalogues, lambda: quietly(*title, compile_all))
    return 0
