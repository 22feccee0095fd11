"""`facts YEAR [--json FILE] [--csv FILE] [--xbrl FOLDER]`: an edition's figures for machines."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.files import make_folder, read, write
from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import say, working
from zhunsheng.reports.facts_csv import facts_csv
from zhunsheng.reports.models import Edition
from zhunsheng.reports.xbrl.files import NAMES, xbrl_of
from zhunsheng.reports.xbrl.judge import can_judge, judge


def run(arguments: Sequence[str]) -> int:
    """0 unless what was validated has a fault."""
    options = _options(arguments)
    if options.check:
        return _judged({name: read(options.check / name) for name in NAMES})
    edition = edition_of(agency_of(options.agency), options.year, options.kind)
    if options.json:
        _wrote(options.json, edition.facts.encode())
    if options.csv:
        _wrote(options.csv, facts_csv(edition.facts))
    return _xbrl(edition, options.xbrl) if options.xbrl else 0


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="zhunsheng facts", description=__doc__)
    parser.add_argument("year", type=int, nargs="?")
    name_kind(parser)
    parser.add_argument("--agency")
    parser.add_argument("--json", type=Path, help="facts.json")
    parser.add_argument("--csv", type=Path, help="facts.csv")
    parser.add_argument("--xbrl", type=Path, help="XBRL文件夹，写出后校验 / a folder, validated")
    parser.add_argument("--check", type=Path, help="只校验已有的XBRL文件夹 / validate a folder")
    options = parser.parse_args(arguments)
    if options.check is None and options.year is None:
        parser.error("请写明年度，或用--check指明文件夹 / name a year, or a folder with --check")
    if not (options.check or options.json or options.csv or options.xbrl):
        parser.error("请用--json、--csv或--xbrl指明写到哪里 / say where to: --json, --csv, --xbrl")
    return options


def _xbrl(edition: Edition, folder: Path) -> int:
    files = xbrl_of(edition)
    make_folder(folder)
    for name, data in files.items():
        _wrote(folder / name, data)
    if can_judge():
        return _judged(files)
    say(
        "没有安装可选组件facts，未作XBRL校验",
        "not validated: the optional part 'facts' is not installed",
    )
    return 0


def _judged(files: Mapping[str, bytes]) -> int:
    with working("用Arelle校验XBRL", "validating with Arelle, offline"):
        faults = judge(files)
    for fault in faults:
        say(f"  ✗ {fault.document} {fault.zh}", f"{fault.en} [{fault.code}]")
    if not faults:
        say("XBRL校验通过，勾稽关系全部相符", "valid XBRL; every identity holds")
    return 1 if faults else 0


def _wrote(path: Path, data: bytes) -> None:
    write(path, data)
    say(f"  {path}", f"{len(data)} bytes")
