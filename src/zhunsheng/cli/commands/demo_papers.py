"""What the demonstration makes of the issued report: deliveries, package, pack, XBRL, web pages."""

from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.told import say, working
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.org.models import Person
from zhunsheng.portal.folder import write_folder
from zhunsheng.reports.evidence_pack.pack import make_evidence_pack
from zhunsheng.reports.evidence_pack.select import of_edition
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.delivered import addressed
from zhunsheng.reports.life.promise import answer_promise
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.package.check import check
from zhunsheng.reports.package.make import package
from zhunsheng.reports.xbrl.files import xbrl_of
from zhunsheng.reports.xbrl.judge import can_judge, judge

_DELIVERED = date(2025, 2, 24)
#: What the report of the year before promised, and what became of it.
_PROMISES = (
    ("开展行政规范性文件全面清理", "done", "已完成清理，清理结果已向社会公布"),
    ("落实领导干部学法制度", "done", "党组理论学习中心组已组织法治专题学习"),
)


def answer_promises(report: Report, *, by: Person) -> None:
    """Says of each promise of last year what became of it."""
    for statement, outcome, told in _PROMISES:
        answer_promise(report, statement=statement, outcome=outcome, told=told, by=by)


def hand_over(edition: Edition, *, by: Person) -> None:
    """Records that every addressee has the edition, and makes its signed package."""
    for one in addressed(edition, today=_DELIVERED):
        deliver(edition, one.name, on=_DELIVERED, by=by, way="机要交换")
    for one in addressed(edition, today=_DELIVERED):
        say(f"  送达{one.name} {_DELIVERED}（{one.due.zh()}）", "delivered in time")
    package(edition, by=by)


def write_papers(edition: Edition, folder: Path, *, by: Person) -> bool:
    """Whether everything could be written and holds."""
    return (
        _package(edition, folder / "package.zip")
        and _evidence(edition, folder / "evidence-pack.zip", by)
        and _xbrl(edition, folder / "xbrl")
        and _pages(folder / "site")
    )


def _package(edition: Edition, path: Path) -> bool:
    made = edition.packages.get()
    path.write_bytes(load(made.file))
    result = check(path.read_bytes(), key=made.key)
    say(f"  {path}", f"{result.files} documents, signed {made.key}")
    return result.holds


def _evidence(edition: Edition, path: Path, by: Person) -> bool:
    with path.open("wb") as out:
        found = make_evidence_pack(of_edition(edition), out, by=by)
    say(
        f"  {path}：目录{len(found.selection.folders)}个，材料{len(found.papers)}份，"
        f"缺失{len(found.lacking)}项",
        f"{len(found.papers)} papers, {len(found.lacking)} missing",
    )
    return bool(found.papers)


def _xbrl(edition: Edition, folder: Path) -> bool:
    folder.mkdir(exist_ok=True)
    files = xbrl_of(edition)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    if not can_judge():
        say(f"  {folder}：没有安装可选组件facts，未作校验", "written, not validated")
        return True
    with working(f"  {folder}：用Arelle校验XBRL", "validating XBRL offline"):
        faults = judge(files)
    for fault in faults:
        say(f"  ✗ {fault.zh}", fault.en)
    return not faults


def _pages(folder: Path) -> bool:
    with working(f"  {folder}：写出静态网页", "the public pages as a folder"):
        return write_folder(folder) > 0
