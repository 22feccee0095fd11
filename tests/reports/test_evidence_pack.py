"""The pack holds each figure's rows and papers, one paper once, and what is missing first."""

import io
import json
import time
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.reports import desk
from zhunsheng.cli.main import main
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import path_of, store
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.disclosure.models import Posting, Publication
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.evidence_pack.gather import NO_EVIDENCE, Gathered, gather, safe_name
from zhunsheng.reports.evidence_pack.pack import make_evidence_pack
from zhunsheng.reports.evidence_pack.select import Selection, of_edition, of_regime, of_report
from zhunsheng.reports.models import Edition

pytestmark = pytest.mark.django_db
FIGURE = "派驻组提出意见"  # remarks made by the resident team


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def papered(bureau: Bureau, *titles: str, name: str = "意见/书.pdf") -> File:
    file = store(name, f"%PDF-1.4 {name}".encode())
    for row in TeamRemark.objects.filter(title__in=titles):
        attach(row, file, by=bureau.persons["office_recorder"], kind="paper")
    return file


def titles() -> list[str]:
    return list(TeamRemark.objects.order_by("pk").values_list("title", flat=True))


def made(bureau: Bureau, selection: Selection) -> tuple[Gathered, zipfile.ZipFile]:
    out = io.BytesIO()
    found = make_evidence_pack(selection, out, by=bureau.persons["office"])
    return found, zipfile.ZipFile(out)


def sheets(pack: zipfile.ZipFile) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(pack.read("00 目录.xlsx")))
    return {sheet.title: [tuple(c.value for c in row) for row in sheet] for sheet in book}


def test_one_paper_serves_many_rows_and_lies_there_once(bureau: Bureau) -> None:
    papered(bureau, *titles())
    found, pack = made(bureau, of_regime(bureau.agency, "oversight", 2024))
    (paper,) = found.papers
    assert pack.read(paper.path).startswith(b"%PDF")
    assert [n for n in pack.namelist() if n.endswith("书.pdf")] == [paper.path]
    assert {served.split(" ", 1)[1] for served in paper.serves} == set(titles())
    assert {row.papers for row in found.rows if row.figure == FIGURE} == {(paper.number,)}


def test_folders_and_papers_are_numbered(bureau: Bureau) -> None:
    first, second = titles()
    papered(bureau, first, name="甲.pdf")
    papered(bureau, second, name="乙.pdf")
    found, pack = made(bureau, of_regime(bureau.agency, "oversight", 2024))
    folder = next(f for f in found.selection.folders if FIGURE in {p.zh for p in f.figures})
    paths = [n for n in pack.namelist() if n.endswith(".pdf")]
    assert paths == [
        f"{folder.label} {folder.name}/{folder.label}-001 甲.pdf",
        f"{folder.label} {folder.name}/{folder.label}-002 乙.pdf",
    ]


def test_what_is_missing_comes_first_in_both_catalogues(bureau: Bureau) -> None:
    with_paper, without = titles()
    papered(bureau, with_paper)
    found, pack = made(bureau, of_regime(bureau.agency, "oversight", 2024))
    assert (without, NO_EVIDENCE) in {(one.what, one.why) for one in found.lacking}
    assert with_paper not in {one.what for one in found.lacking}
    book = sheets(pack)
    assert list(book) == ["缺失佐证", "目录", "各目录佐证", "指标与记录"]
    assert without in {row[2] for row in book["缺失佐证"]}
    word = docx.Document(io.BytesIO(pack.read("00 目录.docx")))
    headings = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:2] == ["一、缺失佐证", "二、目录"]
    assert without in {c.text for row in word.tables[0].rows for c in row.cells}


def test_every_row_of_every_figure_is_in_the_workbook(bureau: Bureau) -> None:
    found, pack = made(bureau, of_regime(bureau.agency, "oversight", 2024))
    listed = sheets(pack)["指标与记录"][1:]
    assert len(listed) == len(found.rows)
    shown = [(row[5], row[6]) for row in listed if row[1] == FIGURE]
    assert shown == [(title, "2024-05-08") for title in titles()]


def test_an_issued_report_is_proven_with_the_rows_it_was_frozen_with(bureau: Bureau) -> None:
    edition: Edition = desk.issued(bureau)
    desk.remark(bureau, "印发后补登的意见")  # entered after issue
    found = gather(of_edition(edition))
    rows = {(row.item, row.version) for row in found.rows if row.figure == FIGURE}
    cited = json.loads(edition.citations)["oversight.remarks"]
    assert rows == {(item, version) for item, version in cited}
    assert all(f.name[0] in "一二三四五六七八九（概" for f in found.selection.folders)


