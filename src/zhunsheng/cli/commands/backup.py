"""`backup FILE`: ledgers and evidence in one file, while people go on working."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.backup.make import back_up
from zhunsheng.cli.commands.told import say, working
from zhunsheng.cli.commands.verify import print_verification


def run(arguments: Sequence[str]) -> int:
    """0 when the snapshot verifies; one that does not is kept, and told."""
    parser = ArgumentParser(prog="zhunsheng backup", description=__doc__)
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    with working(f"备份到{options.file}", "back up"):
        made = back_up(options.file)
    say(f"{made.size}字节，{len(made.manifest.members)}个文件", f"{made.size} bytes")
    say(
        "密钥（keys、secret_key）不在备份内，请另行保管",
        "keys and secret_key are not in it: keep them apart",
    )
    return print_verification(made.verification)
