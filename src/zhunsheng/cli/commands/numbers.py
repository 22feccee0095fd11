"""`numbers YEAR [--use NUMBER TITLE [--to N] | --void NUMBER REASON] --by ACCOUNT`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.label import both
from zhunsheng.reports.models import DocumentNumber
from zhunsheng.reports.models.number import Use
from zhunsheng.reports.numbering.enter import enter_number, void_number
from zhunsheng.reports.numbering.number import Number, read_number
from zhunsheng.reports.numbering.register import next_number, numbers_of


def run(arguments: Sequence[str]) -> int:
    """Enters or voids a number where one is named; lists the year and the next number."""
    parser = ArgumentParser(prog="zhunsheng numbers", description=__doc__)
    parser.add_argument("year", type=int)
    parser.add_argument("--by", required=True)
    parser.add_argument("--use", nargs=2, metavar=("NUMBER", "TITLE"), help="其他发文已用")
    parser.add_argument("--to", type=int, default=0, metavar="N", help="连用到第几号 / up to N")
    parser.add_argument("--void", nargs=2, metavar=("NUMBER", "REASON"), help="作废")
    parser.add_argument("--on", type=date.fromisoformat)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    agency, on = person.agency, options.on or clock.today()
    if options.use:
        number, title = read_number(options.use[0]), options.use[1]
        enter_number(agency, number, told=title, on=on, by=person, last=options.to)
    if options.void:
        number, reason = read_number(options.void[0]), options.void[1]
        void_number(agency, number, reason=reason, on=on, by=person)
    for row in numbers_of(agency, options.year):
        say(*_told(row))
    expected = next_number(agency, options.year)
    if expected is None:
        say("登记还没有启用", "no number was entered yet")
    else:
        say(f"下一号：{expected}", "the next number")
    return 0


def _told(row: DocumentNumber) -> tuple[str, str]:
    first = Number(row.mark, row.year, row.first)
    through = f"至{row.last}号" if row.last > row.first else ""
    zh, en = both(Use(row.use).label)
    return f"  {first}{through} {zh}：{row.told} {row.on}", en
