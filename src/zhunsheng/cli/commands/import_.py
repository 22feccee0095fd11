"""`import FILE… --by ACCOUNT --division CODE`: workbooks into the ledgers, or every fault."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.files import read
from zhunsheng.cli.commands.people import division_of, person_of
from zhunsheng.cli.commands.told import padded, say
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import Imported, folder_files, import_workbook


def run(arguments: Sequence[str]) -> int:
    """0 when every workbook was stored; a refused one leaves nothing behind, the others go on."""
    parser = ArgumentParser(prog="zhunsheng import", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--by", required=True)
    parser.add_argument("--division", required=True)
    options = parser.parse_args(arguments)
    by = person_of(options.by)
    division = division_of(by.agency, options.division)
    refused = 0
    for path in options.files:
        try:
            done = import_workbook(
                path.name, read(path), by=by, division=division, files=folder_files(path.parent)
            )
        except WorkbookRefusedError as error:
            refused += 1
            print_faults(error)
        except KernelError as error:
            refused += 1
            say(error.zh, error.en)
        else:
            say(f"{path.name}：{done.total}行，待确认", f"{done.total} rows, to be confirmed")
            print_gone(done)
    return 1 if refused else 0


def print_gone(done: Imported, most: int = 20) -> None:
    """Rows the source no longer holds, and the registers whose rows could not be missed."""
    if done.gone:
        say(
            f"来源系统中已没有的记录{len(done.gone)}条，未作处理；请在来源系统核实后作废",
            f"{len(done.gone)} rows are gone from the source; nothing was done to them: look there,"
            " and void those that were withdrawn",
        )
    for gone in done.gone[:most]:
        print(f"  {padded(gone.register.zh, 16)}{padded(gone.number, 18)}{gone.title}")
    if len(done.gone) > most:
        say(f"  ……还有{len(done.gone) - most}条", f"and {len(done.gone) - most} more")
    for sheet, register in done.untold:
        say(
            f"{sheet}：{register.zh}没有编号，来源系统删除的行无法得知；请核对两边的行数",
            f"{register.en} have no number: rows deleted in the source cannot be told; compare how"
            " many rows each holds",
        )


def print_faults(error: WorkbookRefusedError, most: int = 60) -> None:
    """The refusal as a table: sheet, row, column, value, why."""
    say(error.zh, error.en)
    for fault in error.faults[:most]:
        where = f"{fault.sheet} {f'第{fault.row}行' if fault.row else ''} {fault.column}"
        print(f"  {padded(where, 40)}{padded(fault.value, 18)}{fault.zh} / {fault.en}")
    if len(error.faults) > most:
        say(f"  ……还有{len(error.faults) - most}处", f"and {len(error.faults) - most} more")
