"""An edition's content: everything that is frozen when a report is issued."""

import json
from dataclasses import dataclass

from zhunsheng.audit import Audit
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.kernel.digest import canonical, sm3
from zhunsheng.kernel.figure.rows import parts_of, rows_of
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.frozen import document_to_json
from zhunsheng.reports.life.promised import promises_json
from zhunsheng.reports.models import Report
from zhunsheng.reports.review import Review, scope_of


@dataclass(frozen=True, slots=True)
class Content:
    """Texts and files of an edition; `digest` covers them all."""

    document: str
    facts: str
    citations: str
    findings: str
    promises: str
    docx: bytes
    pdf: bytes
    html: bytes

    @property
    def digest(self) -> str:
        kept = [self.document, self.facts, self.citations, self.findings, self.promises]
        files = [sm3(self.docx), sm3(self.pdf), sm3(self.html)]
        return sm3(canonical([sm3(text.encode()) for text in kept] + files).encode())


def content_of(report: Report, now: Review, document: OfficialDocument) -> Content:
    """What the edition will hold."""
    return Content(
        document=canonical(document_to_json(document)),
        facts=facts_json(report, now),
        citations=canonical(_citations(report, now)),
        findings=canonical(findings_json(now.audit)),
        promises=canonical(promises_json(report)),
        docx=write.docx(document),
        pdf=write.pdf(document),
        html=write.html(document).encode(),
    )


def facts_json(report: Report, now: Review) -> str:
    """The facts as text, one object a figure, in the order of the regimes."""
    data = {
        "agency": report.agency.name,
        "year": report.year,
        "facts": [fact.plain() for fact in now.facts.values()],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def findings_json(result: Audit) -> dict[str, object]:
    """Findings and waivers as plain values."""
    return {
        "findings": [{"code": f.code, "zh": f.zh, "en": f.en} for f in result.findings],
        "waived": [
            {"code": f.code, "zh": f.zh, "en": f.en, "who": w.who, "reason": w.reason}
            for f, w in result.waived
        ],
    }


def _citations(report: Report, now: Review) -> dict[str, list[list[int]]]:
    """Figure key → [item, version] of each row it rests on."""
    figures = registry().figures()
    scope = scope_of(report)
    return {
        key: [list(pair) for pair in rows_of(figures[key], scope).values_list("pk", "version")]
        for key, fact in now.facts.items()
        if fact.rows and not parts_of(figures[key])
    }
