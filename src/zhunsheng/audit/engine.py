"""Running the checks over a text: one pass over its figures, shared by all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from zhunsheng.audit.check import Check, Stage
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.elements import elements
from zhunsheng.audit.handed import NOTHING, Handed, Needs
from zhunsheng.audit.model import Audit, Coverage, Finding, Mention, Relation, Severity, Waiver
from zhunsheng.audit.named import named
from zhunsheng.audit.parse.flow import flow_of
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.present import Words
from zhunsheng.gongwen.model import Reading
from zhunsheng.gongwen.read import read_text

_OPENING = 300  # characters in which a document says what it is: head, title, first sentence


def audit(
    read: Reading | str,
    *,
    document: bool = True,
    waivers: Sequence[Waiver] = (),
    today: date | None = None,
    handed: Handed = NOTHING,
    preview: bool = False,
) -> Audit:
    """Everything found, verified and left unchecked; offsets are those of the text given.

    `document` adds the checks of a whole document, `handed` those against what is handed in,
    `preview` those still on trial. A waiver past its day (`today`) is void.
    """
    reading = read_text(read) if isinstance(read, str) else read
    flow = flow_of(reading)
    text = flow.text
    passage = Passage(text, document, flow.tables, elements(reading), handed)
    findings, verified, skipped = _run(passage, preview=preview)
    kept, waived = _waived(findings, waivers, text, today)
    there = flow.mentions(passage.mentions)
    known = dict(zip(map(id, passage.mentions), there, strict=True))
    return Audit(
        findings=tuple(flow.finding(f) for f in kept if f.severity == Severity.ERROR),
        remarks=tuple(flow.finding(f) for f in kept if f.severity == Severity.REMARK),
        verified=tuple(flow.relation(named(passage, relation), known) for relation in verified),
        mentions=there,
        coverage=replace(
            _coverage(passage.mentions, there, _touched(findings, verified), skipped),
            unjudged=handed.unjudged,
        ),
        waived=tuple((flow.finding(f), w) for f, w in waived),
    )


def _run(passage: Passage, *, preview: bool) -> tuple[list[Finding], list[Relation], list[str]]:
    """What the checks say, and the codes of those that do not apply to such a text."""
    findings: list[Finding] = []
    verified: list[Relation] = []
    skipped = []
    words, opening = passage.words, Words(passage.text[:_OPENING])
    for check in _alive(preview=preview):
        if not _applies(check, passage, opening):
            skipped.append(check.code)
        elif not check.triggers or words.any_of(check.triggers):
            outcome = check.run(passage)
            findings += (_under(finding, check.law) for finding in outcome.findings)
            verified += outcome.verified
    return findings, verified, skipped


def _under(finding: Finding, law: str) -> Finding:
    return finding if finding.law == law else replace(finding, law=law)


def _coverage(
    here: Sequence[Mention], there: Sequence[Mention], touched: set[int], skipped: Sequence[str]
) -> Coverage:
    """Which figures a check compared with something, and which with nothing.

    `here` are they in the flow, in which the checks told their places, `there` in the original.
    """
    checked: list[Mention] = []
    unchecked: list[Mention] = []
    for known, mention in zip(here, there, strict=True):
        (checked if known.start in touched else unchecked).append(mention)
    return Coverage(tuple(checked), tuple(unchecked), tuple(skipped))


def _alive(*, preview: bool) -> list[Check]:
    stages = (Stage.STABLE, Stage.PREVIEW) if preview else (Stage.STABLE,)
    return [check for check in all_checks() if check.stage in stages]


def _applies(check: Check, passage: Passage, opening: Words) -> bool:
    if check.document and not passage.is_document:
        return False
    if check.needs is not Needs.NOTHING and not passage.handed.has(check.needs):
        return False
    return not check.titled or opening.any_of(check.titled)


def _waived(
    findings: list[Finding], waivers: Sequence[Waiver], text: str, today: date | None
) -> tuple[list[Finding], tuple[tuple[Finding, Waiver], ...]]:
    kept: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        waiver = next((w for w in waivers if _covers(w, finding, text, today)), None)
        if waiver is None:
            kept.append(finding)
        else:
            waived.append((finding, waiver))
    return kept, tuple(waived)


def _covers(waiver: Waiver, finding: Finding, text: str, today: date | None) -> bool:
    if waiver.code != finding.code:
        return False
    if waiver.until is not None and today is not None and today > waiver.until:
        return False
    return not waiver.text or any(waiver.text in text[a:b] for a, b in finding.spans)


def _touched(findings: list[Finding], verified: list[Relation]) -> set[int]:
    """Where the figures start that were checked against something."""
    touched = {start for finding in findings for start, _ in finding.spans}
    return touched | {start for relation in verified for start, _ in relation.spans}
