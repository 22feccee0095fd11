"""A filing as files: the taxonomy, the inline report and the facts as xBRL-JSON."""

import io
import json
import zipfile
from collections.abc import Mapping

from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.models import Edition
from zhunsheng.reports.xbrl.filing import Filing
from zhunsheng.reports.xbrl.gather import filing_of
from zhunsheng.reports.xbrl.inline import NAME as INLINE
from zhunsheng.reports.xbrl.inline import inline
from zhunsheng.reports.xbrl.oim import NAME as JSON
from zhunsheng.reports.xbrl.oim import xbrl_json
from zhunsheng.reports.xbrl.taxonomy import FIGURES, GROUPS, LABELS, SUMS, taxonomy

#: Every file of a filing; they lie in one folder and name each other.
NAMES = (INLINE, JSON, FIGURES, LABELS, GROUPS, SUMS)


def xbrl_files(facts: str, document: OfficialDocument, *, agency: str) -> dict[str, bytes]:
    """File name → bytes, of a facts.json and the text that tells it."""
    return files_of(filing_of(facts, document, agency=agency))


def files_of(filing: Filing) -> dict[str, bytes]:
    """The same filing gives the same bytes."""
    return {INLINE: inline(filing), JSON: xbrl_json(filing), **taxonomy(filing)}


def xbrl_of(edition: Edition) -> dict[str, bytes]:
    """The filing of the edition as issued."""
    document = document_from_json(json.loads(edition.document))
    return xbrl_files(edition.facts, document, agency=edition.agency.code)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as one to take away; it keeps no moment of its making."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
