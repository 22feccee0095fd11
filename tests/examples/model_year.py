"""The model year loaded as its bureau would load it, each workbook by its keeper."""

from pathlib import Path

from zhunsheng.cli.commands.demo import BOOKS
from zhunsheng.cli.commands.organise import organise
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.workbook.load import Imported, folder_files, import_workbook

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MODEL_YEAR = EXAMPLES / "model-year"
FAULTY = EXAMPLES / "faulty"


def organised() -> Agency:
    return organise(MODEL_YEAR / "organisation.toml")


def load(name: str, *, account: str, division: str) -> Imported:
    """One workbook, imported and not yet confirmed."""
    by = Person.objects.get(username=account)
    return import_workbook(
        name,
        (MODEL_YEAR / name).read_bytes(),
        by=by,
        division=by.agency.divisions.get(code=division),
        files=folder_files(MODEL_YEAR),
    )


def load_all() -> Agency:
    """The agency with its whole year, confirmed."""
    agency = organised()
    for name, account, division, confirming in BOOKS:
        done = load(name, account=account, division=division)
        confirm_batch(done.batch, by=Person.objects.get(username=confirming))
    return agency
