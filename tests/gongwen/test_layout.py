"""The page is that of GB/T 9704—2012: measured in the PDF, declared in the Word file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gongwen.eight_pages import EIGHT_PAGES
from tests.gongwen.sample import REPORT, block
from zhunsheng.gongwen import layout, write
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument
from zhunsheng.gongwen.write import elements

MM = 72 / 25.4
TOLERANCE = 1.0 * MM  # the standard allows ± 1 mm


def long_report() -> OfficialDocument:
    return replace(
        REPORT, body=(*REPORT.body, *(block("各项工作有序推进，" * 30 + "成效明显。"),) * 6)
    )


def boxes(page: pypdfium2.PdfPage, words: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the first occurrence, in points from the upper left corner."""
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found is not None, words
    index, count = found
    each = [text.get_charbox(at) for at in range(index, index + count)]
    height = page.get_height()
    return (
        min(box[0] for box in each),
        height - max(box[3] for box in each),
        max(box[2] for box in each),
        height - min(box[1] for box in each),
    )


@pytest.fixture(scope="module")
def pdf() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(write.pdf(long_report()))


def test_every_page_is_a4(pdf: pypdfium2.PdfDocument) -> None:
    for page in pdf:
        width, height = page.get_size()
        assert abs(width - 210 * MM) < 0.5 and abs(height - 297 * MM) < 0.5


def test_text_stays_in_the_type_area(pdf: pypdfium2.PdfDocument) -> None:
    page = pdf[1]
    text = page.get_textpage()
    lines = [
        text.get_charbox(at)
        for at in range(text.count_chars())
        if text.get_text_range(at, 1) in "各项工作有序推进"
    ]
    assert lines
    for left, bottom, right, top in lines:
        assert left >= 28 * MM - TOLERANCE and right <= (210 - 26) * MM + TOLERANCE
        assert top <= (297 - 37) * MM + TOLERANCE and bottom >= 35 * MM - TOLERANCE


def test_a_row_holds_28_characters() -> None:
    solid = "文件清理结果公布" * 40
    one = replace(REPORT, body=(block(solid),), mark="", attachments=())
    text = pypdfium2.PdfDocument(write.pdf(one))[1].get_textpage().get_text_range()
    rows = [line for line in text.split("\r\n") if set(line) <= set(solid) and line]
    assert len(rows[0]) == layout.CHARACTERS_A_LINE


def test_the_red_head_stands_35_mm_below_the_type_area_top(pdf: pypdfium2.PdfDocument) -> None:
    left, top, right, _ = boxes(pdf[0], REPORT.organ_mark)
    assert abs(top - (37 + 35) * MM) < 2 * TOLERANCE
    assert left >= 28 * MM - TOLERANCE and right <= 184 * MM + TOLERANCE
    assert abs((left + right) / 2 - (28 + 78) * MM) < TOLERANCE


def test_an_upward_document_has_number_and_signer_on_one_row(pdf: pypdfium2.PdfDocument) -> None:
    number, signer = boxes(pdf[0], "澜科〔2025〕6号"), boxes(pdf[0], "签发人：")
    assert abs(number[3] - signer[3]) < 4
    assert abs(number[0] - (28 * MM + 16)) < 4, "one character in from the left"
    name = boxes(pdf[0], "林知远")
    assert abs(name[2] - (184 * MM - 16)) < 4, "one character in from the right"


def test_a_document_without_signer_centres_its_number() -> None:
    made = pypdfium2.PdfDocument(write.pdf(replace(REPORT, signers=())))
    left, _, right, _ = boxes(made[0], REPORT.number)
    assert abs((left + right) / 2 - 106 * MM) < TOLERANCE


def test_the_date_leaves_four_characters_and_the_name_is_centred(
    pdf: pypdfium2.PdfDocument,
) -> None:
    page = next(page for page in pdf if "2025年2月18日" in page.get_textpage().get_text_range())
    day = boxes(page, "2025年2月18日")
    side_bearing = 4  # points of white that 日 has to its right
    assert abs(day[2] + side_bearing - (184 * MM - 4 * 15.8)) < 2
    text = page.get_textpage().get_text_range()
    assert "澜川市科学技术局\r\n2025年2月18日" in text


