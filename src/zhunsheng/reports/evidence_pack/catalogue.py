"""The catalogue of a pack, missing evidence first: as Word and as Excel."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import xlsxwriter
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from zhunsheng.gongwen.write.timeless import timeless
from zhunsheng.reports.evidence_pack.gather import Gathered, Lacking, Paper, Row

#: The most lines of a table in Word; the workbook has all of them.
MOST = 1000
_LACKING = ("目录号", "指标", "记录", "缺少什么")  # folder, figure, record, what is missing
_PAPERS = ("编号", "文件", "种类", "日期", "字节", "摘要", "佐证对象")
_FOLDERS = ("目录号", "名称", "指标与记录数", "佐证编号", "缺失")  # a paper may lie in another
_ROWS = ("目录号", "指标", "数值", "记录号", "版本", "名称", "日期", "佐证编号")
#: Columns that hold words rather than numbers.
_WIDE = ("文件", "名称", "佐证对象", "佐证编号")
#: How a paper came to its row: with its workbook, as its export, with a step, by hand; minutes;
#: what was signed.
_KINDS = {
    "import": "随表导入",
    "export": "外部系统导出表",
    "step": "环节材料",
    "paper": "附入材料",
    "minutes": "会议纪要",
    "signature": "签发稿",
}
_NAMED = 20  # rows that a paper proves, told by name
_FONT = "仿宋_GB2312"
#: Files are the same for the same content: no moment of their making is kept.
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
Table = Iterable[Sequence[str]]


def workbook(found: Gathered) -> bytes:
    """Four sheets: what is missing, the papers, each folder's papers, the rows of every figure."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": _NO_TIME.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "bg_color": "#E8ECF1", "border": 1})
    sheets: tuple[tuple[str, tuple[str, ...], Table], ...] = (
        ("缺失佐证", _LACKING, map(_lacking, found.lacking)),
        ("目录", _PAPERS, map(_paper, found.papers)),
        ("各目录佐证", _FOLDERS, _folders(found)),
        ("指标与记录", _ROWS, _rows(found)),
    )
    for name, headings, lines in sheets:
        sheet = book.add_worksheet(name)
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, head)
            sheet.set_column(place, place, 40 if heading in _WIDE else 16)
        sheet.freeze_panes(1, 0)
        for line, cells in enumerate(lines, start=1):
            for place, cell in enumerate(cells):
                sheet.write_string(line, place, cell)
    book.close()
    return buffer.getvalue()


def word(found: Gathered) -> bytes:
    """The catalogue as a document."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = _FONT
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    document.core_properties.created = document.core_properties.modified = _NO_TIME
    document.core_properties.author = ""
    document.add_heading(_plain(found.selection.title), level=0)
    document.add_paragraph(
        f"共{len(found.selection.folders)}个目录、{len(found.papers)}份材料、"
        f"{len({row.item for row in found.rows})}条记录；缺失佐证{len(found.lacking)}项。"
    )
    _table(document, "一、缺失佐证", _LACKING, [_lacking(one) for one in found.lacking])
    _table(document, "二、目录", _PAPERS[:4], [_paper(one)[:4] for one in found.papers])
    document.add_heading("三、各目录的指标", level=1)
    for folder in found.selection.folders:
        papers = _numbers(row for row in found.rows if row.folder == folder.label) or "无"
        document.add_paragraph(_plain(f"{folder.label}　{folder.name}（佐证材料：{papers}）"))
        for figure in folder.figures:
            document.add_paragraph(
                _plain(f"{figure.zh}：{figure.value or '—'}（记录{len(figure.rows)}条）"),
                style="List Bullet",
            )
    buffer = io.BytesIO()
    document.save(buffer)
    return timeless(buffer.getvalue())


def _table(
    document: WordDocument, title: str, headings: Sequence[str], lines: list[tuple[str, ...]]
) -> None:
    document.add_heading(title, level=1)
    if not lines:
        document.add_paragraph("无。")
        return
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        cell.text = text
    for line in lines[:MOST]:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = _plain(text)
    if len(lines) > MOST:
        document.add_paragraph(f"以上为前{MOST}项，共{len(lines)}项，其余见同名Excel目录。")


def _lacking(one: Lacking) -> tuple[str, ...]:
    return one.folder, one.figure, one.what, one.why


def _paper(one: Paper) -> tuple[str, ...]:
    served = "；".join(one.serves[:_NAMED])
    if len(one.serves) > _NAMED:  # a cell of Excel holds no more than 32,767 characters
        served += f"；等共{len(one.serves)}条记录，逐条见“指标与记录”"
    size = str(one.file.size)
    kind = _KINDS.get(one.kind.partition(":")[0], one.kind)
    return one.number, one.path, kind, one.dated_on, size, one.file.digest, served


def _folders(found: Gathered) -> Table:
    """Each folder with every paper that proves it: one in several lies in the first alone."""
    for folder in found.selection.folders:
        rows = [row for row in found.rows if row.folder == folder.label]
        lacking = sum(one.folder == folder.label for one in found.lacking)
        counted = f"{len(folder.figures)}项指标、{len(rows)}条记录"
        yield folder.label, folder.name, counted, _numbers(rows), str(lacking)


def _numbers(rows: Iterable[Row]) -> str:
    return "、".join(dict.fromkeys(number for row in rows for number in row.papers))


def _rows(found: Gathered) -> Table:
    for row in found.rows:
        numbers = "、".join(row.papers)
        yield (
            row.folder, row.figure, row.value, str(row.item), str(row.version), row.title, row.day,
            numbers,
        )  # fmt: skip


def _plain(text: str) -> str:
    """The text without control characters, which no XML holds."""
    return "".join(c for c in text if c >= " " or c in "\t\n")
