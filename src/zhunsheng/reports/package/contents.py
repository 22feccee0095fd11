"""What a package holds of an edition: its own documents, its figures as a table, its name."""

from zhunsheng.kernel.evidence.store import load
from zhunsheng.reports.facts_csv import facts_csv
from zhunsheng.reports.models import Edition
from zhunsheng.reports.package.manifest import SEALED
from zhunsheng.reports.xbrl.files import xbrl_of


def documents_of(edition: Edition) -> dict[str, bytes]:
    """Name → bytes: what the edition's digest covers, then what was derived from it."""
    kept = {
        "document.json": edition.document.encode(),
        "facts.json": edition.facts.encode(),
        "citations.json": edition.citations.encode(),
        "findings.json": edition.findings.encode(),
        "promises.json": edition.promises.encode(),
        "report.docx": load(edition.docx),
        "report.pdf": load(edition.pdf),
        "report.html": load(edition.html),
    }
    derived = {"facts.csv": facts_csv(edition.facts)}
    filing = {f"xbrl/{name}": data for name, data in xbrl_of(edition).items()}
    return {name: kept[name] for name in SEALED} | derived | filing


def about(edition: Edition) -> dict[str, object]:
    """What the manifest says of the edition; `entry` is its place in the agency's trail."""
    return {
        "agency": edition.agency.name,
        "year": edition.year,
        "number": edition.number,
        "title": edition.title,
        "signer": edition.signer,
        "issued_on": edition.issued_on.isoformat(),
        "digest": edition.digest,
        "entry": edition.entry,
    }
