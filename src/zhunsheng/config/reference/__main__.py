"""`python -m zhunsheng.config.reference [--check]`: writes docs/reference, or says what drifted."""

import os
import sys
from pathlib import Path, PurePosixPath

import django

_MADE_WHOLE = ("checks", "regimes")  # folders in which nothing is written by hand
FOLDER = Path(__file__).resolve().parents[4] / "docs" / "reference"


def files() -> dict[PurePosixPath, str]:
    """Every page with its text: of the audit's checks, of the regimes, and the schemas."""
    from zhunsheng.config.reference.checks import check_files
    from zhunsheng.config.reference.regimes import regime_files

    made = check_files() | regime_files()
    return {path: text.rstrip() + "\n" for path, text in made.items()}


def drifted(folder: Path = FOLDER) -> list[str]:
    """The pages that are not what the declarations say, and those nothing makes any more."""
    made = files()
    wrong = [
        str(path)
        for path, text in made.items()
        if not (folder / path).is_file() or (folder / path).read_text(encoding="utf-8") != text
    ]
    kept = {folder / path for path in made}
    there = (p for name in _MADE_WHOLE for p in (folder / name).glob("*.md"))
    stray = (p for p in there if p not in kept)
    return wrong + [str(p.relative_to(folder)) for p in stray]


def write(folder: Path = FOLDER) -> int:
    """How many pages were written; those nothing makes any more are removed."""
    for stale in drifted(folder):
        (folder / stale).unlink(missing_ok=True)
    for path, text in files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return len(files())


def main(arguments: list[str]) -> int:
    """Exit code."""
    if arguments == ["--check"]:
        wrong = drifted()
        for path in wrong:
            print(f"docs/reference/{path}：与声明不一致，请运行make docs / has drifted: make docs")
        return 1 if wrong else 0
    count = write()
    print(f"写入{count}页 / {count} pages written")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.config.settings")
    django.setup()
    sys.exit(main(sys.argv[1:]))
