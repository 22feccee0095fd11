"""`promises YEAR [--answer N | --add STATEMENT] [--outcome KEY --told TEXT] --by ACCOUNT`."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.label import both
from zhunsheng.reports.life.promise import answer_promise
from zhunsheng.reports.life.promised import Promised, promised
from zhunsheng.reports.models.promise import Kept


def run(arguments: Sequence[str]) -> int:
    """0 once the report says of each what became of it."""
    parser = ArgumentParser(prog="zhunsheng promises", description=__doc__)
    parser.add_argument("year", type=int, help="报告年度 / the year reported on")
    name_kind(parser)
    parser.add_argument("--by", required=True)
    parser.add_argument("--answer", type=int, default=0, metavar="N")
    parser.add_argument("--add", default="", metavar="STATEMENT")
    parser.add_argument("--outcome", choices=Kept.values, default="")
    parser.add_argument("--told", default="", metavar="TEXT")
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    report = report_in(person.agency, options.year, options.kind)
    if options.answer or options.add:
        answer_promise(
            report,
            ordinal=options.answer,
            statement=options.add,
            outcome=options.outcome,
            told=options.told,
            by=person,
        )
    found = promised(report)
    for one in found:
        say(*_told(one))
    if not found:
        say("台账中没有上年报告的安排", "no promise of last year")
    return 1 if any(one.answer is None for one in found) else 0


def _told(one: Promised) -> tuple[str, str]:
    if one.answer is None:
        return f"  {one.ordinal} {one.statement}：未说明", "nothing said yet"
    zh, en = both(Kept(one.answer.outcome).label)
    return f"  {one.ordinal} {one.statement}：{zh}，{one.answer.told}", en
