"""`notice FILE --by ACCOUNT [--load]`: a year's holiday notice, what it moves, and in force."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.files import read
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import refuse, say
from zhunsheng.kernel.duty.load_notice import load_notice, preview_notice
from zhunsheng.statute.errors import StatuteError


def run(arguments: Sequence[str]) -> int:
    """0; without `--load` nothing is kept."""
    parser = ArgumentParser(prog="zhunsheng notice", description=__doc__)
    parser.add_argument("file", type=Path, help="通知全文或TOML / the notice's text or TOML")
    parser.add_argument("--by", required=True)
    parser.add_argument("--load", action="store_true", help="装载 / put it in force")
    options = parser.parse_args(arguments)
    by = person_of(options.by)
    try:
        text = read(options.file).decode()
        if options.load:
            say(f"已装载，{load_notice(text, by=by)}个到期日变动", "loaded; due dates that moved")
            return 0
        notice, moves = preview_notice(text, by=by)
    except UnicodeDecodeError:
        return refuse(
            f"“{options.file.name}”不是UTF-8文本；请另存后再装载。",
            f"'{options.file.name}' is no UTF-8 text; save it as such.",
        )
    except StatuteError as error:
        return refuse(error.zh, error.en)
    say(
        f"{notice.year}年：放假{len(notice.off)}天，调休上班{len(notice.work)}天；"
        f"{len(moves)}个到期日将变动（加--load装载）",
        f"{len(moves)} due dates would move; load it with --load",
    )
    return 0
