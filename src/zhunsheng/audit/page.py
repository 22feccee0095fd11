"""An audit as one HTML page: the document with its findings in the margin, no script, printable."""

import re
from collections.abc import Iterable
from html import escape
from importlib import resources
from typing import Final

from zhunsheng.audit.explain import cited_rule
from zhunsheng.audit.marks import Note, Stretch, notes, places, rejoined, shown
from zhunsheng.audit.model import Audit
from zhunsheng.audit.shared import shared_figures
from zhunsheng.gongwen.model import Block, Kind, Reading

_CLASSES: Final = {Kind.TITLE: "title", Kind.ORGAN_MARK: "title", Kind.HEADING: "heading"}
_TABLE: Final = "<table><tr><td>{}</td></tr></table>"
_CELL: Final = re.compile(r"([\t\n])")
_CELLS: Final = {"\t": "</td><td>", "\n": "</td></tr><tr><td>"}
_NO_PLACE: Final = "全文 / whole text"


def html(name: str, reading: Reading, result: Audit) -> str:
    """The page; it asks nothing of any other host."""
    all_notes = notes(result)
    told = set[int]()
    body = [_rowless(n for n in all_notes if not n.finding.spans)]
    body += [
        _row(block, reading.text, parts, told) for block, parts in shown(reading, places(all_notes))
    ]
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)} 审核 / audit</title>\n<style>\n{_css()}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(name)}</h1>\n{_summary(result)}</header>\n<main>\n"
        + "\n".join(part for part in body if part)
        + f"\n</main>\n{_verified(result)}{_unread(reading)}{_unjudged(result)}</body>\n</html>\n"
    )


def _css() -> str:
    return (resources.files("zhunsheng.audit.data") / "page.css").read_text(encoding="utf-8")


def _summary(result: Audit) -> str:
    errors, remarks = len(result.findings), len(result.remarks)
    figures, unchecked = len(result.mentions), len(result.coverage.unchecked)
    return (
        f"<p>问题{errors}个，提示{remarks}个；数字{figures}个，未核对{unchecked}个"
        f'<span lang="en">{errors} findings, {remarks} remarks; {figures} figures,'
        f" {unchecked} checked against nothing</span></p>\n"
        + "".join(
            f'<p>{escape(shared.zh)}<span lang="en">{escape(shared.en)}</span></p>\n'
            for shared in shared_figures(result)
        )
    )


def _row(block: Block, text: str, parts: tuple[Stretch, ...], told: set[int]) -> str:
    """A paragraph and, beside it, the notes that speak of it for the first time."""
    pieces, beside = [], []
    for stretch in parts:
        words = text[stretch.start : stretch.end]
        pieces.append(_cells(words, stretch) if block.rows else _marked(rejoined(words), stretch))
        beside += [n for n in stretch.notes if n.number not in told]
        told.update(n.number for n in stretch.notes)
    kind = _CLASSES.get(block.kind, "text")
    margin = "".join(_note(note) for note in dict.fromkeys(beside))
    shown_as = _TABLE if block.rows else f'<p class="{kind}">{{}}</p>'
    return f"<section>{shown_as.format(''.join(pieces))}<aside>{margin}</aside></section>"


def _cells(words: str, stretch: Stretch) -> str:
    """A stretch of a table: it may run over cells, the mark may not."""
    parts = _CELL.split(words)  # cells and what lies between them, in turns
    return "".join(
        _CELLS[part] if at % 2 else _marked(rejoined(part), stretch)
        for at, part in enumerate(parts)
    )


def _marked(words: str, stretch: Stretch) -> str:
    if not stretch.notes or not words:
        return escape(words)
    sort = "error" if any(n.error for n in stretch.notes) else "remark"
    numbers = ",".join(f'<a href="#n{n.number}">{n.number}</a>' for n in stretch.notes)
    return f'<mark class="{sort}">{escape(words)}</mark><sup>{numbers}</sup>'


def _rowless(lone: Iterable[Note]) -> str:
    margin = "".join(_note(note) for note in lone)
    if not margin:
        return ""
    return f'<section class="whole"><p>{_NO_PLACE}</p><aside>{margin}</aside></section>'


def _note(note: Note) -> str:
    finding = note.finding
    sort = "error" if note.error else "remark"
    law = f"<small>{escape(cited_rule(finding.law))}</small>" if finding.law else ""
    return (
        f'<div class="note {sort}" id="n{note.number}"><b>{note.number} {finding.code}</b> '
        f'{escape(finding.zh)}<span lang="en">{escape(finding.en)}</span>{law}</div>'
    )


def _verified(result: Audit) -> str:
    if not result.verified:
        return ""
    rows = "".join(f"<li>{escape(r.zh)}{_in_english(r.note_en)}</li>" for r in result.verified)
    return f"<footer><h2>已核对无误 / what holds</h2>\n<ul>{rows}</ul></footer>\n"


def _in_english(note: str) -> str:
    return f' <span lang="en">{escape(note)}</span>' if note else ""


def _unread(reading: Reading) -> str:
    if not reading.unread:
        return ""
    rows = "".join(f"<li>{escape(u.zh)}{_in_english(u.en)}</li>" for u in reading.unread)
    return f"<footer><h2>未读取的内容 / not read</h2>\n<ul>{rows}</ul></footer>\n"


def _unjudged(result: Audit) -> str:
    if not result.coverage.unjudged:
        return ""
    rows = "".join(
        f'<li>{escape(zh)} <span lang="en">{escape(en)}</span></li>'
        for zh, en in result.coverage.unjudged
    )
    return f"<footer><h2>格式未检查 / format not judged</h2>\n<ul>{rows}</ul></footer>\n"
