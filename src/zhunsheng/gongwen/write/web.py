"""HTML: one page that stands alone, or the article for a page that has its own head."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.joins import Cell, laid
from zhunsheng.gongwen.model import Block, Form, Kind, OfficialDocument, Run, head_rows
from zhunsheng.gongwen.write import elements, imprint, signing
from zhunsheng.gongwen.write.forms import refuse_form
from zhunsheng.gongwen.write.refuse import refuse_characters

Link = Callable[[Run], str | None]
_STYLES: Final = Path(__file__).parent / "official.css"
_LABELS: Final = {"zh": "公文", "en": "Official document"}


@lru_cache(maxsize=1)
def css() -> str:
    """The styles, all of them under `.gongwen`."""
    return _STYLES.read_text(encoding="utf-8")


def page(doc: OfficialDocument, *, link: Link | None, lang: str, styles_at: str) -> str:
    """A whole page; it asks nothing of any other host and runs no script."""
    title = escape(elements.clean(doc.title))
    label = _LABELS["en" if lang.startswith("en") else "zh"]
    styles = (
        f'<link rel="stylesheet" href="{escape(styles_at)}">'
        if styles_at
        else f"<style>\n{css()}</style>"
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title or label}</title>\n{styles}\n</head>\n"
        f'<body>\n<main aria-label="{label}">\n{article(doc, link=link)}\n</main>\n'
        "</body>\n</html>\n"
    )


def article(doc: OfficialDocument, *, link: Link | None) -> str:
    """The `<article>`; each element says in `data-part` which one it is."""
    refuse_characters(doc)
    refuse_form(doc)
    body = (_block(block, link) for block in doc.body)
    parts = (*_head(doc), *body, *_closing(doc), *_annexes(doc, link), _imprint(doc))
    inner = "\n".join(part for part in parts if part)
    form = "" if doc.form is Form.DOCUMENT else f' data-form="{doc.form.value}"'
    return f'<article class="gongwen"{form} lang="zh-CN">\n{inner}\n</article>'


def _part(kind: Kind, text: str, *, tag: str = "p", inner: str = "") -> str:
    if not (text or inner):
        return ""
    return f'<{tag} data-part="{kind.value}">{inner or escape(text)}</{tag}>'


def _head(doc: OfficialDocument) -> Iterable[str]:
    if doc.mark:
        yield f'<p class="mark">{escape(elements.clean(doc.mark))}</p>'
    for kind, text in elements.marks_above(doc):
        yield _part(Kind(kind), text)
    yield _mark(doc)
    signers = "　".join(name for row in elements.signer_rows(doc) for name in row)
    numbered = _part(Kind.NUMBER, elements.clean(doc.number)) + (
        _part(Kind.SIGNER, "", inner=f"{elements.SIGNER_LABEL}<b>{escape(signers)}</b>")
        if signers
        else ""
    )
    if numbered:
        alone = "" if signers else " alone"
        yield f'<div class="numbered{alone}">{numbered}</div>'
    # Rows that keep words whole where the page is wide enough for them, else their parts.
    inner = "".join(f"<span>{_parted(row)}</span>" for row in elements.title_rows(doc))
    yield _part(Kind.TITLE, "", tag="h1", inner=inner)
    if not elements.addressees_in_imprint(doc):
        yield _part(Kind.ADDRESSEE, elements.addressee_line(doc))


def _parted(row: str) -> str:
    return "<wbr>".join(map(escape, layout.parts_of_row(row)))


def _mark(doc: OfficialDocument) -> str:
    rows, beside = elements.mark_rows(doc)
    names = "".join(_part(Kind.ORGAN_MARK, row) for row in rows)
    if len(rows) < 2:
        return names
    word = _part(Kind.ORGAN_MARK, beside)
    return f'<div class="joint"><div>{names}</div>{word}</div>'


def _block(block: Block, link: Link | None) -> str:
    if block.kind is Kind.TABLE:
        return _table(block, link)
    if block.kind is not Kind.HEADING:
        return f'<p data-part="paragraph">{_runs(block.runs, link)}</p>'
    lead, rest = elements.lead_and_rest(block)
    level = min(max(block.level, 1), 4)
    tag = "p" if rest else f"h{level + 1}"  # a heading that runs on is no heading element
    words = f'<span class="lead">{_runs(lead, link)}</span>' if rest else _runs(lead, link)
    return f'<{tag} data-part="heading" data-level="{level}">{words}{_runs(rest, link)}</{tag}>'


def _runs(runs: tuple[Run, ...], link: Link | None) -> str:
    return "".join(_run(run, link) for run in runs)


def _run(run: Run, link: Link | None) -> str:
    text = escape(elements.clean(run.text))
    if not run.ref:
        return text
    data = f'data-ref="{escape(run.ref)}"' + (
        f' data-kind="{escape(run.kind)}"' if run.kind else ""
    )
    address = link(run) if link else ""
    if address:
        return f'<a href="{escape(address)}" {data}>{text}</a>'
    return f"<span {data}>{text}</span>"


def _table(block: Block, link: Link | None) -> str:
    if not any(block.rows):
        return ""
    rows = []
    heads = head_rows(block.joined)
    drawn = laid(elements.clean_rows(block.rows), block.joined)
    for at, (runs, cells) in enumerate(zip(block.cells(), drawn, strict=True)):
        tag, scope = ("th", ' scope="col"') if at < heads else ("td", "")
        told = runs or (Run(""),)
        inner = "".join(
            f"<{tag}{scope}{over(cell)}>{_run(told[cell.column], link)}</{tag}>"
            for cell in cells
            if not cell.goes_on
        )
        rows.append(f"<tr>{inner}</tr>")
    head, body = "\n".join(rows[:heads]), "\n".join(rows[heads:])
    # Focusable, because a wide table scrolls sideways and must do so by keyboard too.
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="表格 table">'
        f'<table data-part="table"><thead>{head}</thead>\n<tbody>{body}</tbody></table></div>'
    )


def over(cell: Cell) -> str:
    """How far the cell reaches, as attributes."""
    wide = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return wide + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")


def _closing(doc: OfficialDocument) -> Iterable[str]:
    for line in elements.attachment_lines(doc):
        yield _part(Kind.ATTACHMENT_NOTE, line)
    for label, names in elements.attendance(doc):
        told = f"<b>{label}</b>：{escape(names)}"
        yield _part(Kind.ATTENDANCE, "", inner=told)
    post = signing.signed_post(doc)
    if post:
        told = f"{escape(post[0])}{post[1]}<b>{escape(post[2])}</b>"
        signature = _part(Kind.SIGNED_POST, "", inner=told)
    else:
        signature = "".join(_part(Kind.SIGNATURE, name) for name in elements.signatures(doc))
    day = _part(Kind.DATE, elements.long_date(doc.date))
    if signature or day:
        sealed = "" if doc.sealed else " unsealed"
        yield f'<div class="signed{sealed}"><div>{signature}{day}</div></div>'
    yield _part(Kind.NOTE, elements.note_line(doc))


def _annexes(doc: OfficialDocument, link: Link | None) -> Iterable[str]:
    for at, annex in enumerate(doc.annexes, start=1):
        label = _part(Kind.ANNEX, elements.annex_label(doc, at))
        title = _part(Kind.ANNEX_TITLE, elements.clean(annex.title), tag="h2")
        body = "\n".join(_block(block, link) for block in annex.body)
        yield f'<section class="annex">{label}{title}\n{body}</section>'


def _imprint(doc: OfficialDocument) -> str:
    rows = "".join(map(_imprint_row, imprint.rows(doc)))
    return f'<footer class="imprint">{rows}</footer>' if rows else ""


def _imprint_row(row: imprint.Row) -> str:
    if row.label:
        joined = "" if row.ruled else ' class="unruled"'
        words = escape(row.label + row.text)
        return f'<p data-part="{row.kind.value}"{joined}>{words}</p>'
    words = f"<span>{escape(row.text)}</span> <span>{row.right}</span>"
    return _part(row.kind, "", inner=words)
