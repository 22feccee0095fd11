"""`package YEAR FILE --by ACCOUNT`: the issued report as one signed file, verified by `verify`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.files import write
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.evidence.store import load
from zhunsheng.reports.package.keys import key_path
from zhunsheng.reports.package.make import package


def run(arguments: Sequence[str]) -> int:
    """Writes the file; says where a new key lies and its fingerprint."""
    parser = ArgumentParser(prog="zhunsheng package", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", required=True)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    key = key_path(person.agency)
    new = not key.exists()
    made = package(edition, by=person)
    write(options.file, load(made.file))
    if new:
        say(
            f"已生成签名密钥{key}，请备份并公布指纹",
            f"a key was made at {key}: back it up and publish its fingerprint",
        )
    say(f"{options.file}：{made.file.size}字节", f"{edition.number}, signed {made.key}")
    return 0
