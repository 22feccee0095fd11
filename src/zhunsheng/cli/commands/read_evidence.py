"""`read-evidence`: reads the words of evidence the search does not know; for a daily run."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.evidence.words import read_words, waiting_files


def run(arguments: Sequence[str]) -> int:
    """0; what cannot be read is listed with its reason and is found by its name only."""
    parser = ArgumentParser(prog="zhunsheng read-evidence", description=__doc__)
    parser.add_argument("--most", type=int, default=1000, help="files at most in this run")
    most = parser.parse_args(arguments).most
    read = 0
    for file in waiting_files()[:most]:
        words = read_words(file)
        read += bool(words.text)
        if words.unread_zh:
            say(f"  {file.name}：{words.unread_zh}", f"{file.name}: {words.unread_en}")
    left = waiting_files().count()
    say(f"读取{read}份佐证，尚余{left}份", f"{read} pieces of evidence read, {left} left")
    return 0
