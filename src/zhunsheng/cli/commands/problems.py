"""`problems YEAR`: what went wrong in the year, and whether a problem has taken it up."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.link.faults import faults_of


def run(arguments: Sequence[str]) -> int:
    """0 when every irregularity and overdue duty is taken up by a problem."""
    parser = ArgumentParser(prog="zhunsheng problems", description=__doc__)
    parser.add_argument("year", type=int)
    parser.add_argument("--agency")
    options = parser.parse_args(arguments)
    found = faults_of(agency_of(options.agency).pk, options.year, clock.today())
    for fault in found:
        zh = f"列入问题“{fault.problem}”" if fault.problem else "未列入问题"
        en = f"taken up by '{fault.problem}'" if fault.problem else "taken up by no problem"
        say(f"{fault.on} {fault.title}：{fault.zh}；{zh}", f"{fault.en}; {en}")
    left = sum(not fault.problem for fault in found)
    say(f"共{len(found)}项，其中未列入问题{left}项", f"{len(found)} in all, {left} not taken up")
    return 1 if left else 0
