"""`sign YEAR --on DAY --by PRINCIPAL [--attested-by ACCOUNT --paper FILE]`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.files import read
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.evidence.store import store
from zhunsheng.reports.sign import sign


def run(arguments: Sequence[str]) -> int:
    """Signs it, or enters the signature from the signed paper."""
    parser = ArgumentParser(prog="zhunsheng sign", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--on", type=date.fromisoformat, required=True)
    parser.add_argument("--by", required=True)
    parser.add_argument("--attested-by")
    parser.add_argument("--paper", type=Path)
    options = parser.parse_args(arguments)
    principal = person_of(options.by)
    sign(
        report_in(principal.agency, options.year, options.kind),
        by=principal,
        on=options.on,
        attested_by=person_of(options.attested_by) if options.attested_by else None,
        paper=store(options.paper.name, read(options.paper)) if options.paper else None,
    )
    say(f"{principal.name}已签发", f"signed by {principal.name} on {options.on}")
    return 0
