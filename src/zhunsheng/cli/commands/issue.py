"""`issue YEAR [--number NUMBER] --on DAY --by ACCOUNT`: the signed report, numbered and frozen."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say, working
from zhunsheng.kernel import clock
from zhunsheng.reports.issue import issue
from zhunsheng.reports.life.delivered import addressed


def run(arguments: Sequence[str]) -> int:
    """Issues it; names whom it goes to and by when."""
    parser = ArgumentParser(prog="zhunsheng issue", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--number", default="", help="不写则取下一号 / the next one if not given")
    parser.add_argument("--on", type=date.fromisoformat, required=True)
    parser.add_argument("--by", required=True)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    report = report_in(person.agency, options.year, options.kind)
    with working(f"印发{options.year}年报告", "issue: docx, pdf, html, facts.json"):
        edition = issue(report, number=options.number, on=options.on, by=person)
    say(f"{edition.number} {edition.digest}", f"entry {edition.entry} of the trail")
    for one in addressed(edition, today=clock.today()):
        say(f"  {'抄送' if one.copy else '报送'}{one.name}：{one.due.zh()}", one.due.en())
    return 0
