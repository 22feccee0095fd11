"""The model year loaded as its bureau would load it, each workbook by its keeper."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from django.db import connection

from zhunsheng.cli.commands.demo import keepers
from zhunsheng.cli.commands.demo_sources import declare_sources
from zhunsheng.cli.commands.organise import organise
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.workbook.load import Imported, folder_files, import_workbook

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MODEL_YEAR = EXAMPLES / "model-year"
FAULTY = EXAMPLES / "faulty"


def organised() -> Agency:
    return organise(MODEL_YEAR / "organisation.toml")


def load(
    path: Path,
    *,
    by: Person,
    division: Division,
    edited: Mapping[str, bytes] = MappingProxyType({}),
) -> Imported:
    """One workbook, or what it was edited to, imported and not yet confirmed."""
    files = folder_files(MODEL_YEAR)
    data = edited.get(path.name) or path.read_bytes()
    return import_workbook(path.name, data, by=by, division=division, files=files)


def load_all(
    *, confirmed: bool = True, edited: Mapping[str, bytes] = MappingProxyType({})
) -> Agency:
    """The agency with its whole year, confirmed by a second person unless told.

    `edited` holds workbooks to load in place of those of the same name.
    """
    agency = organised()
    confirming = Person.objects.get(username="shensiqi")
    declare_sources(MODEL_YEAR, agency)
    for path, division, by in keepers(MODEL_YEAR, agency):
        done = load(path, by=by, division=division, edited=edited)
        if confirmed:
            confirm_batch(done.batch, by=confirming)
    if connection.vendor == "postgresql":
        # Its planner may have seen the tables while they were empty, and then joins row by row.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return agency
