"""`tables REGIME YEAR`: the official form a regime fills: shown, as a workbook or in Word."""

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path

from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import padded, say
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.fill_table import Filled, fill
from zhunsheng.kernel.figure.table import Line, Table
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.workbook.table_book import printed, table_book
from zhunsheng.reports.tables_document import tables_docx


def run(arguments: Sequence[str]) -> int:
    """0 when every cell has its number, or no register keeps it."""
    parser = ArgumentParser(prog="zhunsheng tables", description=__doc__)
    parser.add_argument("regime")
    parser.add_argument("year", type=int)
    parser.add_argument("--agency")
    parser.add_argument("--xlsx", type=Path, help="write a workbook instead")
    parser.add_argument("--docx", type=Path, help="write a Word file instead")
    given = parser.parse_args(arguments)
    agency = agency_of(given.agency)
    known = {key: g for key, g in used_by(agency).regimes.items() if g.tables}
    if given.regime not in known:
        parser.error(f"有报表的制度 / regimes with tables: {', '.join(known) or '—'}")
    regime, scope = known[given.regime], Scope(agency.pk, given.year)
    if given.xlsx:
        _written(given.xlsx, table_book(regime.tables, scope))
    if given.docx:
        _written(given.docx, tables_docx(regime, scope))
    missing = 0
    for table in regime.tables:
        lines = fill(table, scope)
        missing += sum(bool(cell.key and not cell.text) for _, cells in lines for cell in cells)
        if not (given.xlsx or given.docx):
            _show(table, lines)
    return 1 if missing else 0


def _show(table: Table, lines: Iterable[tuple[Line, tuple[Filled, ...]]]) -> None:
    print(f"{table.zh} / {table.en}")
    if table.heads and table.stubs:
        print(f"  {padded('', 46)}{'  '.join(zh for zh, _ in table.heads)}")
    for names, (line, cells) in zip(table.line_names(), lines, strict=True):
        if not line.path:  # each number by the names it stands under
            for at, cell in enumerate(cells):
                over = [each.zh for each in table.over if each.covers(at)]
                print(f"  {padded('　'.join([*over, table.heads[at][0]]), 46)}{printed(cell)}")
            continue
        shown = [zh for zh, _ in line.heads] or [str(printed(cell)) for cell in cells]
        *above, own = (f"{'　' * name.column}{name.zh}" for name in names)
        print("".join(f"  {name}\n" for name in above), end="")
        print(f"  {padded(own, 46)}{'  '.join(shown)}")


def _written(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    say(f"已写出{path}", f"written: {path}")
