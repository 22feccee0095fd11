"""Files that others made: Word and web pages without our styles, and what was not read in them."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

from docx import Document

from tests.gongwen.sample import REPORT
from tests.gongwen.test_read_text import TEXT
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Block, Kind
from zhunsheng.gongwen.read import read


def foreign_word(xml: str = "") -> bytes:
    document = Document()
    for line in filter(str.strip, TEXT.splitlines()):
        if not line.startswith(("- 2", "为100%", "至目前")):
            document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "项目", "12件"
    if xml:
        from docx.oxml import parse_xml

        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        document.paragraphs[7]._p.append(parse_xml(xml.replace(">", f" {space}>", 1)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_with_plain_styles_is_recognised() -> None:
    reading = read("报告.docx", foreign_word())
    document = reading.document
    assert document.title == "澜川市科学技术局关于2024年法治政府建设情况的报告"
    assert document.number == "澜科〔2025〕6号"
    assert [b.rows for b in reading.blocks if b.kind is Kind.TABLE] == [(("项目", "12件"),)]
    assert [b.level for b in document.body if b.kind is Kind.HEADING] == [1, 2, 2, 3, 4, 1]


def test_an_imprint_framed_by_a_table_is_no_table() -> None:
    word = Document()
    for line in ("澜科〔2025〕6号", "关于年度工作的报告", "市政府：", "全年公开502条。"):
        word.add_paragraph(line)
    table = word.add_table(rows=2, cols=2)
    table.rows[0].cells[0].text = "抄送：市司法局，市人大常委会办公室。"
    table.rows[1].cells[0].text = "澜川市科学技术局办公室"
    table.rows[1].cells[1].text = "2025年2月20日印发"
    out = io.BytesIO()
    word.save(out)
    document = read("报告.docx", out.getvalue()).document
    assert document.copies == ("市司法局", "市人大常委会办公室")
    assert document.printed_by == "澜川市科学技术局办公室"
    assert [block.text for block in document.body] == ["全年公开502条。"]


def test_what_was_deleted_or_hidden_is_not_text_and_is_named() -> None:
    deleted = "<w:del><w:r><w:delText>删去999件</w:delText></w:r></w:del>"
    reading = read("报告.docx", foreign_word(deleted))
    assert "999" not in reading.text
    assert [u.where for u in reading.unread] == ["w:del"]
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏888件</w:t></w:r>"
    reading = read("报告.docx", foreign_word(hidden))
    assert "888" not in reading.text
    assert [u.where for u in reading.unread] == ["w:vanish"]
    assert "隐藏" in reading.unread[0].zh and "hidden" in reading.unread[0].en


def test_a_web_page_is_read_without_its_navigation() -> None:
    page = (
        "<html><head><title>网站</title><script>var n = 502</script></head><body>"
        "<nav>首页 1000件</nav><h1>澜川市科学技术局关于年度工作的报告</h1><p>市政府：</p>"
        "<div>一、工作成效</div><p>　　全年公开<b>502</b>条。</p>"
        "<table><tr><th>项</th><td>12</td></tr></table><img src='http://x.example/a.png'></body></html>"
    )
    reading = read("报告.html", page.encode("gbk"))
    assert "1000" not in reading.text and "var" not in reading.text
    assert reading.document.title == "澜川市科学技术局关于年度工作的报告"
    assert [b.text for b in reading.document.body] == ["一、工作成效", "全年公开502条。", "项\t12"]
    assert [u.where for u in reading.unread] == ["img"]


def test_reading_text_loads_nothing_heavy() -> None:
    code = (
        "import sys; from zhunsheng.gongwen.read import read; read('a.txt', '全年502条'.encode());"
        "heavy = ('lxml', 'pypdfium2', 'docx', 'typst', 'django', 'zipfile');"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_two_tables_that_meet_stay_two_in_word() -> None:
    """Nothing between them, and Word would make one of both."""
    rows = Block(Kind.TABLE, rows=(("栏", "目"), ("一", "二")))
    document = replace(REPORT, body=(REPORT.body[0], rows, replace(rows, rows=rows.rows * 2)))
    body = Document(io.BytesIO(write.docx(document))).element.body
    tables = [node for node in body if node.tag.endswith("}tbl")][:2]
    assert tables[0].getnext().tag.endswith("}p")
    found = read("报告.docx", write.docx(document)).document.body
    assert [block.kind for block in found] == [Kind.PARAGRAPH, Kind.TABLE, Kind.TABLE]


def test_a_heading_on_a_row_of_its_own_stays_with_what_follows_in_word() -> None:
    made = Document(io.BytesIO(write.docx(REPORT)))
    alone = [p for p in made.paragraphs if p.text.startswith(("一、", "二、"))]
    assert alone and all(p.paragraph_format.keep_with_next for p in alone)
