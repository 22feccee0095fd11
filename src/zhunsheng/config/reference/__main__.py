"""`python -m zhunsheng.config.reference [--check]`: writes docs/reference, or says what drifted."""

import sys
from pathlib import Path

from zhunsheng.config.reference.checks import files

FOLDER = Path(__file__).resolve().parents[4] / "docs" / "reference"


def drifted(folder: Path = FOLDER) -> list[str]:
    """The pages that are not what the declarations say, and those nothing makes any more."""
    made = files()
    wrong = [
        str(path)
        for path, text in made.items()
        if not (folder / path).is_file() or (folder / path).read_text(encoding="utf-8") != text
    ]
    kept = {folder / path for path in made}
    stray = (p for p in (folder / "checks").glob("*.md") if p not in kept)
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
    sys.exit(main(sys.argv[1:]))