def test_the_imprint_stands_at_the_foot_of_the_last_page(pdf: pypdfium2.PdfDocument) -> None:
    last = pdf[len(pdf) - 1]
    _, _, _, bottom = boxes(last, "2025年2月20日印发")
    foot = (297 - 35) * MM
    assert foot - 14 < bottom <= foot
    assert "抄送：市司法局，市人大常委会办公室。" in last.get_textpage().get_text_range()


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(
    pdf: pypdfium2.PdfDocument,
) -> None:
    numbered = [page for page in pdf if "—" in page.get_textpage().get_text_range()]
    assert len(numbered) == len(pdf) - 1, "all but the page that holds only the imprint"
    for at, page in enumerate(numbered, start=1):
        left, top, right, bottom = boxes(page, f"— {at} —")
        if at % 2:
            assert abs(right - (184 * MM - 14)) < 4
        else:
            assert abs(left - (28 * MM + 14)) < 4
        dash = (297 - 35 + 7) * MM
        assert top - 2 <= dash <= bottom + 2


def test_a_page_with_only_the_imprint_has_no_number() -> None:
    for filler in range(1, 24):
        body = tuple(block("成效明显。") for _ in range(filler))
        made = pypdfium2.PdfDocument(write.pdf(replace(REPORT, body=body, mark="")))
        text = made[len(made) - 1].get_textpage().get_text_range()
        if text.startswith("抄送"):
            assert "—" not in text
            return
    raise AssertionError("no filling left the imprint alone on its page")


def test_the_mark_is_on_every_page_in_every_format(pdf: pypdfium2.PdfDocument) -> None:
    assert all(REPORT.mark in page.get_textpage().get_text_range() for page in pdf)
    assert REPORT.mark in write.html(REPORT)
    with zipfile.ZipFile(io.BytesIO(write.docx(REPORT))) as docx:
        headers = [docx.read(n).decode() for n in docx.namelist() if "word/header" in n]
    assert sum(REPORT.mark in header for header in headers) == 2, "odd and even pages"


def test_the_pdf_is_an_archive_format_with_its_fonts_inside() -> None:
    data = write.pdf(REPORT)
    assert b"pdfaid" in data
    assert b"Fandol" in data


@pytest.fixture(scope="module")
def word() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(write.docx(REPORT))) as docx:
        return {n: docx.read(n).decode() for n in docx.namelist() if n.endswith(".xml")}


def test_word_names_the_official_fonts_for_chinese_and_for_digits(word: dict[str, str]) -> None:
    styles = word["word/styles.xml"]
    for style, font in {
        "gw-organ_mark": "方正小标宋_GBK",
        "gw-title": "方正小标宋_GBK",
        "gw-paragraph": "仿宋_GB2312",
        "gw-lead-1": "黑体",
        "gw-lead-2": "楷体_GB2312",
        "gw-signer-name": "楷体_GB2312",
        "gw-page_number": "宋体",
    }.items():
        found = re.search(rf'styleId="{style}".*?(<w:rFonts[^>]*>)', styles, re.S)
        assert found is not None
        for face in ("ascii", "hAnsi", "eastAsia"):
            assert f'w:{face}="{font}"' in found.group(1)
    assert not any(name.startswith("word/fonts/") for name in word)


def test_word_has_the_page_and_the_grid(word: dict[str, str]) -> None:
    document = word["word/document.xml"]
    assert 'w:w="11906" w:h="16838"' in document
    margins = re.search(r"<w:pgMar[^>]*>", document)
    assert margins is not None
    for side, mm in {"top": 37, "left": 28, "right": 26, "bottom": 35}.items():
        twips = int(re.search(rf'w:{side}="(\d+)"', margins.group(0)).group(1))  # type: ignore[union-attr]
        assert abs(twips / 20 - mm * MM) < 1
    assert '<w:docGrid w:type="lines" w:linePitch="578"/>' in document
    assert "evenAndOddHeaders" in word["word/settings.xml"]


def test_words_of_a_title_are_kept_whole() -> None:
    assert layout.title_lines(REPORT.title) == (
        "澜川市科学技术局",
        "关于2024年法治政府建设情况的报告",
    )
    assert layout.title_lines("关于开展检查的通知") == ("关于开展检查的通知",)
    figures = "澜川市科学技术局等五部门关于做好2024年科技经费核查工作的通知"
    assert layout.title_lines(figures)[1:] == ("关于做好2024年科技经费核查工作的通知",), "19 wide"
    assert len(layout.title_lines(figures.replace("科技", "省级科技"))[-1]) >= 4
    long = "澜川市科学技术局关于印发《澜川市科技成果转化专项资金管理办法（2024年修订）》的通知"
    rows = layout.title_lines(long)
    assert "".join(rows) == long and all(len(row) <= 20 for row in rows)
    assert not any(row[0] in "》），、" for row in rows)


