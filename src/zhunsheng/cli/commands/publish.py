"""`publish YEAR --by A --reviewed-by B --note TEXT`, or `publish --static FOLDER`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say, working
from zhunsheng.portal.folder import write_folder
from zhunsheng.reports.publish import publish
from zhunsheng.reports.redact import Redacted


def run(arguments: Sequence[str]) -> int:
    """Publishes an edition, or writes what is public as a folder."""
    parser = ArgumentParser(prog="zhunsheng publish", description=__doc__)
    parser.add_argument("year", type=int, nargs="?")
    name_kind(parser)
    parser.add_argument("--static", type=Path, metavar="FOLDER")
    parser.add_argument("--by")
    parser.add_argument("--reviewed-by")
    parser.add_argument("--note", default="")
    parser.add_argument("--despite", default="", help="why personal data found may be public")
    parser.add_argument("--redact", nargs=2, action="append", metavar=("PASSAGE", "GROUND"))
    parser.add_argument("--redact-figure", nargs=2, action="append", metavar=("KEY", "GROUND"))
    options = parser.parse_args(arguments)
    if options.year is not None:
        if not options.by or not options.reviewed_by:
            parser.error("请给出--by和--reviewed-by / name --by and --reviewed-by")
        _publish(options)
    elif options.static is None:
        parser.error("请给出年度或--static / name a year or --static")
    if options.static is not None:
        with working(f"写出静态网页到{options.static}", "write the public pages"):
            count = write_folder(options.static)
        say(f"{count}个文件", f"{count} files")
    return 0


def _publish(options: Namespace) -> None:
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    taken_out = [Redacted(ground, text=text) for text, ground in options.redact or ()]
    taken_out += [Redacted(ground, figure=key) for key, ground in options.redact_figure or ()]
    publish(
        edition,
        by=person,
        reviewed_by=person_of(options.reviewed_by),
        note=options.note,
        redactions=taken_out,
        despite=options.despite,
    )
    say(
        f"已公开{edition.number}，隐去{len(taken_out)}处",
        f"{edition.number} is public, {len(taken_out)} things taken out",
    )
