"""`template FILE`: the empty workbook of every register, or of one regime."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.files import write
from zhunsheng.cli.commands.people import UnknownNameError, agency_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.template import template


def run(arguments: Sequence[str]) -> int:
    """Writes the file."""
    parser = ArgumentParser(prog="zhunsheng template", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--regime")
    parser.add_argument("--agency")
    options = parser.parse_args(arguments)
    regimes, agency = registry().regimes, agency_of(options.agency)
    if options.regime and options.regime not in regimes:
        known = "、".join(regimes)
        raise UnknownNameError(
            f"没有制度“{options.regime}”；现有：{known}。",
            f"there is no regime '{options.regime}'; there are: {known}.",
        )
    chosen = [regimes[options.regime]] if options.regime else list(used_by(agency).regimes.values())
    registers = [register for regime in chosen for register in regime.registers]
    write(options.file, template(registers, agency))
    say(f"已写入{options.file}", f"wrote {options.file}")
    return 0
