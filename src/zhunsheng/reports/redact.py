"""Redacting: a document without a passage or a figure, each place marked, nothing left beneath."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from zhunsheng.gongwen.model import Block, OfficialDocument, Run
from zhunsheng.reports.errors import ReportError

#: Stands where something was taken out.
MARK = "【已隐去】"
#: Printed over the copy: it is not the edition.
COPY_MARK = "公开版（有隐去内容）"
#: What a redacted figure still says: its name and that it is not shown.
_KEPT = ("key", "unit", "period")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A passage as it stands, or a figure by its key, and why the public does not read it."""

    ground: str
    text: str = ""
    figure: str = ""


def redacted_document(
    document: OfficialDocument, redactions: Iterable[Redacted], *, told: Collection[str] = ()
) -> OfficialDocument:
    """The copy. `told`: figures the public reads beside the text, which may go though it holds
    them not. Errors: ReportError for a passage or a figure that is nowhere."""
    copy = document
    for one in redactions:
        if bool(one.text.strip()) == bool(one.figure.strip()):
            raise ReportError(
                "每项隐去须指明一段原文或者一项指标。",
                "each redaction names a passage or a figure, one of the two.",
            )
        done = _without_one(copy, one)
        if done == copy and one.figure not in told:
            what = one.text or one.figure
            raise ReportError(
                f"正文中没有“{what}”，无从隐去；请照原文填写。",
                f"'{what}' does not stand in the text; quote it as it is.",
            )
        copy = done
    return replace(copy, mark=f"{document.mark} {COPY_MARK}".strip())


def words_of(document: OfficialDocument) -> str:
    """Every word a reader of the document meets, a line each."""
    annexes = [part for a in document.annexes for part in (a.title, *(b.text for b in a.body))]
    around = [document.title, document.addressees, document.note, *document.attachments]
    return "\n".join([*around, *(block.text for block in document.body), *annexes])


def redacted_facts(facts: str, figures: Iterable[str]) -> str:
    """facts.json without these figures' values, status "redacted"."""
    data = json.loads(facts)
    hidden = frozenset(figures)
    data["facts"] = [_hidden(fact) if fact["key"] in hidden else fact for fact in data["facts"]]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _hidden(fact: dict[str, object]) -> dict[str, object]:
    blank = dict.fromkeys(fact)
    return blank | {name: fact[name] for name in _KEPT} | {
        "status": "redacted", "dated_by": "", "basis": "", "query": "", "rows": 0,
    }  # fmt: skip


def _without_one(document: OfficialDocument, one: Redacted) -> OfficialDocument:
    annexes = tuple(
        replace(annex, body=tuple(_block(block, one) for block in annex.body))
        for annex in document.annexes
    )
    body = tuple(_block(block, one) for block in document.body)
    note = document.note.replace(one.text, MARK) if one.text else document.note
    return replace(document, body=body, annexes=annexes, note=note)


def _block(block: Block, one: Redacted) -> Block:
    if block.rows:
        return _table(block, one)
    if one.figure:
        runs = tuple(Run(MARK) if run.ref == one.figure else run for run in block.runs)
        return replace(block, runs=runs)
    at = block.text.find(one.text)
    while at >= 0:
        block = replace(block, runs=_without(block.runs, at, at + len(one.text)))
        # On from the mark: what it says itself is never searched.
        at = block.text.find(one.text, at + len(MARK))
    # The bold opening words of a heading may have gone: its lead never reaches beyond the text.
    return replace(block, lead=min(block.lead, len(block.text)))


def _table(block: Block, one: Redacted) -> Block:
    """Cell by cell; a cell that shows the figure, or a part of it, says no more than the mark."""
    cells = [[_cell(run, one) for run in row] for row in block.cells()]
    rows = tuple(tuple(run.text for run in row) for row in cells)
    return replace(block, rows=rows, runs=tuple(r for row in cells for r in row if block.runs))


def _cell(run: Run, one: Redacted) -> Run:
    if one.figure:
        return Run(MARK) if run.ref == one.figure else run
    return replace(run, text=run.text.replace(one.text, MARK))


def _without(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    kept, at = [], 0
    for run in runs:
        head, tail = run.text[: max(start - at, 0)], run.text[max(end - at, 0) :]
        inside = at < end and start < at + len(run.text)
        if not inside:
            kept.append(run)
        else:
            # A figure cut through is no figure any more: what is left of it is plain text.
            kept += [Run(head), Run(MARK) if start >= at else Run(""), Run(tail)]
        at += len(run.text)
    return tuple(run for run in kept if run.text)
