"""Opening a workbook safely: its size and shape first, then its sheets as rows of plain values."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from zhunsheng.kernel.workbook.errors import WorkbookError

_LIMIT = 50 * 1024 * 1024
_UNPACKED = 500 * 1024 * 1024
_RATIO = 100
_MEMBERS = 2000
_OLE = b"\xd0\xcf\x11\xe0"
_CHUNK = 1 << 20
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]{0,80}><f[ >/]')
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows from its first; `formulas` and `merged` by (column, row).

    `register` is the Chinese name of the register it belongs to, where its own name says nothing.
    """

    name: str
    rows: list[list[object]]  # each as wide as the widest
    formulas: tuple[tuple[int, int], ...]
    merged: tuple[tuple[int, int], ...]
    register: str = ""


def open_workbook(name: str, data: bytes) -> Iterator[Sheet]:
    """The sheets in order. Errors: WorkbookError saying what the file is, and the remedy."""
    package = _package(name, data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (CalamineError, ValueError, OSError) as error:
        raise _unreadable(name) from error
    parts = _parts(package)
    for sheet_name in book.sheet_names:
        try:
            rows: list[Any] = book.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
        except (CalamineError, ValueError, OSError) as error:
            raise _unreadable(name) from error
        formulas, merged = _marks(package, parts.get(sheet_name))
        yield Sheet(sheet_name, rows, formulas, merged)


def _package(name: str, data: bytes) -> zipfile.ZipFile:
    if not data:
        raise WorkbookError(f"“{name}”是空文件；请重新选择。", f"'{name}' is an empty file.")
    if len(data) > _LIMIT:
        raise WorkbookError(
            f"“{name}”超过50MB；请按科室或年度拆分后导入。",
            f"'{name}' is larger than 50 MB; split it by division or year.",
        )
    if data.startswith(_OLE):
        raise WorkbookError(
            f"“{name}”是加密的工作簿或旧版.xls；请在Excel或WPS中取消密码，另存为.xlsx后导入。",
            f"'{name}' is encrypted or an old .xls; remove the password and save it as .xlsx.",
        )
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise _unreadable(name) from error
    _require_sane(name, package)
    if "xl/workbook.xml" not in package.namelist():
        raise WorkbookError(
            f"“{name}”不是Excel工作簿；请选择.xlsx文件。",
            f"'{name}' is not an Excel workbook (.xlsx).",
        )
    return package


def _require_sane(name: str, package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    unpacked = sum(i.file_size for i in infos)
    packed = sum(i.compress_size for i in infos) or 1
    names = [i.filename for i in infos]
    if (
        len(infos) > _MEMBERS
        or unpacked > _UNPACKED
        or (unpacked > _CHUNK and unpacked / packed > _RATIO)
        or len(set(names)) != len(names)
    ):
        raise WorkbookError(
            f"“{name}”的压缩结构异常，未予打开；请在Excel中另存一份再导入。",
            f"'{name}' is packed in a way that is not opened; save it again in Excel.",
        )


def _unreadable(name: str) -> WorkbookError:
    return WorkbookError(
        f"“{name}”无法读取，可能已损坏或不是.xlsx；请用Excel或WPS打开后另存为.xlsx再导入。",
        f"'{name}' cannot be read: damaged, or not an .xlsx; open it and save it as .xlsx.",
    )


def _parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name → its part in the package."""
    from defusedxml import ElementTree

    try:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError, ValueError):
        return {}
    targets = {r.get("Id"): str(r.get("Target", "")).lstrip("/") for r in relations}
    found = {}
    for node in book.iter():
        if node.tag.endswith("}sheet"):
            key = next((v for k, v in node.attrib.items() if k.endswith("}id")), "")
            target = targets.get(key, "")
            found[str(node.get("name"))] = target if target.startswith("xl/") else f"xl/{target}"
    return found


Cells = tuple[tuple[int, int], ...]


def _marks(package: zipfile.ZipFile, part: str | None) -> tuple[Cells, Cells]:
    """(column, row) of each formula cell and of each merged cell but the first of its range."""
    if part is None or part not in package.namelist():
        return (), ()
    formulas: dict[tuple[int, int], None] = {}
    merged: dict[tuple[int, int], None] = {}
    with package.open(part) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            text = tail + chunk
            if b"<f" in text:
                for m in _FORMULA.finditer(text):
                    formulas[_column(m[1]), int(m[2])] = None
            for m in _MERGED.finditer(text):
                for column in range(_column(m[1]), min(_column(m[3]), _column(m[1]) + 200) + 1):
                    merged[column, int(m[2])] = None
            tail = text[-200:]
    return tuple(formulas), tuple(merged)


def _column(letters: bytes) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
