"""`export REGISTER FILE --by ACCOUNT`: the rows the person may see, as a workbook."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.files import write
from zhunsheng.cli.commands.people import person_of, register_named
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.workbook.export import export


def run(arguments: Sequence[str]) -> int:
    """Writes the file."""
    parser = ArgumentParser(prog="zhunsheng export", description=__doc__)
    parser.add_argument("register")
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", required=True)
    options = parser.parse_args(arguments)
    register = register_named(options.register)
    rows = visible(person_of(options.by), register.of, on=clock.today()).order_by("pk")
    write(options.file, export(register, rows))
    say(f"{register.zh}：{rows.count()}行", f"{rows.count()} rows to {options.file}")
    return 0
