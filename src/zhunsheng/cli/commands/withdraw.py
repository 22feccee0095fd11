"""`withdraw YEAR --by ACCOUNT --reason TEXT [--leak]`: an edition leaves public view at once."""

from argparse import ArgumentParser
from collections.abc import Sequence

from django.utils.timezone import localtime

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.reports.withdraw import withdraw


def run(arguments: Sequence[str]) -> int:
    """Withdraws it; after a leak says by when it must be reported."""
    parser = ArgumentParser(prog="zhunsheng withdraw", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--by", required=True)
    parser.add_argument("--reason", required=True)
    parser.add_argument("--leak", action="store_true")
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    made = withdraw(edition, by=person, reason=options.reason, leak=options.leak)
    say(f"已撤下{edition.number}", f"{edition.number} is withdrawn from public view")
    if made.report_by:
        moment = f"{localtime(made.report_by):%Y-%m-%d %H:%M}"
        say(f"涉嫌泄密，须在{moment}前报告", f"a leak: report it before {moment}")
    return 0
