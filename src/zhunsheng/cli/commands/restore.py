"""`restore FILE [--into FOLDER]`: a backup verified and put in place; nothing is overwritten."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from zhunsheng.cli.backup.restore import restore
from zhunsheng.cli.commands.told import say, working
from zhunsheng.cli.commands.verify import print_verification


def run(arguments: Sequence[str]) -> int:
    """0 when what was restored verifies."""
    parser = ArgumentParser(prog="zhunsheng restore", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--into", type=Path, default=Path(settings.VAR))
    options = parser.parse_args(arguments)
    with working(f"核验并恢复到{options.into}", "verify and restore"):
        result = restore(options.file, options.into)
    say("启动前请放回keys和secret_key", "put keys and secret_key back before you start")
    return print_verification(result)
