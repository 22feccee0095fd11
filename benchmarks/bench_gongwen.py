"""Documents of forty pages: written in three formats, read back against the bare libraries."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from xml.parsers import expat

import pypdfium2

from benchmarks.measured import in_turns, seconds_of, show, verdict
from tests.gongwen.eight_pages import EIGHT_PAGES
from zhunsheng.gongwen import write
from zhunsheng.gongwen.lint import lint
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.read import docx, pdf, read

_TIMES = 7
_STEPS: dict[str, Callable[[OfficialDocument], object]] = {
    "docx": write.docx,
    "pdf": write.pdf,
    "html": write.html,
}
_WRITE, _WORD, _PDF = 2.0, 1.5, 1.1  # the targets: seconds, ratios


def main() -> None:
    with_tables = replace(EIGHT_PAGES, body=EIGHT_PAGES.body * 6)
    lines = tuple(each for each in with_tables.body if not each.rows)
    text = replace(with_tables, body=(*lines, *lines[: len(lines) // 4]))
    _written(with_tables)
    for name, document in (("text alone", text), ("with 12 tables", with_tables)):
        _read_back(name, document)


def _written(document: OfficialDocument) -> None:
    first = {name: seconds_of(partial(work, document)) for name, work in _STEPS.items()}
    # A changed word: nothing that was laid out for the document before serves this one whole.
    other = replace(document, title=document.title.replace("2024", "2023"))
    again = {name: seconds_of(partial(work, other)) for name, work in _STEPS.items()}
    rows = [(name, f"{first[name]:.3f}", f"{again[name]:.3f}") for name in _STEPS]
    totals = (verdict(sum(first.values()), _WRITE), verdict(sum(again.values()), _WRITE))
    pages = len(pypdfium2.PdfDocument(write.pdf(document)))
    show(
        f"A document of {pages} pages written (docx lays the PDF out once)",
        ("format", "first s", "another s"),
        [*rows, ("all", *totals)],
    )


def _read_back(name: str, document: OfficialDocument) -> None:
    word, printed = write.docx(document), write.pdf(document)
    bare, ours, whole, faults = in_turns(
        lambda: _expat(word),
        lambda: docx.extract(word, "a.docx"),
        lambda: read("a.docx", word),
        lambda: lint(word, "a.docx"),
        times=_TIMES,
    )
    bare_pdf, ours_pdf, whole_pdf = in_turns(
        lambda: _pdfium(printed),
        lambda: pdf.extract(printed, "a.pdf"),
        lambda: read("a.pdf", printed),
        times=_TIMES,
    )
    show(
        f"{len(pypdfium2.PdfDocument(printed))} pages read, {name}",
        ("what", "least ms", "median ms", "ratio"),
        [
            ("docx: one expat pass", *bare.ms(), ""),
            ("docx: extract", *ours.ms(), verdict(ours.least / bare.least, _WORD)),
            ("docx: extract and recognise", *whole.ms(), f"{whole.least / bare.least:.2f}"),
            ("docx: format lint", *faults.ms(), f"{faults.least / bare.least:.2f}"),
            ("pdf: pypdfium2 text of each page", *bare_pdf.ms(), ""),
            ("pdf: extract", *ours_pdf.ms(), verdict(ours_pdf.least / bare_pdf.least, _PDF)),
            (
                "pdf: extract and recognise",
                *whole_pdf.ms(),
                f"{whole_pdf.least / bare_pdf.least:.2f}",
            ),
        ],
    )


def _expat(data: bytes) -> str:
    """The words of word/document.xml by paragraph, as the shortest reader collects them."""
    parts: list[str] = []
    inside = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = name == "w:t"

    def end(name: str) -> None:
        nonlocal inside
        inside = False
        if name == "w:p":
            parts.append("\n")

    def words(text: str) -> None:
        if inside:
            parts.append(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parser.Parse(archive.read("word/document.xml"), True)
    return "".join(parts)


def _pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\f".join(page.get_textpage().get_text_range() for page in document)


if __name__ == "__main__":
    main()
