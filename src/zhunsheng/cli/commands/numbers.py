"""`numbers YEAR [--use|--reserve|--void NUMBER TEXT] [--xlsx FILE] --by ACCOUNT`: the register."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.label import both
from zhunsheng.reports.numbering.book import number_book
from zhunsheng.reports.numbering.enter import enter_number, reserve_number, void_number
from zhunsheng.reports.numbering.number import read_number
from zhunsheng.reports.numbering.register import Entered, next_number, numbers_of


def run(arguments: Sequence[str]) -> int:
    """Enters or voids a number where one is named; lists the year and the next number."""
    parser = ArgumentParser(prog="zhunsheng numbers", description=__doc__)
    parser.add_argument("year", type=int)
    parser.add_argument("--by", required=True)
    parser.add_argument("--use", nargs=2, metavar=("NUMBER", "TITLE"), help="其他发文已用")
    parser.add_argument("--to", type=int, default=0, metavar="N", help="连用到第几号 / up to N")
    parser.add_argument("--reserve", nargs=2, metavar=("NUMBER", "TITLE"), help="预留")
    parser.add_argument("--xlsx", type=Path, help="另存为工作簿 / write a workbook too")
    parser.add_argument("--void", nargs=2, metavar=("NUMBER", "REASON"), help="作废")
    parser.add_argument("--on", type=date.fromisoformat)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    agency, on = person.agency, options.on or clock.today()
    if options.use:
        number, title = read_number(options.use[0]), options.use[1]
        enter_number(agency, number, told=title, on=on, by=person, last=options.to)
    if options.reserve:
        number, title = read_number(options.reserve[0]), options.reserve[1]
        reserve_number(agency, number, told=title, on=on, by=person)
    if options.void:
        number, reason = read_number(options.void[0]), options.void[1]
        void_number(agency, number, reason=reason, on=on, by=person)
    entered = numbers_of(agency, options.year)
    for one in entered:
        say(*_told(one))
    if options.xlsx:
        title = f"{agency.name}{options.year}年发文字号登记"
        options.xlsx.write_bytes(number_book(entered, title=title))
        say(f"已写出{options.xlsx}", f"written: {options.xlsx}")
    expected = next_number(agency, options.year)
    if expected is None:
        say("登记还没有启用", "no number was entered yet")
    else:
        say(f"下一号：{expected}", "the next number")
    return 0


def _told(one: Entered) -> tuple[str, str]:
    through = f"至{one.row.last}号" if one.row.last > one.row.first else ""
    zh, en = both(one.use.label)
    return f"  {one.number}{through} {zh}：{one.told} {one.on}", en
