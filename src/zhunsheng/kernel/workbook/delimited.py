"""Tables other systems export as text: UTF-8, UTF-16 or GBK, parted by commas, tabs, semicolons."""

import csv
import io
import re

from zhunsheng.kernel.workbook.errors import WorkbookError
from zhunsheng.kernel.workbook.opened import Sheet

SUFFIXES = (".csv", ".tsv", ".txt")
_LIMIT = 50 * 1024 * 1024
_PARTS = (",", "\t", ";")
_LOOK = 4000  # characters: titles above the header say nothing of what parts the cells
#: What Excel is told by some exporters, in a line of its own.
_SAID = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
#: What exporters wrap a number in so that Excel keeps its zeros: ="0123", or a tab before it.
_KEPT_AS_TEXT = re.compile(r'="(.*)"')


def open_delimited(name: str, data: bytes) -> Sheet:
    """The table as one sheet, called after the file; every value is text.

    Errors: WorkbookError for a file that is too large or in no known encoding.
    """
    if len(data) > _LIMIT:
        raise WorkbookError(
            f"“{name}”超过50MB；请按月份拆分后导入。",
            f"'{name}' is larger than 50 MB; split it by month.",
        )
    text = _decoded(name, data)
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise WorkbookError(
            f"“{name}”的表格结构有误（{error}）；请重新导出，或在Excel中另存为.xlsx。",
            f"'{name}' is no regular table ({error}); export it again or save it as .xlsx.",
        ) from error
    if said:
        rows[0] = []  # kept as a line: faults are told by the lines of the file
    width = max((len(row) for row in rows), default=0)
    cells: list[list[object]] = [
        [*(_plain(cell) for cell in row), *[""] * (width - len(row))] for row in rows
    ]
    return Sheet(name.rpartition(".")[0] or name, cells, (), ())


def _delimiter(text: str) -> str:
    """The sign that stands most often in one of the first lines."""
    head = text[:_LOOK]
    # A tab beside a comma is no delimiter: exporters put it before numbers to keep their zeros.
    kept = max(head.count(f"{part}\t") + head.count(f"\t{part}") for part in ",;")
    parts = [p for p in _PARTS if p != "\t" or kept * 2 < head.count("\t")]
    lines = head.splitlines()
    return max(parts, key=lambda part: max((line.count(part) for line in lines), default=0))


def _decoded(name: str, data: bytes) -> str:
    # GB18030 reads nearly any bytes, so it is asked last.
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"):
        try:
            return _without_nul(name, data.decode(encoding))
        except UnicodeDecodeError:
            continue
    try:
        return _without_nul(name, data.decode("gb18030"))
    except UnicodeDecodeError as error:
        raise WorkbookError(
            f"“{name}”的编码无法识别；请在导出时选择UTF-8或GBK，或另存为.xlsx。",
            f"'{name}' is in no encoding known here; export it as UTF-8 or GBK, or as .xlsx.",
        ) from error


def _without_nul(name: str, text: str) -> str:
    if "\0" in text:
        raise WorkbookError(
            f"“{name}”不是文本表格；请选择导出的.csv文件。",
            f"'{name}' is no text table; choose the exported .csv file.",
        )
    return text


def _plain(cell: str) -> str:
    text = cell.strip()
    kept = _KEPT_AS_TEXT.fullmatch(text)
    return kept.group(1) if kept else text
