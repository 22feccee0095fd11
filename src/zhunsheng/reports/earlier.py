"""This year's text beside last year's, section by section, by the names of their headings."""

import json
import re
from dataclasses import dataclass

from zhunsheng.gongwen.model import Kind, OfficialDocument
from zhunsheng.kernel.record.models import Standing
from zhunsheng.reports.differences import Stretch, difference
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.ledgers import kept_ledgers
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.review import review, scope_of

# 一、 or （一） before a heading; 2024年度 in it changes every year.
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）)")
_YEAR = re.compile(r"\d{4}年度?")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it in both years; a text is "" where a year has none."""

    heading: str
    level: int
    before: str
    now: str
    stretches: tuple[Stretch, ...]


def last_document(report: Report) -> OfficialDocument | None:
    """Last year's report of the agency: as issued, else as it stands; None where there is none."""
    year = report.year - 1
    edition = (
        Edition.objects.filter(agency_id=report.agency_id, year=year, kind=report.kind)
        .order_by("-pk")
        .first()
    )
    if edition:
        return document_from_json(json.loads(edition.document))
    drafts = Report.objects.filter(agency_id=report.agency_id, year=year, kind=report.kind)
    draft = drafts.exclude(standing=Standing.VOIDED).first()
    return review(draft, ledgers=kept_ledgers(scope_of(draft))).document if draft else None


def beside(before: OfficialDocument, now: OfficialDocument) -> tuple[Section, ...]:
    """This year's sections in order, then those that only last year had."""
    old, new = _sections(before), _sections(now)
    ordered = [*new, *(name for name in old if name not in new)]
    found = []
    for name in ordered:
        heading, level, text = new.get(name) or old[name]
        was = old[name][2] if name in old else ""
        text = text if name in new else ""
        found.append(Section(heading, level, was, text, difference(was, text)))
    return tuple(s for s in found if s.before or s.now)


def _sections(document: OfficialDocument) -> dict[str, tuple[str, int, str]]:
    """Name → (heading as it stands, level, the text under it)."""
    found: dict[str, tuple[str, int, str]] = {}
    name, heading, level = "", "", 0
    for block in document.body:
        words = block.text
        if block.kind == Kind.HEADING or block.lead:
            heading, level = words[: block.lead or None], block.level
            name = _YEAR.sub("", _NUMBER.sub("", heading)).strip("。 ")
            words = words[len(heading) :]
        kept = found.get(name, (heading, level, ""))
        text = "\n".join(t for t in (kept[2], words.strip()) if t)
        found[name] = (kept[0], kept[1], text)
    return found
