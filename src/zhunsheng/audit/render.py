"""An audit as lines for people or as JSON for programs."""

from zhunsheng.audit.model import Audit, Finding


def as_text(name: str, text: str, result: Audit) -> str:
    """Findings first, then what was verified with its arithmetic, then what was not checked."""
    lines = [f"{name}：{len(result.findings)}个问题 / {len(result.findings)} findings"]
    for finding in result.findings:
        lines.append(f"  ✗ {finding.code} {finding.zh} / {finding.en}")
        lines += [f"      {_place(text, a)} …{_around(text, a, b)}…" for a, b in finding.spans]
    for remark in result.remarks:
        lines.append(f"  ! {remark.code} {remark.zh} / {remark.en}")
    for relation in result.verified:
        lines.append(f"  ✓ {relation.kind} {relation.zh}{_english(relation.zh, relation.en)}")
    for finding, waiver in result.waived:
        lines.append(f"  ○ {finding.code} {finding.zh}（{waiver.who}：{waiver.reason}）")
    unchecked = result.coverage.unchecked
    shown = "、".join(m.text for m in unchecked[:40])
    lines.append(
        f"  数字{len(result.mentions)}个，核对{len(result.coverage.checked)}个，未核对"
        f"{len(unchecked)}个 / {len(result.mentions)} figures, {len(unchecked)} unchecked"
        f"{f'：{shown}' if shown else ''}"
    )
    if result.coverage.skipped:
        codes = "、".join(result.coverage.skipped)
        lines.append(f"  不适用于本文的规则 / checks that do not apply: {codes}")
    return "\n".join(lines)


def as_json(name: str, result: Audit) -> dict[str, object]:
    """The same as plain values."""
    return {
        "source": name,
        "findings": [_finding(f) for f in result.findings],
        "remarks": [_finding(f) for f in result.remarks],
        "verified": [
            {"kind": r.kind, "arithmetic": r.arithmetic, "zh": r.zh, "en": r.en,
             "spans": [list(s) for s in r.spans]}
            for r in result.verified
        ],
        "waived": [_finding(f) | {"who": w.who, "reason": w.reason} for f, w in result.waived],
        "skipped": list(result.coverage.skipped),
        "unchecked": [[m.start, m.end] for m in result.coverage.unchecked],
    }  # fmt: skip


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


def _english(zh: str, en: str) -> str:
    return f" / {en}" if en != zh else ""


def _place(text: str, at: int) -> str:
    line = text.count("\n", 0, at) + 1
    return f"第{line}行"


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 12) : end + 6].split())
