"""Refusals of a workbook: each fault with sheet, row, column, value, why and what to do."""

from dataclasses import dataclass

from zhunsheng.kernel.errors import KernelError


@dataclass(frozen=True, slots=True)
class CellFault:
    """One fault; `row` is the row's number in Excel, 0 where a whole sheet is at fault."""

    sheet: str
    row: int
    column: str
    value: str
    zh: str
    en: str


class WorkbookError(KernelError):
    """The file is no workbook that can be read."""

    code = "WORKBOOK"


class WorkbookRefusedError(KernelError):
    """The workbook has faults; nothing of it was stored."""

    code = "WORKBOOK_REFUSED"

    def __init__(self, name: str, faults: tuple[CellFault, ...]) -> None:
        self.name = name
        self.faults = faults
        super().__init__(
            f"“{name}”有{len(faults)}处问题，整个文件都没有保存；请按列表改正后重新导入。",
            f"'{name}' was refused and none of it was stored (faults: {len(faults)}); correct them"
            " and import it again.",
        )
