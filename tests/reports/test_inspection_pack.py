"""An inspection's list: a numbered folder an item, one paper for several, what is missing first."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.kernel.workbooks import workbook
from tests.reports import desk
from zhunsheng.cli.main import main
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.evidence_pack.gather import NOTHING_PROVES, gather
from zhunsheng.reports.evidence_pack.inspection import InspectionListError, Item, read_list
from zhunsheng.reports.evidence_pack.items import of_items, proposed
from zhunsheng.reports.evidence_pack.mapping import mapping_workbook
from zhunsheng.reports.evidence_pack.pack import make_evidence_pack

TITLE = "法治督察"  # an inspection of law-based government
CSV = (
    "2024年法治督察事项,,\n"
    "序号,检查内容,指标或台账\n"
    "1.1,听取派驻组意见情况,oversight.remarks\n"
    "1.2,整改落实情况,派驻组意见、建议提案\n"
    "2,行政执法公示情况,\n"
)


@pytest.fixture
def bureau(db: None) -> Bureau:
    return desk.small_year()


def test_a_list_is_read_with_its_own_numbers_whatever_stands_above_the_header() -> None:
    assert read_list("清单.csv", CSV.encode()) == (
        Item("1.1", "听取派驻组意见情况", ("oversight.remarks",)),
        Item("1.2", "整改落实情况", ("派驻组意见", "建议提案")),
        Item("2", "行政执法公示情况", ()),
    )


def test_rows_under_a_merged_item_add_to_what_proves_it() -> None:
    rows: list[tuple[object, ...]] = [("编号", "事项", "佐证来源"), (1, "听取意见", "甲")]
    (item,) = read_list("清单.xlsx", workbook({"清单": [*rows, (None, None, "乙")]}))
    assert item == Item("1", "听取意见", ("甲", "乙"))


def test_a_table_that_is_no_list_says_which_columns_it_needs() -> None:
    with pytest.raises(InspectionListError) as refusal:
        read_list("清单.csv", "姓名,电话\n甲,1\n".encode())
    assert "“序号”和“内容”" in refusal.value.zh


def test_each_item_has_its_folder_and_one_paper_serves_two(bureau: Bureau) -> None:
    file = store("意见书.pdf", b"%PDF-1.4 remark")
    for row in TeamRemark.objects.all():
        attach(row, file, by=bureau.persons["office_recorder"], kind="paper")
    items = read_list("清单.csv", CSV.encode())
    out = io.BytesIO()
    found = make_evidence_pack(
        of_items(bureau.agency, items, 2024, title=TITLE), out, by=bureau.persons["office"]
    )
    assert [f"{f.label} {f.name}" for f in found.selection.folders] == [
        "01 1.1 听取派驻组意见情况", "02 1.2 整改落实情况", "03 2 行政执法公示情况",
    ]  # fmt: skip
    (paper,) = found.papers
    assert {served[:2] for served in paper.serves} == {"01", "02"}
    with zipfile.ZipFile(out) as pack:
        assert [n for n in pack.namelist() if n.endswith(".pdf")] == [paper.path]
        book = openpyxl.load_workbook(io.BytesIO(pack.read("00 目录.xlsx")))
    rows = [tuple(cell.value for cell in row) for row in book["各目录佐证"]]
    assert [(row[0], row[3]) for row in rows[1:]] == [
        ("01", paper.number), ("02", paper.number), ("03", ""),
    ]  # fmt: skip


def test_an_item_nothing_proves_is_among_what_is_missing(bureau: Bureau) -> None:
    items = read_list("清单.csv", CSV.encode())
    found = gather(of_items(bureau.agency, items, 2024, title=TITLE))
    assert ("03", NOTHING_PROVES) in {(one.folder, one.why) for one in found.lacking}


def test_names_that_nothing_bears_are_refused_all_at_once(bureau: Bureau) -> None:
    items = (Item("1", "甲", ("fame",)), Item("2", "乙", ("oversight", "glory")))
    with pytest.raises(InspectionListError) as refusal:
        of_items(bureau.agency, items, 2024, title=TITLE)
    assert "1（fame）" in refusal.value.zh
    assert "2（glory）" in refusal.value.zh
    assert "oversight" not in refusal.value.zh


def test_a_rate_is_proven_by_the_rows_of_what_it_is_made_of(bureau: Bureau) -> None:
    (folder,) = of_items(
        bureau.agency, [Item("1", "答复率", ("oversight.remarks.rate",))], 2024, title=TITLE
    ).folders
    assert "oversight.remarks" in {figure.key for figure in folder.figures}


def test_what_the_words_suggest_is_proposed_and_what_was_decided_stays(bureau: Bureau) -> None:
    items = (Item("1", "派驻组意见的整改情况", ()), Item("2", "派驻组意见", ("norms",)))
    first, second = proposed(bureau.agency, items)
    assert "oversight.teamremark" in first.proven_by
    assert second.proven_by == ("norms",)


def test_the_list_is_completed_once_and_given_back(
    bureau: Bureau, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, mapped, pack = tmp_path / "督察.csv", tmp_path / "督察.xlsx", tmp_path / "pack.zip"
    given.write_text("序号,内容\n1,听取监督意见情况\n", encoding="utf-8")
    verb = ["evidence-pack", "2024"]
    assert main([*verb, str(mapped), "--list", str(given), "--map", "--by", "bureau-office"]) == 0
    book = openpyxl.load_workbook(mapped)
    assert "oversight.teamremark" in {row[0].value for row in book["可选项"]}
    book["检查事项"]["C2"] = "派驻组意见"
    book.save(mapped)
    assert main([*verb, str(pack), "--list", str(mapped), "--by", "bureau-office"]) == 0
    assert "缺：01" in capsys.readouterr().out
    with zipfile.ZipFile(pack) as opened:
        assert "00 目录.xlsx" in opened.namelist()


def test_no_cell_of_the_list_is_a_formula(bureau: Bureau) -> None:
    data = mapping_workbook(bureau.agency, [Item("1", "=HYPERLINK(1)", ())])
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["检查事项"]["B2"].data_type == "s"


def test_the_desk_makes_it_from_the_list_handed_in(bureau: Bureau) -> None:
    report = desk.written(bureau)
    browser = Client()
    browser.force_login(bureau.persons["office"])
    sent = {
        "version": report.version,
        "list": SimpleUploadedFile("法治督察.csv", CSV.encode()),
    }
    address = reverse("desk:report-act", args=[report.pk, "evidence-pack"])
    answer = browser.post(address, sent)
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        book = openpyxl.load_workbook(io.BytesIO(pack.read("00 目录.xlsx")))
    assert [row[0].value for row in book["各目录佐证"]][1:] == ["01", "02", "03"]
