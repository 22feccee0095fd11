"""A real Chromium for the browser tests: the machine's own, Debian's package, or npm's."""

import os
import shutil
import sys
import tarfile
from pathlib import Path

from bootstrap import VAR, StepFailedError, apt_install, quietly, say

VARIABLE = "ZHUNSHENG_CHROMIUM"
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
_PACKAGE = "@sparticuz/chromium@123.0.1"  # Playwright drives nothing older than Chromium 105
_UNPACK = """
const fs = require("fs"), zlib = require("zlib");
const [source, target] = process.argv.slice(1);
fs.writeFileSync(target, zlib.brotliDecompressSync(fs.readFileSync(source)));
"""


def provide() -> str:
    """The path of a browser, installed where none is found; empty, with the reason, if none."""
    found = find() or _from_debian() or _from_npm()
    if not found:
        say(
            "找不到也无法安装Chromium，浏览器测试将不能通过；请安装Chromium或Chrome，"
            f"或用{VARIABLE}指明其路径",
            "no Chromium was found nor could be installed, so the browser tests will fail;"
            f" install Chromium or Chrome, or name its path in {VARIABLE}",
        )
    return found


def find() -> str:
    """The path of a browser that is here already, or an empty text."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return named
    own = _installed_by_npm()
    return next((p for name in _NAMES if (p := shutil.which(name))), str(own) if own else "")


def _from_debian() -> str:
    return find() if apt_install("chromium", "fonts-noto-cjk") else ""


def _folder() -> Path:
    return VAR / "browser"


def _installed_by_npm() -> Path | None:
    script = _folder() / "run-chromium"
    return script if script.exists() else None


def _extract(source: Path, folder: Path) -> None:
    with tarfile.open(source) as archive:
        # Python 3.11.4 is the first that can be told to keep within the folder.
        if hasattr(tarfile, "data_filter"):
            archive.extractall(folder, filter="data")
        else:
            archive.extractall(folder)


def _from_npm() -> str:
    """Chromium out of the npm registry: no root is needed."""
    if sys.platform != "linux" or not (shutil.which("npm") and shutil.which("node")):
        return ""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pack = ["npm", "pack", _PACKAGE, "--silent", "--pack-destination", folder]
        quietly("从npm下载浏览器", "downloading a browser from npm", pack)
        _extract(next(folder.glob("*.tgz")), folder)
        for packed in sorted((folder / "package" / "bin").glob("*.br")):
            target = folder / packed.stem
            unpack = ["node", "-e", _UNPACK, packed, target]
            quietly(f"解开{packed.stem}", f"unpacking {packed.stem}", unpack)
            if target.suffix == ".tar":
                _extract(target, folder)
    except (StepFailedError, OSError, tarfile.TarError, StopIteration) as failure:
        print(failure, flush=True)
        return ""
    (folder / "chromium").chmod(0o755)
    script = folder / "run-chromium"
    # It brings its own libraries; a machine that has them newer is served by its own.
    script.write_text(
        '#!/bin/sh\nhere=$(dirname "$0")\n'
        'export LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib"\n'
        'exec "$here/chromium" "$@"\n',
        encoding="ascii",
    )
    script.chmod(0o755)
    return str(script)
