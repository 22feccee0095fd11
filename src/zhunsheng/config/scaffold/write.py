"""Templates become files: every one or none."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from zhunsheng.config.scaffold.errors import FolderTakenError

SUFFIX = ".txt"  # keeps formatters and test runners away from the templates


def write(templates: Path, target: Path, values: Mapping[str, str]) -> list[Path]:
    """The files written; in their names and texts `$name` and so on are filled in.

    Errors: FolderTakenError when one of them exists.
    """
    sources = sorted(p for p in templates.rglob(f"*{SUFFIX}"))
    made = {
        target / Template(str(p.relative_to(templates))[: -len(SUFFIX)]).substitute(values): p
        for p in sources
    }
    for path in made:
        if path.exists():
            raise FolderTakenError(path)
    for path, source in made.items():
        text = Template(source.read_text(encoding="utf-8")).substitute(values)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(made)
