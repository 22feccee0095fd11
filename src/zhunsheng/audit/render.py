"""An audit as plain values for programs, in the form the published schema describes."""

from collections.abc import Iterable
from typing import Final

from zhunsheng.audit.model import Audit, Finding, Mention
from zhunsheng.audit.parse.bounds import WITHOUT_END
from zhunsheng.audit.shared import shared_figures
from zhunsheng.gongwen.model import Unread

#: The version of the form: a field may be added within one, none removed or changed.
VERSION: Final = 1


def as_json(name: str, result: Audit, unread: tuple[Unread, ...] = ()) -> dict[str, object]:
    """The whole audit; offsets are characters of the original text, half-open."""
    return {
        "version": VERSION,
        "source": name,
        "findings": [_finding(f) for f in result.findings],
        "remarks": [_finding(f) for f in result.remarks],
        "verified": [
            {"kind": r.kind, "of": r.of, "arithmetic": r.arithmetic, "zh": r.zh, "en": r.en,
             "spans": [list(s) for s in r.spans]}
            for r in result.verified
        ],
        "waived": [
            _finding(f) | {
                "who": w.who, "reason": w.reason, "on": w.on.isoformat(),
                "until": w.until.isoformat() if w.until else None,
            }
            for f, w in result.waived
        ],
        "shared": [
            {"span": list(s.span), "text": s.text, "findings": s.findings, "zh": s.zh, "en": s.en}
            for s in shared_figures(result)
        ],
        "unread": [{"where": u.where, "zh": u.zh, "en": u.en} for u in unread],
        "skipped": list(result.coverage.skipped),
        "unjudged": [{"zh": zh, "en": en} for zh, en in result.coverage.unjudged],
        "checked": [[m.start, m.end] for m in result.coverage.checked],
        "unchecked": [[m.start, m.end] for m in result.coverage.unchecked],
    }  # fmt: skip


def figures(found: Iterable[Mention]) -> list[dict[str, object]]:
    """Each figure with its scope; `upper` is null where 以上 (or more) sets no limit."""
    told: list[dict[str, object]] = []
    for m in found:
        limit = None if m.upper >= WITHOUT_END else str(m.upper)
        one: dict[str, object] = {
            "start": m.start, "end": m.end, "text": m.text, "value": str(m.value), "unit": m.unit,
            "approx": m.approx, "lower": str(m.lower), "upper": limit,
        }  # fmt: skip
        if m.scope is not None:
            one |= {
                "counted": m.scope.counted, "role": m.scope.role.value, "period": m.scope.period,
                "as_of": m.scope.as_of, "channel": m.scope.channel,
            }  # fmt: skip
        told.append(one)
    return told


def _finding(finding: Finding) -> dict[str, object]:
    start = min((a for a, _ in finding.spans), default=0)
    end = max((b for _, b in finding.spans), default=0)
    return {
        "code": finding.code,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "start": start,
        "end": end,
        "spans": [list(span) for span in finding.spans],
        "message": finding.zh,
        "zh": finding.zh,
        "en": finding.en,
        "arithmetic": finding.arithmetic,
        "law": finding.law,
    }
