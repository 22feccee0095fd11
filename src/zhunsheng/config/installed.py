"""Which regimes are installed: every package folder of regimes/ and of ZHUNSHENG_REGIMES."""

import os
import sys
from pathlib import Path

_OWN = Path(__file__).resolve().parent.parent / "regimes"
#: Labels already taken by other Django apps; a regime folder of such a name cannot be loaded.
_TAKEN = frozenset(
    [
        "auth",
        "contenttypes",
        "sessions",
        "messages",
        "staticfiles",
        "axes",
        "kernel",
        "reports",
        "desk",
        "portal",
    ]
)


class RegimeNameTakenError(Exception):
    """A regime's folder has the name of another application."""

    code = "REGIME_NAME_TAKEN"

    def __init__(self, name: str, where: Path) -> None:
        super().__init__(
            f"制度文件夹“{name}”({where})与已有应用同名，无法装载；请改用其他名称。"
            f" / The regime folder '{name}' ({where}) has the name of an installed application"
            " and cannot be loaded; rename the folder."
        )


def regime_folders() -> tuple[tuple[str, Path], ...]:
    """(dotted package, folder) of every regime, the product's own first, each once."""
    found: dict[str, tuple[str, Path]] = {}
    for folder in _packages(_OWN):
        found[folder.name] = (f"zhunsheng.regimes.{folder.name}", folder)
    extra = os.environ.get("ZHUNSHENG_REGIMES")
    if extra:
        root = Path(extra).resolve()
        if str(root) not in sys.path:
            sys.path.insert(0, str(root))
        for folder in _packages(root):
            if folder.name in found:
                raise RegimeNameTakenError(folder.name, folder)
            found[folder.name] = (folder.name, folder)
    for name, (_, folder) in found.items():
        if name in _TAKEN:
            raise RegimeNameTakenError(name, folder)
    return tuple(found.values())


def regime_apps() -> list[str]:
    """The dotted packages, as INSTALLED_APPS wants them."""
    return [package for package, _ in regime_folders()]


def _packages(root: Path) -> list[Path]:
    return sorted(p for p in root.iterdir() if (p / "regime.py").is_file())
