"""`monthly [MONTH]`: what each division still owes for the month (本科室报数)."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.monthly.month import Month
from zhunsheng.kernel.monthly.owed import owed_by
from zhunsheng.kernel.monthly.urge_month import words


def run(arguments: Sequence[str]) -> int:
    """0 when no division owes anything."""
    parser = ArgumentParser(prog="zhunsheng monthly", description=__doc__)
    parser.add_argument("month", nargs="?", default="", help="2024-06; this month if left out")
    parser.add_argument("--agency")
    given = parser.parse_args(arguments)
    month = Month.read(given.month) if given.month else Month.of(clock.today())
    if month is None:
        parser.error("月份写作2024-06 / a month is written 2024-06")
    found = owed_by(list(agency_of(given.agency).divisions.all()), month)
    for one in found:
        if one.nothing:
            say(f"{one.division.name}：{month.zh}已报齐", f"complete for {month}")
        else:
            print(words(one))
    return 0 if all(one.nothing for one in found) else 1
