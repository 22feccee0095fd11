"""`python -m examples.make`: every example again, the same bytes each time."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from examples import make
from examples.make import faulty, scans
from examples.make.book import write

_HERE = Path(__file__).resolve().parent.parent


def main(folder: Path = _HERE) -> None:
    """Writes the model year and the faulty set into the folder.

    A module beside this one adds workbooks by `BOOKS` (file name → what gives its sheets) and the
    papers its rows name by `PAPERS` (file name → title, date, lines).
    """
    year = folder / "model-year"
    papers = dict(scans.PAPERS)
    for module in _makers():
        for name, sheets in getattr(module, "BOOKS", {}).items():
            write(year / name, sheets())
        papers |= getattr(module, "PAPERS", {})
    scans.write_all(year / "佐证", papers)
    faulty.write_all(folder / "faulty")


def _makers() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(make.__path__):
        if found.name != "__main__":
            yield importlib.import_module(f"{make.__name__}.{found.name}")


if __name__ == "__main__":
    main()