def test_a_draft_is_proven_with_the_rows_as_they_stand(bureau: Bureau) -> None:
    report = desk.written(bureau)
    selection = of_report(report)
    assert "未印发" in selection.title  # not issued
    assert "oversight.remarks" in {p.key for f in selection.folders for p in f.figures}


def test_a_paper_the_store_lost_or_changed_is_missing_and_the_others_are_there(
    bureau: Bureau,
) -> None:
    first, second = titles()
    lost, kept = papered(bureau, first, name="甲.pdf"), papered(bureau, second, name="乙.pdf")
    path_of(lost.digest).write_bytes(b"%PDF changed")
    found, pack = made(bureau, of_regime(bureau.agency, "oversight", 2024))
    path_of(lost.digest).unlink()
    assert "甲.pdf" in found.lacking[0].what
    assert any(n.endswith("乙.pdf") for n in pack.namelist())
    assert not any(n.endswith("甲.pdf") for n in pack.namelist())
    assert kept.size


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a:b*c?"<>|.pdf', "a_b_c_.pdf"),
        ("..", "未命名"),
        ("字" * 200 + ".pdf", "字" * 76 + ".pdf"),
    ],
)
def test_no_name_leads_out_of_its_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_no_cell_of_the_catalogue_is_a_formula(bureau: Bureau) -> None:
    desk.remark(bureau, "=HYPERLINK(1)")
    _, pack = made(bureau, of_regime(bureau.agency, "oversight", 2024))
    book = openpyxl.load_workbook(io.BytesIO(pack.read("00 目录.xlsx")))
    cells = [c for sheet in book for row in sheet for c in row if c.value == "=HYPERLINK(1)"]
    assert cells
    assert {c.data_type for c in cells} == {"s"}


def test_the_same_records_give_the_same_bytes(bureau: Bureau) -> None:
    papered(bureau, *titles())
    outs = [io.BytesIO(), io.BytesIO()]
    for out in outs:
        make_evidence_pack(
            of_regime(bureau.agency, "oversight", 2024), out, by=bureau.persons["office"]
        )
        time.sleep(2.1)  # a package keeps its members' moments to two seconds
    assert outs[0].getvalue() == outs[1].getvalue()


def test_making_one_is_trailed_and_not_for_everybody(bureau: Bureau) -> None:
    made(bureau, of_regime(bureau.agency, "oversight", 2024))
    entry = Entry.objects.filter(action="evidence_pack").get()
    assert "佐证材料" in entry.payload
    assert json.loads(entry.payload)["details"]["rows"] >= len(titles())
    selection = of_regime(bureau.agency, "oversight", 2024)
    with pytest.raises(NotAllowedError):
        make_evidence_pack(selection, io.BytesIO(), by=bureau.persons["recorder"])


def test_a_regime_there_is_not_is_named(bureau: Bureau) -> None:
    with pytest.raises(ReportError) as refusal:
        of_regime(bureau.agency, "fame", 2024)
    assert "oversight" in refusal.value.en


def test_the_verb_writes_the_pack_whole_or_not_at_all(
    bureau: Bureau, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.compiled(bureau)
    path = tmp_path / "pack.zip"
    assert main(["evidence-pack", "2024", str(path), "--by", "bureau-office"]) == 0
    assert NO_EVIDENCE in capsys.readouterr().out
    with zipfile.ZipFile(path) as pack:
        assert {"00 目录.docx", "00 目录.xlsx"} <= set(pack.namelist())
    other = tmp_path / "none.zip"
    given = ["evidence-pack", "2024", str(other), "--by", "bureau-recorder"]
    assert main([*given, "--regime", "oversight"]) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_line_is_proven_by_the_papers_of_the_row_it_hangs_under(bureau: Bureau) -> None:
    row = bureau.confirmed(
        Publication, division="office", title="申报通知", index_number="A1",
        category="services", formed_on=date(2024, 3, 1), published_on=date(2024, 3, 4),
    )  # fmt: skip
    bureau.confirmed(
        Posting, division="office", title="门户", publication=row, channel="portal",
        posted_on=date(2024, 3, 4), address="https://kjj.example/1",
    )  # fmt: skip
    selection = of_regime(bureau.agency, "disclosure", 2024)
    assert "门户" in {one.what for one in gather(selection).lacking}
    file = store("审签单.pdf", b"%PDF-1.4 reviewed")
    attach(row, file, by=bureau.persons["office_recorder"], kind="paper")
    found = gather(of_regime(bureau.agency, "disclosure", 2024))
    assert "门户" not in {one.what for one in found.lacking}
    (paper,) = found.papers
    assert {line.papers for line in found.rows if line.title == "门户"} == {(paper.number,)}
