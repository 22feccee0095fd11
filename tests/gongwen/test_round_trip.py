"""What is written is read back: the document survives Word, the page and the PDF."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings

from tests.gongwen.documents import documents
from tests.gongwen.eight_pages import EIGHT_PAGES
from tests.gongwen.sample import REPORT
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Reading, Run
from zhunsheng.gongwen.read import read

examples = settings(max_examples=max(50, settings().max_examples))


def plain(document: OfficialDocument) -> OfficialDocument:
    """The document without what a file does not carry: offsets, and which runs show figures."""
    annexes = tuple(replace(annex, body=_plain(annex.body)) for annex in document.annexes)
    return replace(document, body=_plain(document.body), annexes=annexes)


def _plain(body: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(replace(b, runs=() if b.rows else (Run(b.text),), start=0, end=0) for b in body)


def assert_offsets_hold(reading: Reading) -> None:
    """Each character of each block is the one that stands at its offset of the original text."""
    for block in reading.blocks:
        for position, character in enumerate(block.text):
            assert reading.text[reading.origin(block, position)] == character
        assert reading.origin(block, len(block.text)) == block.end


@given(documents())
@examples
def test_word_gives_back_the_document(document: OfficialDocument) -> None:
    reading = read("报告.docx", write.docx(document))
    assert plain(reading.document) == plain(document)
    assert_offsets_hold(reading)


@given(documents())
@examples
def test_the_page_gives_back_the_document(document: OfficialDocument) -> None:
    reading = read("报告.html", write.html(document).encode())
    assert plain(reading.document) == plain(document)
    assert_offsets_hold(reading)


@given(documents())
@examples
def test_the_pdf_gives_back_the_document(document: OfficialDocument) -> None:
    reading = read("报告.pdf", write.pdf(document))
    assert plain(reading.document) == plain(document)
    assert_offsets_hold(reading)


# What closes or opens a document, by its look: 办 ends the name of an organ.
LOOK_ALIKES = (
    "表1办",
    "附件",
    "附件1",
    "附件：人",
    "2024年1月1日",
    "（此件公开发布）",
    "抄送：人。",
    "出席：人",
    "局长　林知远",
    "澜科〔2024〕1号",
    "一、人",
    "— 1 —",
)


@pytest.mark.parametrize("words", LOOK_ALIKES)
def test_a_table_whose_only_cell_looks_like_another_part_stays_a_table(words: str) -> None:
    body = (Block(Kind.PARAGRAPH, (Run("人人人0件，人人。"),)), Block(Kind.TABLE, rows=((words,),)))
    document = replace(REPORT, body=body, attachments=(), annexes=())
    for noted in (document, replace(document, note="")):
        assert plain(read("报告.docx", write.docx(noted)).document) == plain(noted)
        assert plain(read("报告.html", write.html(noted).encode()).document) == plain(noted)
        assert plain(read("报告.pdf", write.pdf(noted)).document) == plain(noted)


def test_the_page_keeps_which_words_show_a_figure() -> None:
    reading = read("报告.html", write.html(REPORT, link=lambda run: f"/f/{run.ref}").encode())
    shown = [run for block in reading.document.body for run in block.runs if run.ref]
    assert [run.text for run in shown] == ["512", "359", "153"]
    assert shown[0] == Run("512", "disclosure.n512", "figure")


def test_the_report_survives_word_whole() -> None:
    assert plain(read("报告.docx", write.docx(REPORT)).document) == plain(REPORT)


def test_a_pdf_sentence_cut_by_a_page_is_one_block() -> None:
    reading = read("报告.pdf", write.pdf(REPORT))
    cut = [b for b in reading.blocks if "\f" in reading.text[b.start : b.end]]
    assert cut, "the sample is long enough to be cut"
    for block in cut:
        assert block.kind in (Kind.PARAGRAPH, Kind.HEADING)
        assert "DEMO" not in block.text and "—" not in block.text


def test_a_report_of_eight_pages_survives_every_format() -> None:
    whole = plain(EIGHT_PAGES)
    assert plain(read("报告.docx", write.docx(EIGHT_PAGES)).document) == whole
    assert plain(read("报告.html", write.html(EIGHT_PAGES).encode()).document) == whole
    reading = read("报告.pdf", write.pdf(EIGHT_PAGES))
    assert plain(reading.document) == whole, "the table that crosses a page too"
    assert_offsets_hold(reading)


def bytes_of_every_format() -> str:
    made = (write.docx(EIGHT_PAGES), write.pdf(EIGHT_PAGES), write.html(EIGHT_PAGES).encode())
    return " ".join(sha256(data).hexdigest() for data in made)


def test_the_same_document_gives_the_same_bytes() -> None:
    code = "from tests.gongwen.test_round_trip import *; print(bytes_of_every_format())"
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
    )
    assert other.stdout.strip() == bytes_of_every_format()


JOINED = Block(
    Kind.TABLE,
    rows=(
        ("第二十条第（五）项",),  # over the whole table
        ("信息内容", "上年", "本年"),
        ("行政许可", "本年处理决定数量合计"),  # over two columns, and longer than either
        ("行政处罚", "", ""),
    ),
)


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_the_last_cell_of_a_short_row_reaches_to_the_edge_and_comes_back(form: str) -> None:
    document = replace(
        REPORT, body=(*REPORT.body[:2], JOINED, Block(Kind.PARAGRAPH, (Run("以上。"),))), annexes=()
    )
    made = {
        "docx": write.docx(document),
        "html": write.html(document).encode(),
        "pdf": write.pdf(document),
    }
    found = read(f"报告.{form}", made[form]).document
    assert [b.rows for b in found.body if b.rows] == [JOINED.rows]


def test_word_and_the_page_join_the_columns_that_are_left() -> None:
    document = replace(REPORT, body=(JOINED,))
    with zipfile.ZipFile(io.BytesIO(write.docx(document))) as package:
        text = package.read("word/document.xml").decode()
    assert re.findall(r'<w:gridSpan w:val="(\d)"/>', text) == ["3", "2"]
    assert re.findall(r'colspan="(\d)"', write.html(document)) == ["3", "2"]
