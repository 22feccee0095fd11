"""`waive YEAR CODE --reason TEXT --by ACCOUNT [--text WORDS] [--until DAY]`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.reports.review import review
from zhunsheng.reports.waive import waive


def run(arguments: Sequence[str]) -> int:
    """Accepts the finding; 1 while anything still stands against signature."""
    parser = ArgumentParser(prog="zhunsheng waive", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("code", help="审核规则编号，如NUM001 / code of the finding")
    parser.add_argument("--reason", required=True)
    parser.add_argument("--by", required=True)
    parser.add_argument("--text", default="", help="只接受这处文字 / these words alone")
    parser.add_argument("--until", type=date.fromisoformat)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    report = report_in(person.agency, options.year, options.kind)
    waive(
        report,
        options.code,
        text=options.text,
        reason=options.reason,
        until=options.until,
        by=person,
    )
    left = review(report).blockers
    say(f"已接受{options.code}，尚余{len(left)}个问题", f"waived; {len(left)} left")
    return 1 if left else 0
