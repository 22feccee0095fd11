"""An audit as comments in a Word file: in the file itself, or in one made from the text."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from zhunsheng.audit.marks import Note, notes, stretches
from zhunsheng.audit.model import Audit
from zhunsheng.audit.places import placed_runs
from zhunsheng.gongwen.model import Kind, Reading

if TYPE_CHECKING:
    from docx.document import Document

_AUTHOR: Final = "审核 / audit"
_INITIALS: Final = "审"
_DOCX: Final = b"PK\x03\x04"


def docx(reading: Reading, result: Audit, *, original: bytes = b"") -> bytes:
    """A Word file with a comment at each place.

    An `original` that is a Word file keeps its layout: a comment then covers the stretches of equal
    type that hold the place. What has no place is a comment on the first line.
    """
    import docx as word

    all_notes = notes(result)
    if original.startswith(_DOCX):
        document = word.Document(BytesIO(original))
        runs = placed_runs(document, reading.text)
        for note in all_notes:
            if over := runs.over(note.finding.spans):
                _comment(document, over, note)
        opening = runs.first()
    else:
        document = word.Document()
        _write(document, reading, all_notes)
        opening = next((p.runs for p in document.paragraphs if p.runs), [])
    lone = [note for note in all_notes if not note.finding.spans]
    for note in lone if opening else ():
        _comment(document, opening, note)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: "Document", reading: Reading, all_notes: tuple[Note, ...]) -> None:
    done: set[int] = set()
    for block in reading.blocks:
        if block.kind is Kind.PAGE_NUMBER:
            continue
        paragraph = document.add_paragraph()
        for stretch in stretches(block.start, block.end, all_notes):
            words = reading.text[stretch.start : stretch.end].replace("\n", "")
            run = paragraph.add_run(words)
            for note in stretch.notes:
                if note.number not in done:
                    done.add(note.number)
                    _comment(document, [run], note)


def _comment(document: "Document", runs: list[Any], note: Note) -> None:
    finding = note.finding
    said = f"{finding.code} {finding.zh}\n{finding.en}"
    document.add_comment(runs, text=said, author=_AUTHOR, initials=_INITIALS)
