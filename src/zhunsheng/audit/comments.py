"""An audit as comments in a Word file: in the file itself, or in one made from the text."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from zhunsheng.audit.marks import Note, notes, places, rejoined, shown
from zhunsheng.audit.model import Audit
from zhunsheng.audit.places import placed_runs
from zhunsheng.gongwen.model import Reading

if TYPE_CHECKING:
    from docx.document import Document

_AUTHOR: Final = "审核 / audit"
_INITIALS: Final = "审"
# The library looks through all comments for each new one: ten thousand would take minutes.
MOST_COMMENTS: Final = 1_000
_LEFT: Final = (
    "另有{left}处未加批注（一份文件至多{most}处），请在网页或命令行中查看。\n"
    "{left} more findings have no comment (at most {most} in a file): see the page or the terminal."
)
_DOCX: Final = b"PK\x03\x04"
#: Characters a PDF or a web page may hold and a Word file may not.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def docx(reading: Reading, result: Audit, *, original: bytes = b"") -> bytes:
    """A Word file with a comment at each place.

    An `original` that is a Word file keeps its layout: a comment then covers the stretches of equal
    type that hold the place. What has no place is a comment on the first line.
    """
    import docx as word

    all_notes = notes(result)
    commented, left = all_notes[:MOST_COMMENTS], len(all_notes[MOST_COMMENTS:])
    if original.startswith(_DOCX):
        document = word.Document(BytesIO(original))
        opening, lone = _comment_original(document, reading.text, commented)
    else:
        document = word.Document()
        _write(document, reading, commented)
        opening = next((p.runs for p in document.paragraphs if p.runs), [])
        lone = [note for note in commented if not note.finding.spans]
    for note in lone if opening else ():
        _comment(document, opening, _said(note))
    if reading.unread and opening:
        told = (f"{unread.zh} / {unread.en}" for unread in reading.unread)
        _comment(document, opening, "\n".join(("未读取的内容 / not read", *told)))
    if left and opening:
        _comment(document, opening, _LEFT.format(left=left, most=MOST_COMMENTS))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _comment_original(
    document: "Document", text: str, commented: tuple[Note, ...]
) -> tuple[list[Any], list[Note]]:
    """The first run, and the notes whose place is in no run: these are told there."""
    runs, lone = placed_runs(document, text), []
    for note in commented:
        if over := runs.over(note.finding.spans):
            _comment(document, over, _said(note))
        else:
            lone.append(note)
    return runs.first(), lone


def _write(document: "Document", reading: Reading, all_notes: tuple[Note, ...]) -> None:
    done = set[int]()
    for block, parts in shown(reading, places(all_notes)):
        paragraph = document.add_paragraph()
        for stretch in parts:
            words = reading.text[stretch.start : stretch.end]
            words = _NOT_XML.sub("\ufffd", words if block.rows else rejoined(words))
            run = paragraph.add_run(words)
            for note in stretch.notes:
                if note.number not in done:
                    done.add(note.number)
                    _comment(document, [run], _said(note))


def _said(note: Note) -> str:
    finding = note.finding
    return f"{finding.code} {finding.zh}\n{finding.en}"


def _comment(document: "Document", runs: list[Any], words: str) -> None:
    document.add_comment(runs, text=words, author=_AUTHOR, initials=_INITIALS)
