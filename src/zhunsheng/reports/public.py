"""What the public reads of an edition: the edition itself, or the copy with things taken out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.kernel.evidence.store import load
from zhunsheng.reports.facts_csv import facts_csv
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.models import Edition, Package, RedactedCopy, Redaction, Visibility
from zhunsheng.reports.package.make import package_bytes
from zhunsheng.reports.xbrl.files import xbrl_files, zipped

#: The files there are to take away: form → media type.
FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xbrl": "application/zip",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition before the public; `copy` where something was redacted."""

    edition: Edition
    visibility: Visibility
    copy: RedactedCopy | None
    redactions: tuple[Redaction, ...]
    packaged: bool

    @property
    def document(self) -> OfficialDocument:
        return document_from_json(json.loads((self.copy or self.edition).document))

    @property
    def facts_text(self) -> str:
        return (self.copy or self.edition).facts

    @property
    def facts(self) -> dict[str, dict[str, object]]:
        return {fact["key"]: fact for fact in json.loads(self.facts_text)["facts"]}

    def forms(self) -> tuple[str, ...]:
        """The files offered; the signed package holds the whole edition, so no copy has one."""
        return tuple(form for form in FORMS if form != "zip" or self.packaged)

    def file(self, form: str) -> bytes | None:
        """The bytes of a file offered; None for one that is not."""
        source = self.copy or self.edition
        if form == "pdf":
            return load(source.pdf)
        if form == "docx":
            return load(source.docx)
        if form == "json":
            return self.facts_text.encode()
        if form == "csv":
            return facts_csv(self.facts_text)
        if form == "xbrl":
            code = self.edition.agency.code
            return zipped(xbrl_files(self.facts_text, self.document, agency=code))
        return package_bytes(self.edition) if form == "zip" and self.packaged else None


def shown_as(edition: Edition, visibility: Visibility) -> Shown:
    """What this publication of the edition shows; it must not be a withdrawal."""
    visibility.edition = edition
    return shown_of([visibility])[visibility.pk]


def shown_of(visibilities: Iterable[Visibility]) -> dict[int, Shown]:
    """What each of these shows, by its key; those that hide an edition are left out."""
    public = [row for row in visibilities if row.public]
    copies = RedactedCopy.objects.select_related("docx", "pdf").filter(visibility__in=public)
    copy = {row.visibility_id: row for row in copies}
    taken: dict[int, list[Redaction]] = {}
    for one in Redaction.objects.filter(visibility__in=public).order_by("pk"):
        taken.setdefault(one.visibility_id, []).append(one)
    editions = [row.edition_id for row in public]
    packaged = set(Package.objects.filter(edition__in=editions).values_list("edition", flat=True))
    return {
        row.pk: Shown(
            row.edition,
            row,
            copy.get(row.pk),
            tuple(taken.get(row.pk, ())),
            row.edition_id in packaged and row.pk not in copy,
        )
        for row in public
    }
