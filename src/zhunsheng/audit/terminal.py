"""An audit as lines for a terminal: each place in its context, a caret under it."""

import unicodedata
from bisect import bisect_right
from typing import Final

from zhunsheng.audit.model import Audit, Finding
from zhunsheng.audit.shared import shared_figures

_RED, _YELLOW, _GREEN, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[0m"
_BEFORE: Final = 16  # characters shown before a place
_AFTER: Final = 10
_LONGEST: Final = 40  # characters of a place that are shown
_PLACES: Final = 6  # places shown of one finding


def as_text(name: str, text: str, result: Audit, *, colour: bool = False) -> str:
    """Findings first, then what was verified with its arithmetic, then what was not checked."""
    lines = [f"{name}：{len(result.findings)}个问题 / {len(result.findings)} findings"]
    breaks = [at for at, char in enumerate(text) if char == "\n"]
    for mark, shade, found in (("✗", _RED, result.findings), ("!", _YELLOW, result.remarks)):
        for finding in found:
            said = f"  {mark} {finding.code} {finding.zh} / {finding.en}"
            lines.append(_shaded(said, shade, colour))
            lines += _places(text, finding, breaks, shade=shade if colour else "")
    lines += [f"  → {shared.zh} / {shared.en}" for shared in shared_figures(result)]
    for relation in result.verified:
        note = f" / {relation.note_en}" if relation.note_en else ""
        said = f"  ✓ {relation.zh}{note}"
        lines.append(_shaded(said, _GREEN, colour))
    for finding, waiver in result.waived:
        lines.append(f"  ○ {finding.code} {finding.zh}（{waiver.who}：{waiver.reason}）")
    return "\n".join([*lines, *_coverage(result)])


def _coverage(result: Audit) -> list[str]:
    unchecked = result.coverage.unchecked
    shown = "、".join(m.text for m in unchecked[:40])
    lines = [
        f"  数字{len(result.mentions)}个，核对{len(result.coverage.checked)}个，未核对"
        f"{len(unchecked)}个 / {len(result.mentions)} figures, {len(unchecked)} unchecked"
        f"{f'：{shown}' if shown else ''}"
    ]
    if result.coverage.skipped:
        codes = "、".join(result.coverage.skipped)
        lines.append(f"  不适用于本文的规则 / checks that do not apply: {codes}")
    lines += [
        f"  格式未检查：{zh} / format not judged: {en}" for zh, en in result.coverage.unjudged
    ]
    return lines


def _places(text: str, finding: Finding, breaks: list[int], *, shade: str) -> list[str]:
    lines = []
    for start, end in finding.spans[:_PLACES]:
        line = bisect_right(breaks, start - 1) + 1
        opening = f"      第{line}行 …"
        before = _one_line(text[max(0, start - _BEFORE) : start])
        place = _one_line(text[start : min(end, start + _LONGEST)])
        after = _one_line(text[min(end, start + _LONGEST) : end + _AFTER])
        lines.append(f"{opening}{before}{_shaded(place, shade, bool(shade))}{after}…")
        lines.append(" " * _width(opening + before) + "^" * max(_width(place), 1))
    if len(finding.spans) > _PLACES:
        more = len(finding.spans) - _PLACES
        lines.append(f"      另有{more}处 / {more} more places")
    return lines


def _one_line(text: str) -> str:
    return "".join(text.split("\n"))


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _shaded(text: str, shade: str, colour: bool) -> str:
    return f"{shade}{text}{_PLAIN}" if colour else text
