"""`compile YEAR --by ACCOUNT --addressees LINE [--copies LINE] [--kind KIND]`: the report."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.editions import name_kind
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.reports.compile import compile_report, report_of
from zhunsheng.reports.review import review


def run(arguments: Sequence[str]) -> int:
    """0 when nothing stands against signature; 1 with every reason that does."""
    parser = ArgumentParser(prog="zhunsheng compile", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--by", required=True)
    parser.add_argument("--addressees")
    parser.add_argument("--copies")
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    known = report_of(person.agency, options.year, options.kind)
    report = compile_report(
        person.agency,
        options.year,
        by=person,
        addressees=_given(options.addressees, known.addressees if known else ""),
        copies=_given(options.copies, known.copies if known else ""),
        kind=options.kind,
    )
    now = review(report)
    say(report.title, f"report {report.pk}, version {report.version}, {len(now.facts)} figures")
    for blocker in now.blockers:
        say(f"  ✗ {blocker.zh} {blocker.code}", blocker.en)
    if not now.blockers:
        say("没有妨碍签发的问题", "nothing stands against signature")
    return 1 if now.blockers else 0


def _given(text: str | None, known: str) -> str:
    return known if text is None else text