@given(st.text("关于的和规范性文件清理", min_size=1, max_size=95))
def test_no_row_of_a_title_is_wider_than_the_type_area(title: str) -> None:
    rows = layout.title_lines(title)
    assert "".join(rows) == title and max(map(len, rows)) <= 20
    assert len(rows[-1]) >= min(4, len(title)), "no word alone in the last row"


def test_several_organs_in_a_title_stay_whole() -> None:
    organs = ("澜川市科学技术局", "澜川市财政局", "澜川市人力资源和社会保障局")
    rows = layout.title_lines("".join(organs) + "关于做好补贴发放工作的通知", organs)
    assert rows == ("澜川市科学技术局　澜川市财政局", organs[2], "关于做好补贴发放工作的通知")


def test_the_imprint_of_word_floats_at_the_foot_of_its_page(word: dict[str, str]) -> None:
    place = re.search(r"<w:tblpPr[^>]*>", word["word/document.xml"])
    assert place is not None
    for said in ('vertAnchor="margin"', 'tblpYSpec="bottom"', 'horzAnchor="page"', 'tblpX="1587"'):
        assert said in place.group(0)


def test_a_row_of_a_table_is_never_torn(word: dict[str, str]) -> None:
    made = pypdfium2.PdfDocument(write.pdf(EIGHT_PAGES))
    assert len(made) == 8
    rows = [" ".join(map(str, row)) for b in EIGHT_PAGES.body for row in b.rows[1:]]
    pages = [page.get_textpage().get_text_range().replace("\r\n", " ") for page in made]
    assert all(any(row in page for page in pages) for row in rows)
    torn = [page for page in pages if "序号 科室" in page]
    assert len(torn) >= 2, "the head of the table stands on each of its pages"
    assert word["word/document.xml"].count("<w:tblHeader/>") == 1


def test_in_word_a_row_of_several_lines_may_not_be_torn_and_one_of_a_line_cannot() -> None:
    long = ("2", "很长的一格" * 20)
    table = Block(Kind.TABLE, rows=(("序号", "事项"), ("1", "短"), long, ("3", "短")))
    parts = zipfile.ZipFile(io.BytesIO(write.docx(replace(REPORT, body=(table,)))))
    rows = re.findall(r"<w:tr>.*?</w:tr>", parts.read("word/document.xml").decode(), re.DOTALL)
    assert [long[1] in row for row in rows] == ["<w:cantSplit/>" in row for row in rows]
    assert sum("<w:cantSplit/>" in row for row in rows) == 1


def test_word_hangs_no_stop_over_the_edge_and_centres_cells_in_their_rows(
    word: dict[str, str],
) -> None:
    normal = word["word/styles.xml"].partition('w:styleId="Normal"')[2].partition("</w:style>")[0]
    assert '<w:overflowPunct w:val="0"/>' in normal
    cells = sum(len(row) for each in REPORT.body for row in each.rows)
    assert 0 < cells == word["word/document.xml"].count('<w:vAlign w:val="center"/>')


@pytest.mark.parametrize("attachments", [(), ("清理结果",)])
def test_signature_and_date_never_stand_alone_on_a_page(attachments: tuple[str, ...]) -> None:
    for filler in range(5, 20):
        lines = tuple(block(f"第{at}项工作成效明显。") for at in range(filler))
        document = replace(REPORT, body=lines, attachments=attachments, mark="", signers=())
        pages = [
            page.get_textpage().get_text_range()
            for page in pypdfium2.PdfDocument(write.pdf(document))
        ]
        signed = next(page for page in pages if "2025年2月18日" in page)
        assert "成效明显" in signed or "附件" in signed


def test_heads_stand_upright_only_where_a_table_taller_than_a_page_grows_shorter() -> None:
    head = ("项目", *("法律服务机构",) * 7)
    line = ("其他法律行政法规禁止公开的信息" * 2, *("0",) * 7)
    short, long = (head, *[line] * 3), (head, *[line] * 20)
    wide, narrow = elements.column_weights(short), elements.column_weights(long)
    assert wide[1] >= 3 and narrow[1] == 2
    assert sum(elements.lines_taken(long, narrow)) * 3 <= sum(elements.lines_taken(long, wide)) * 2
