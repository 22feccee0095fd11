"""`discuss YEAR --on DAY --minutes FILE --by ACCOUNT`: the Party group has discussed the report."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.files import read
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.evidence.store import store
from zhunsheng.reports.discuss import discuss


def run(arguments: Sequence[str]) -> int:
    """Records the discussion with its minutes."""
    parser = ArgumentParser(prog="zhunsheng discuss", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--on", type=date.fromisoformat, required=True)
    parser.add_argument("--minutes", type=Path, required=True)
    parser.add_argument("--by", required=True)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    report = report_in(person.agency, options.year, options.kind)
    minutes = store(options.minutes.name, read(options.minutes))
    discuss(report, on=options.on, minutes=minutes, by=person)
    say(f"{options.on}党组讨论已登记", f"the discussion of {options.on} is recorded")
    return 0
