"""`explain FIGURE YEAR`: definition, value, and the records a figure rests on."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.figures import told
from zhunsheng.cli.commands.people import UnknownNameError, agency_of
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.registry import law, registry


def run(arguments: Sequence[str]) -> int:
    """Prints the figure."""
    parser = ArgumentParser(prog="zhunsheng explain", description=__doc__)
    parser.add_argument("figure")
    parser.add_argument("year", type=int)
    parser.add_argument("--agency")
    parser.add_argument("--rows", type=int, default=20)
    options = parser.parse_args(arguments)
    defined = registry().figures().get(options.figure)
    if defined is None:
        raise UnknownNameError(
            f"没有指标“{options.figure}”；用figures命令查看全部。",
            f"there is no figure '{options.figure}'; `zhunsheng figures` lists them.",
        )
    scope = Scope(agency_of(options.agency).pk, options.year)
    fact = facts(scope, [defined.key])[defined.key]
    print(f"{defined.zh} / {defined.en}\n  {told(fact)}\n  {fact.query}")
    if defined.rule:
        print(f"  {law().rule(defined.rule).citation()}")
    rows = rows_of(defined, scope)
    for row in rows[: options.rows]:
        print(f"  [{row.pk} v{row.version}] {row.title}")
    if fact.rows > options.rows:
        print(f"  …… +{fact.rows - options.rows}")
    return 0
