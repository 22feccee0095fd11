"""An audit as one HTML page: the document with its findings in the margin, no script, printable."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import accumulate, islice
from typing import Final

from zhunsheng.audit.explain import cited_rule
from zhunsheng.audit.marks import Note, Stretch, notes, places, rejoined, shown
from zhunsheng.audit.model import Audit
from zhunsheng.audit.shared import shared_figures
from zhunsheng.gongwen.joins import Cell, laid
from zhunsheng.gongwen.model import Block, Kind, Reading

_CLASSES: Final = {Kind.TITLE: "title", Kind.ORGAN_MARK: "title", Kind.HEADING: "heading"}
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
    beside = []
    for stretch in parts:
        beside += [n for n in stretch.notes if n.number not in told]
        told.update(n.number for n in stretch.notes)
    kind = _CLASSES.get(block.kind, "text")
    margin = "".join(_note(note) for note in dict.fromkeys(beside))
    body = _table(block, text, parts) if block.rows else _words(text, parts)
    shown_as = f"<table>{body}</table>" if block.rows else f'<p class="{kind}">{body}</p>'
    return f"<section>{shown_as}<aside>{margin}</aside></section>"


def _words(text: str, parts: Iterable[Stretch]) -> str:
    return "".join(_marked(rejoined(text[part.start : part.end]), part) for part in parts)


def _table(block: Block, text: str, parts: tuple[Stretch, ...]) -> str:
    """A table with its joined cells; a stretch may run over cells, a mark may not."""
    rows, ends, at = [], [part.end for part in parts], block.start
    for row, cells in zip(block.rows, laid(block.rows, block.joined), strict=True):
        starts = list(accumulate((len(words) + 1 for words in row), initial=at))
        at = starts[-1]
        shown_as = []
        for cell in cells:
            if not cell.goes_on:
                start = starts[cell.column]
                within = _within(parts, ends, start, start + len(cell.text))
                shown_as.append(f"<td{_size(cell)}>{_words(text, within)}</td>")
        rows.append(f"<tr>{''.join(shown_as)}</tr>")
    return "".join(rows)


def _size(cell: Cell) -> str:
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return columns + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")


def _within(
    parts: tuple[Stretch, ...], ends: Sequence[int], start: int, end: int
) -> Iterator[Stretch]:
    """The stretches from start to end, cut there."""
    for part in islice(parts, bisect_right(ends, start), None):
        if part.start >= end:
            return
        yield Stretch(max(part.start, start), min(part.end, end), part.notes)


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
