"""The other reports of the demonstration's year: on disclosure, on suggestions and proposals."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.told import say, working
from zhunsheng.kernel.evidence.store import load, store
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.issue import issue
from zhunsheng.reports.kind import kind_of
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.delivered import addressed
from zhunsheng.reports.models import Edition
from zhunsheng.reports.numbering.enter import enter_number
from zhunsheng.reports.numbering.number import read_number
from zhunsheng.reports.publish import publish
from zhunsheng.reports.sign import sign

_DISCUSSED, _SIGNED, _ISSUED = date(2025, 1, 14), date(2025, 1, 16), date(2025, 1, 17)
_DELIVERED = date(2025, 1, 20)


@dataclass(frozen=True, slots=True)
class _Told:
    """A report: to whom, under which number, and what only the officer can say in it."""

    kind: str
    number: str
    addressees: str
    words: dict[str, str]


_REPORTS = (
    _Told(
        "disclosure_annual",
        "澜科〔2025〕2号",
        "澜川市人民政府办公室",
        {
            "problems": "部分政策解读形式单一，公开目录更新不够及时，原因是业务科室参与不够。"
            "已要求解读材料与文件同步起草、同步审核、同步公开，由办公室按月核对公开目录。",
            "other": "没有收取政府信息公开信息处理费，没有其他需要报告的事项。",
        },
    ),
    _Told(
        "submissions_annual",
        "澜科〔2025〕3号",
        "澜川市人民政府",
        {
            "problems": "个别提案办理前沟通不够充分，原因是承办科室分析研究不够。"
            "下一步，完善办前沟通、办中协商、办后回访机制。",
        },
    ),
)
#: What the numbers up to the report on law-based government were used for.
_ELSEWHERE = ("澜科〔2025〕4号", 5, "关于组织申报市级科技计划项目的通知等")


def issue_others(agency: Agency, year: int, papers: Path, folder: Path) -> None:
    """Each brought from its draft to the public page, and its PDF written into the folder."""
    person = {p.username: p for p in Person.objects.filter(agency=agency)}
    office = person["linyan"]
    folder.mkdir(parents=True, exist_ok=True)
    for told in _REPORTS:
        with working(f"编制并印发{kind_of(told.kind).zh}", f"the {kind_of(told.kind).en}"):
            edition = _issued(agency, year, told, papers, person)
        publish(
            edition, by=office, reviewed_by=person["guwen"], note="不涉密，无个人信息，可以公开"
        )
        for one in addressed(edition, today=_DELIVERED):
            deliver(edition, one.name, on=_DELIVERED, by=office, way="机要交换")
        path = folder / f"{told.kind}.pdf"
        path.write_bytes(load(edition.pdf))
        say(f"  {edition.number} {path}", "issued, delivered, published")
    first, last, titles = _ELSEWHERE
    enter_number(
        agency, read_number(first), told=titles, on=date(2025, 2, 10), by=office, last=last
    )


def _issued(
    agency: Agency, year: int, told: _Told, papers: Path, person: dict[str, Person]
) -> Edition:
    legal, office = person["guwen"], person["linyan"]
    minutes, paper = papers / "党组会议纪要.pdf", papers / "签发稿.pdf"
    report = compile_report(agency, year, by=legal, addressees=told.addressees, kind=told.kind)
    for part, text in told.words.items():
        edit_part(report, part, text, by=legal)
    discuss(report, on=_DISCUSSED, minutes=store(minutes.name, minutes.read_bytes()), by=legal)
    sign(
        report,
        by=person["chengliyan"],
        on=_SIGNED,
        attested_by=office,
        paper=store(paper.name, paper.read_bytes()),
    )
    return issue(report, number=told.number, on=_ISSUED, by=office)
