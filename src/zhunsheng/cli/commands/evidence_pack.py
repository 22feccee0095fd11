"""`evidence-pack YEAR FILE --by ACCOUNT [--regime KEY | --list LIST]`: rows and their papers.

`--map` writes the inspectors' list with what seems to prove each item, to be completed once.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.cli.commands.editions import name_kind, report_in
from zhunsheng.cli.commands.files import opened, read, write
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.evidence_pack.inspection import Item, read_list
from zhunsheng.reports.evidence_pack.items import of_items
from zhunsheng.reports.evidence_pack.mapping import mapping_workbook
from zhunsheng.reports.evidence_pack.pack import make_evidence_pack
from zhunsheng.reports.evidence_pack.select import Selection, of_edition, of_regime, of_report
from zhunsheng.reports.models import Edition


def run(arguments: Sequence[str]) -> int:
    """Writes the pack; says first what is missing."""
    parser = ArgumentParser(prog="zhunsheng evidence-pack", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", required=True)
    parser.add_argument("--regime")
    parser.add_argument("--list", type=Path, help="检查事项清单 / an inspection's list of items")
    parser.add_argument("--map", action="store_true", help="写出清单供核对 / write it to complete")
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    items = read_list(options.list.name, read(options.list)) if options.list else ()
    if options.map:
        if not options.list:
            parser.error("请用--list给出清单 / name the list with --list")
        return _map(person, items, options.file)
    if items:
        selection = of_items(person.agency, items, options.year, title=options.list.stem)
    else:
        selection = _selection(person, options.year, options.regime, options.kind)
    with opened(options.file) as out:
        found = make_evidence_pack(selection, out, by=person)
    for one in found.lacking[:20]:
        say(f"  缺：{one.folder} {one.figure} {one.what} {one.why}", "missing")
    say(
        f"{options.file}：目录{len(selection.folders)}个，材料{len(found.papers)}份，"
        f"缺失{len(found.lacking)}项",
        f"{len(selection.folders)} folders, {len(found.papers)} papers,"
        f" {len(found.lacking)} missing",
    )
    return 0


def _map(person: Person, items: tuple[Item, ...], path: Path) -> int:
    write(path, mapping_workbook(person.agency, items))
    say(
        f"{path}：{len(items)}项，请核对“指标或台账”一栏后用--list导入",
        f"{len(items)} items: check what proves each, then give the file with --list",
    )
    return 0


def _selection(person: Person, year: int, regime: str | None, kind: str) -> Selection:
    if regime:
        return of_regime(person.agency, regime, year)
    report = report_in(person.agency, year, kind)
    edition = Edition.objects.filter(report_id=report.pk).order_by("-pk").first()
    return of_edition(edition) if edition else of_report(report)
