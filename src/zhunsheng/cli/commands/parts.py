"""`parts YEAR [PART --ask DIVISION --due DAY | --supply FILE | --sign-off | …] --by ACCOUNT`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.files import read_text
from zhunsheng.cli.commands.people import division_of, person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.life.collect import call_part, excuse_part, sign_off, supply_part
from zhunsheng.reports.life.collected import PartState, collected, told
from zhunsheng.reports.models import Report


def run(arguments: Sequence[str]) -> int:
    """Does what is asked of the part; 1 while a division still owes one."""
    parser = ArgumentParser(prog="zhunsheng parts", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("part", nargs="?", help="报告的部分 / key of a part")
    parser.add_argument("--by", required=True)
    parser.add_argument("--ask", metavar="DIVISION", help="向科室征集 / ask a division")
    parser.add_argument("--due", type=date.fromisoformat, metavar="DAY")
    parser.add_argument("--supply", type=Path, metavar="FILE", help="报送文字 / its text")
    parser.add_argument("--edit", type=Path, metavar="FILE", help="法规科改稿 / edited centrally")
    parser.add_argument("--sign-off", action="store_true", help="负责人签认 / the head's word")
    parser.add_argument("--excuse", metavar="REASON", help="免予签认 / do without")
    options = parser.parse_args(arguments)
    doing = options.ask or options.supply or options.edit or options.sign_off
    doing = doing or options.excuse
    if doing and not options.part:
        parser.error("请写明部分 / name the part")
    if options.ask and not options.due:
        parser.error("请用--due写明时限 / say until when: --due")
    person = person_of(options.by)
    report = report_in(person.agency, options.year, options.kind)
    _act(report, options, person)
    states = collected(report, today=clock.today())
    for state in states:
        say(*_told(state))
    if not states:
        say("没有向科室征集", "no division was asked for a part")
    return 0 if all(state.settled for state in states) else 1


def _act(report: Report, options: Namespace, person: Person) -> None:
    if options.ask:
        division = division_of(report.agency, options.ask)
        call_part(report, options.part, division=division, due_on=options.due, by=person)
    if options.supply:
        supply_part(report, options.part, read_text(options.supply), by=person)
    if options.edit:
        edit_part(report, options.part, read_text(options.edit), by=person)
    if options.sign_off:
        sign_off(report, options.part, by=person)
    if options.excuse:
        excuse_part(report, options.part, reason=options.excuse, by=person)


def _told(state: PartState) -> tuple[str, str]:
    if not state.settled:
        zh, en = told(state)
        return f"  {zh}", en
    return f"  {state.call.part} {state.call.division.name} 已办结", "settled"
