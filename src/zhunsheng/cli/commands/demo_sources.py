"""Exports of other systems in the model year: their columns mapped as a clerk would once."""

import tomllib
from pathlib import Path

from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.source import remember_source


def declare_sources(folder: Path, agency: Agency) -> None:
    """The mappings of the folder's `sources.toml`, remembered. Errors: SourceError."""
    path = folder / "sources.toml"
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["source"]:
        remember_source(
            agency,
            one["name"],
            registry().register(one["register"]),
            columns=one["columns"],
            constants={},
            words=one["words"],
            by=Person.objects.get(username=one["by"]),
        )
