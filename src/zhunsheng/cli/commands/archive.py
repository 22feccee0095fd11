"""`archive YEAR NUMBER --by ACCOUNT [--retention TERM] [--on DAY]`: the edition in the archive."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.reports.life.archive import RETENTIONS, archive


def run(arguments: Sequence[str]) -> int:
    """Archives it once every main addressee has it."""
    parser = ArgumentParser(prog="zhunsheng archive", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("number", help="档号 / the archival number")
    parser.add_argument("--by", required=True)
    parser.add_argument("--retention", choices=tuple(RETENTIONS), default="永久")
    parser.add_argument("--on", type=date.fromisoformat)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    made = archive(
        edition,
        number=options.number,
        retention=options.retention,
        on=options.on or clock.today(),
        by=person,
    )
    say(
        f"{edition.number}已归档：{made.number}，保管期限{made.retention}",
        f"in the archive as {made.number}, kept: {RETENTIONS[made.retention]}",
    )
    return 0
