"""`demo`: the model bureau's year from its workbooks to a published report, step by step."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection

from zhunsheng.cli.commands.demo_kinds import issue_others
from zhunsheng.cli.commands.demo_papers import answer_promises, hand_over, write_papers
from zhunsheng.cli.commands.demo_refused import refuse_signature
from zhunsheng.cli.commands.demo_sources import declare_sources
from zhunsheng.cli.commands.figures import print_figures
from zhunsheng.cli.commands.import_ import print_faults
from zhunsheng.cli.commands.organise import organise
from zhunsheng.cli.commands.prepare import prepare
from zhunsheng.cli.commands.told import padded, say, working
from zhunsheng.cli.commands.verify import print_verification, verified
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.store import load, store
from zhunsheng.kernel.evidence.words import read_words, waiting_files
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.workbook.errors import WorkbookError, WorkbookRefusedError
from zhunsheng.kernel.workbook.load import folder_files, import_workbook
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.issue import issue
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.publish import publish
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import sign

_YEAR = 2024
_NUMBER = "澜科〔2025〕6号"
_ADDRESSEES = "澜川市人民政府并报中共澜川市委，东原省科学技术厅"
_COPIES = "中共澜川市委全面依法治市委员会办公室"
_CONFIRMING = "shensiqi"
_OFFICE = "linyan"


def run(arguments: Sequence[str]) -> int:
    """0 only if every step did what it should."""
    parser = ArgumentParser(prog="zhunsheng demo", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="leave an installation that is in use")
    options = parser.parse_args(arguments)
    examples = Path(settings.ROOT) / "examples"
    loading = Path(settings.VAR) / "loading"
    prepare()
    if Agency.objects.exists() and loading.exists() and options.keep:
        _set_aside()
    if Agency.objects.exists():
        if not options.keep:
            say("库中已有数据；演示请用空目录", "the database is not empty; use a fresh folder")
            return 1
        say("沿用已有数据", "kept what is there")
        return 0
    loading.touch()
    code = _whole_year(examples, papers=not options.keep)
    if code == 0:
        loading.unlink()
    return code


def _set_aside() -> None:
    """A load that was cut off half-way holds nobody's work: it is kept aside, and begun anew.

    Errors: InterruptedLoadError on PostgreSQL, whose database is not ours to put aside.
    """
    if connection.vendor != "sqlite":
        raise InterruptedLoadError(
            "上次装载没有完成；请换一个空的数据库后重试。",
            "the last load was cut off; begin again with an empty database.",
        )
    connection.close()
    database = Path(str(connection.settings_dict["NAME"]))
    for part in database.parent.glob(f"{database.name}*"):
        part.replace(part.with_name(f"interrupted-{part.name}"))
    say("上次装载没有完成，已另存并重新装载", "the last load was cut off: set aside, begun anew")
    prepare()


class InterruptedLoadError(KernelError):
    """The database holds half of a load that was cut off."""

    code = "INTERRUPTED_LOAD"


def _whole_year(examples: Path, *, papers: bool) -> int:
    """`papers`: whatever is made of an edition, too; who only wants to begin need not wait."""
    agency = organise(examples / "model-year" / "organisation.toml")
    load_year(examples / "model-year", agency)
    with working("读取佐证内容供查询", "read the evidence for the search"):
        for file in waiting_files():
            read_words(file)
    faulty = refuse_faulty(examples / "faulty")
    say(f"{agency.name}{_YEAR}年指标", f"figures of {_YEAR}")
    broken = print_figures(agency, _YEAR)
    folder, scans = Path(settings.VAR) / "demo", examples / "model-year" / "佐证"
    issue_others(agency, _YEAR, scans, folder)
    edition = _report(agency, scans)
    written = _write(edition, folder)
    if papers:
        by = Person.objects.get(username=_OFFICE)
        written = write_papers(edition, folder, by=by) and written
    code = print_verification(verified())
    _personas()
    if broken or not faulty or not written or code:
        say("演示有步骤未完成", "a step of the demonstration failed")
        return 1
    return 0


def keepers(folder: Path, agency: Agency) -> Iterator[tuple[Path, Division, Person]]:
    """Each workbook `科室-内容.xlsx`, its division, and who records for that division."""
    for path in sorted(folder.glob("*.xlsx")):
        division = agency.divisions.get(name=path.stem.partition("-")[0])
        posts = Post.objects.filter(person__agency=agency, role=Role.RECORDER).order_by("pk")
        post = posts.filter(division=division).first() or posts.get(division=None)
        yield path, division, post.person


def load_year(folder: Path, agency: Agency) -> None:
    confirming = Person.objects.get(username=_CONFIRMING)
    declare_sources(folder, agency)
    for path, division, by in keepers(folder, agency):
        with working(f"导入{path.name}", "import"):
            done = import_workbook(
                path.name,
                path.read_bytes(),
                by=by,
                division=division,
                files=folder_files(folder),
            )
            confirmed = confirm_batch(done.batch, by=confirming)
        rows = "、".join(f"{sheet}{count}行" for sheet, count in done.rows)
        say(
            f"  {rows}；报送{done.closings}项；拒绝0行；{_CONFIRMING}确认{confirmed}行",
            f"{done.total} rows, 0 rejected, {confirmed} confirmed",
        )


def refuse_faulty(folder: Path) -> bool:
    """Whether every workbook of the faulty set was refused."""
    by = Person.objects.get(username="guwen")
    division = by.agency.divisions.get(code="legal")
    refused = 0
    paths = sorted(folder.glob("*.xlsx"))
    for path in paths:
        try:
            import_workbook(path.name, path.read_bytes(), by=by, division=division)
        except WorkbookRefusedError as error:
            refused += 1
            print_faults(error)
        except WorkbookError as error:
            refused += 1
            say(error.zh, error.en)
    say(f"问题工作簿{len(paths)}个，均未保存", f"{refused} of {len(paths)} faulty files refused")
    return bool(paths) and refused == len(paths)


def _report(agency: Agency, papers: Path) -> Edition:
    person = {p.username: p for p in Person.objects.filter(agency=agency)}
    legal, office, head = person["guwen"], person[_OFFICE], person["chengliyan"]
    with working(f"编制{_YEAR}年度报告", "compile the report"):
        report = compile_report(agency, _YEAR, by=legal, addressees=_ADDRESSEES, copies=_COPIES)
    answer_promises(report, by=legal)
    _reviewed(report)
    refuse_signature(report, by=head)
    minutes = papers / "党组会议纪要.pdf"
    discuss(
        report, on=date(2025, 2, 14), minutes=store(minutes.name, minutes.read_bytes()), by=legal
    )
    paper = papers / "签发稿.pdf"
    with working("签发（代为登记）", "sign, entered from the signed paper"):
        sign(
            report,
            by=head,
            on=date(2025, 2, 18),
            attested_by=office,
            paper=store(paper.name, paper.read_bytes()),
        )
    with working(f"印发{_NUMBER}", "issue: docx, pdf, html, facts.json"):
        edition = issue(report, number=_NUMBER, on=date(2025, 2, 20), by=office)
    publish(edition, by=office, reviewed_by=legal, note="不涉密，无个人信息，可以公开")
    hand_over(edition, by=office)
    return edition


def _reviewed(report: Report) -> None:
    """Says what stands against signature, which the year leaves nothing of, and what agrees."""
    now = review(report)
    for blocker in now.blockers:
        say(f"  审核：{blocker.zh} {blocker.code}", blocker.en)
    for relation in now.audit.verified:
        say(f"  核对：{relation.zh}", relation.en)


def _write(edition: Edition, folder: Path) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "report.docx": edition.docx,
        "report.pdf": edition.pdf,
        "report.html": edition.html,
        "facts.json": edition.facts_file,
    }
    for name, file in files.items():
        (folder / name).write_bytes(load(file))
        say(f"  {folder / name}", f"{file.size} bytes")
    return all((folder / name).stat().st_size for name in files) and bool(
        json.loads(edition.facts)["facts"]
    )


def _personas() -> None:
    say("可以以下身份登录", "sign in as")
    for person in Person.objects.order_by("pk"):
        held = sorted({Role(post.role) for post in person.posts.all()})
        zh = "、".join(ROLE_NAMES[role][0] for role in held)
        en = ", ".join(ROLE_NAMES[role][1] for role in held)
        print(f"  {padded(person.username, 14)}{padded(person.name, 12)}{zh} / {en}")
