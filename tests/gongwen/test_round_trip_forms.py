"""Joint documents, letters, orders and minutes survive Word, the page and the PDF as well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gongwen.documents import SPECIAL
from tests.gongwen.sample import block
from tests.gongwen.test_round_trip import assert_offsets_hold, plain
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Form
from zhunsheng.gongwen.read import read, read_text
from zhunsheng.gongwen.specimen_forms import JOINT, LETTER, ORDER, SPECIMENS, ring
from zhunsheng.gongwen.write import Seal


@pytest.mark.parametrize("form", SPECIAL)
@given(st.data())
def test_word_gives_back_a_document_of_any_form(form: str, data: st.DataObject) -> None:
    document = data.draw(SPECIAL[form])
    reading = read("公文.docx", write.docx(document))
    assert plain(reading.document) == plain(document)
    assert_offsets_hold(reading)


@pytest.mark.parametrize("form", SPECIAL)
@given(st.data())
def test_the_page_gives_back_a_document_of_any_form(form: str, data: st.DataObject) -> None:
    document = data.draw(SPECIAL[form])
    reading = read("公文.html", write.html(document).encode())
    assert plain(reading.document) == plain(document)
    assert_offsets_hold(reading)


@pytest.mark.parametrize("form", SPECIAL)
@given(st.data())
def test_the_pdf_gives_back_a_document_of_any_form(form: str, data: st.DataObject) -> None:
    document = data.draw(SPECIAL[form])
    reading = read("公文.pdf", write.pdf(document))
    assert plain(reading.document) == plain(document)
    assert_offsets_hold(reading)


@pytest.mark.parametrize("name", SPECIMENS)
def test_every_specimen_survives_every_format(name: str) -> None:
    document = SPECIMENS[name]
    for file, data in {
        "a.docx": write.docx(document),
        "a.html": write.html(document).encode(),
        "a.pdf": write.pdf(document),
    }.items():
        assert plain(read(file, data).document) == plain(document), file


def test_seals_hide_no_word_from_a_reader() -> None:
    seals = (Seal(ring()),) * 5
    for file, data in {
        "a.docx": write.docx(JOINT, seals),
        "a.pdf": write.pdf(JOINT, seals),
    }.items():
        reading = read(file, data)
        assert plain(reading.document) == plain(JOINT), file
    told = [each.where for each in read("a.docx", write.docx(JOINT, seals)).unread]
    assert told == ["w:drawing"], "what was not read is said"


def test_an_order_and_minutes_typed_as_plain_text_are_known_by_their_mark() -> None:
    order = read_text(
        "澜川市人民政府令\n第12号\n《澜川市科技计划管理办法》已经审议通过，现予公布。\n"
        "　　　　　　市长　　林知远\n　　　　　　2024年3月12日"
    ).document
    assert (order.form, order.number, order.title) == (Form.ORDER, "第12号", "")
    assert (order.signer_post, order.signers) == ("市长", ("林知远",))
    minutes = read_text(
        "澜川市科学技术局局务会议纪要\n第3期\n2024年3月5日，林知远主持召开会议。\n"
        "出席：林知远、周明\n列席：各科室负责人"
    ).document
    assert (minutes.form, minutes.present) == (Form.MINUTES, "林知远、周明")
    assert minutes.observers == "各科室负责人"


def test_names_below_a_full_row_of_a_numbered_paragraph_are_signatures_not_its_rest() -> None:
    """Two blank rows part them: the first name begins no further in than a wrapped row would."""
    document = replace(
        LETTER,
        body=(LETTER.body[0], block("（1）核对台账。全市办结事项10件，台账齐全无缺漏之处。")),
        organ_mark="人人局",
        signature="人人局",
        joint_signatures=("人人人人人人人人人人局",),
        note="",
        copies=(),
    )
    assert plain(read("a.pdf", write.pdf(document)).document) == plain(document)


def test_paragraphs_of_one_row_are_parted_where_no_row_shows_the_left_margin() -> None:
    """An order has no addressees: all its rows stand in by two characters, one of them full."""
    for copies in (("人人局",), ()):
        document = replace(
            ORDER,
            organ_mark="人人局令",
            body=(block(f"{'人' * 16}1503件，人人人人人。"), block("人人人人件。")),
            copies=copies,
            printed_by=ORDER.printed_by if copies else "",
            printed_on=ORDER.printed_on if copies else None,
        )
        assert plain(read("a.pdf", write.pdf(document)).document) == plain(document)


def test_rows_that_end_together_by_chance_are_no_margin() -> None:
    """The same sentence twice: both rows end where the text could go on for three characters."""
    again = block(f"{'人' * 13}1503件，人人人人人。")
    document = replace(ORDER, organ_mark="人人局令", body=(again, again, block("人人人人件。")))
    assert plain(read("a.pdf", write.pdf(document)).document) == plain(document)
