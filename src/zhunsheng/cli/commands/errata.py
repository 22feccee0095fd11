"""`errata YEAR [--wrong A --right B --reason C --approved-by ACCOUNT] --by ACCOUNT`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.reports.life.correct import correct


def run(arguments: Sequence[str]) -> int:
    """Issues an erratum where one is given; lists those of the edition."""
    parser = ArgumentParser(prog="zhunsheng errata", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--by", required=True)
    parser.add_argument("--wrong", default="", help="印发文字 / as issued")
    parser.add_argument("--right", default="", help="应为 / to be read instead")
    parser.add_argument("--reason", default="")
    parser.add_argument("--figure", default="", metavar="KEY", help="更正的指标 / the figure")
    parser.add_argument("--approved-by", default="", metavar="ACCOUNT")
    parser.add_argument("--on", type=date.fromisoformat)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    if options.wrong or options.right:
        if not options.approved_by:
            parser.error("请用--approved-by写明批准人 / name who approved it: --approved-by")
        correct(
            edition,
            wrong=options.wrong,
            right=options.right,
            reason=options.reason,
            figure=options.figure,
            on=options.on or clock.today(),
            approved_by=person_of(options.approved_by),
            by=person,
        )
    found = edition.errata.order_by("ordinal")
    for one in found:
        say(f"  {one.ordinal} “{one.wrong}”更正为“{one.right}”：{one.reason}", f"{one.on}")
    if not found:
        say("没有更正", "no erratum")
    return 0
