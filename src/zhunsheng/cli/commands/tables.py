"""`tables REGIME YEAR`: the tables of the official form a regime fills, shown or as a workbook."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import padded, say
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.fill_table import fill
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.workbook.table_book import printed, table_book


def run(arguments: Sequence[str]) -> int:
    """0 when every cell has its number, or no register keeps it."""
    parser = ArgumentParser(prog="zhunsheng tables", description=__doc__)
    parser.add_argument("regime")
    parser.add_argument("year", type=int)
    parser.add_argument("--agency")
    parser.add_argument("--xlsx", type=Path, help="write a workbook instead")
    given = parser.parse_args(arguments)
    agency = agency_of(given.agency)
    known = {key: g.tables for key, g in used_by(agency).regimes.items() if g.tables}
    if given.regime not in known:
        parser.error(f"有报表的制度 / regimes with tables: {', '.join(known) or '—'}")
    scope = Scope(agency.pk, given.year)
    if given.xlsx:
        given.xlsx.write_bytes(table_book(known[given.regime], scope))
        say(f"已写出{given.xlsx}", f"written: {given.xlsx}")
    missing = 0
    for table in known[given.regime]:
        lines = fill(table, scope)
        missing += sum(bool(cell.key and not cell.text) for _, cells in lines for cell in cells)
        if not given.xlsx:
            print(f"{table.zh} / {table.en}")
            for line, cells in lines:
                print(f"  {padded(line.zh, 46)}{'  '.join(str(printed(c)) for c in cells)}")
    return 1 if missing else 0
