"""Importing a workbook: whole or not at all, every fault by row and column."""

import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.workbooks import HEAD, document, workbook
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.figure.models import Closing, DeclaredFact
from zhunsheng.kernel.org.models import Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import Item, Standing, Version
from zhunsheng.kernel.record.snapshot import sealed
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.kernel.workbook.cells import CellError, date_of, whole_of
from zhunsheng.kernel.workbook.errors import WorkbookError, WorkbookRefusedError
from zhunsheng.kernel.workbook.export import export
from zhunsheng.kernel.workbook.load import Imported, import_workbook
from zhunsheng.kernel.workbook.template import template
from zhunsheng.regimes.norms.models import CleanupConclusion, NormativeDocument

DOCUMENTS = "规范性文件"  # the sheet of normative documents


def scans(name: str) -> bytes | None:
    return b"%PDF-1.4 register" if name == "登记簿.pdf" else None


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def load(bureau: Bureau, data: bytes, **options: Any) -> Imported:
    return import_workbook(
        "台账.xlsx",
        data,
        by=options.get("by", bureau.persons["legal_recorder"]),
        division=bureau.divisions["legal"],
        files=scans,
    )


def faults(bureau: Bureau, data: bytes) -> list[tuple[int, str, str, str]]:
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, data)
    assert not Item.objects.exists()
    assert not Entry.objects.filter(action="import").exists()
    return [(f.row, f.column, f.value, f.zh) for f in refusal.value.faults]


@pytest.mark.django_db
def test_rows_are_stored_with_versions_steps_and_one_entry(bureau: Bureau) -> None:
    data = workbook({DOCUMENTS: [HEAD, document("1号"), document("2号")]})
    done = load(bureau, data)
    assert done.rows == ((DOCUMENTS, 2),)
    entry = Entry.objects.get(action="import")
    assert json.loads(entry.payload)["versions"]["count"] == 2
    row = NormativeDocument.objects.get(number="1号")
    kept = Version.objects.get(item_id=row.pk)
    assert (kept.data, kept.digest) == sealed(row)
    assert row.standing == Standing.SUBMITTED
    assert Step.objects.get(item_id=row.pk).already_taken
    assert Evidence.objects.filter(item_id=row.pk).count() == 1
    assert Obligation.objects.get(item_id=row.pk, duty="norms.filing").due_on == date(2024, 3, 30)


@pytest.mark.django_db
def test_a_legal_officer_other_than_the_importer_confirms_the_batch(bureau: Bureau) -> None:
    done = load(bureau, workbook({DOCUMENTS: [HEAD, document("1号")]}))
    with pytest.raises(NotAllowedError):
        confirm_batch(done.batch, by=bureau.persons["legal_recorder"])
    with pytest.raises(NotAllowedError):
        confirm_batch(done.batch, by=bureau.persons["head"])
    assert confirm_batch(done.batch, by=bureau.persons["legal_officer"]) == 1
    row = NormativeDocument.objects.get()
    assert (row.standing, row.version) == (Standing.CONFIRMED, 2)
    kept = Version.objects.get(item_id=row.pk, number=2)
    assert (kept.data, kept.digest) == sealed(row)


@pytest.mark.django_db
def test_a_head_confirms_no_import_of_another_division(bureau: Bureau) -> None:
    Post.objects.create(
        person=bureau.persons["legal_second"],
        division=bureau.divisions["legal"],
        role=Role.DIVISION_HEAD,
        first_day=date(2020, 1, 1),
    )
    cleanup = ("名称", "清理范围", "清理截止日期", "清理决定日期")
    row = ("2024年清理", "全部", date(2024, 9, 30), date(2024, 11, 18))
    done = load(bureau, workbook({"文件清理": [cleanup, row]}))
    with pytest.raises(NotAllowedError) as refusal:
        confirm_batch(done.batch, by=bureau.persons["head"])
    assert "政策法规科" in refusal.value.zh
    assert confirm_batch(done.batch, by=bureau.persons["legal_officer"]) == 1


@pytest.mark.django_db
def test_each_fault_names_row_column_value_and_remedy(bureau: Bureau) -> None:
    rows = [
        HEAD,
        document("1号", 公布日期="2024-02-30"),
        document("2号", 制定方式="联合"),
        document("2号", 名称=""),
        document("３号", 公布日期="２０２４-03-01"),
        document("4号", 科室="科技处"),
        document("5号", 佐证=""),
        document("6号", 佐证="没有的.pdf"),
        document("7号", 认定理由="=1+1"),
    ]
    found = faults(bureau, workbook({DOCUMENTS: rows}))
    by_row = {row: (column, zh) for row, column, _, zh in found}
    assert by_row[2] == ("公布日期", "这一天不存在；请核对日期")
    assert by_row[3][0] == "制定方式"
    assert "本单位制定" in by_row[3][1]
    assert by_row[4][0] == "名称"
    assert by_row[5] == ("公布日期", "含全角数字；请改为半角数字")
    assert by_row[6][0] == "科室"
    assert "政策法规科" in by_row[6][1]
    assert by_row[7][0] == by_row[8][0] == "佐证"
    assert by_row[9] == ("认定理由", "是公式而不是值；请“选择性粘贴—数值”后再导入")


@pytest.mark.django_db
def test_a_number_may_stand_once(bureau: Bureau) -> None:
    twice = workbook({DOCUMENTS: [HEAD, document("1号"), document("1号")]})
    assert faults(bureau, twice) == [(3, "文号", "1号", "与第2行重复；请核对编号")]
    load(bureau, workbook({DOCUMENTS: [HEAD, document("1号")]}))
    with pytest.raises(WorkbookRefusedError):
        load(bureau, workbook({DOCUMENTS: [HEAD, document("1号")]}))
    assert NormativeDocument.objects.count() == 1


@pytest.mark.django_db
def test_an_unknown_sheet_or_column_is_refused_not_dropped(bureau: Bureau) -> None:
    strange = workbook({DOCUMENTS: [HEAD, document("1号")], "备忘": [["电话"], ["1"]]})
    assert "备忘" in faults(bureau, strange)[0][3]
    wide = workbook({DOCUMENTS: [(*HEAD, "备注"), [*document("1号"), "急"]]})
    assert faults(bureau, wide)[0][:2] == (1, "备注")


@pytest.mark.django_db
def test_a_merged_header_is_refused(bureau: Bureau) -> None:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet(DOCUMENTS)
    for place, name in enumerate(HEAD):
        sheet.write_string(0, place, name)
    sheet.merge_range(0, 0, 0, 1, HEAD[0])
    book.close()
    assert "合并单元格" in faults(bureau, buffer.getvalue())[0][3]


@pytest.mark.django_db
def test_lines_find_their_parents_in_the_workbook_or_the_register(bureau: Bureau) -> None:
    load(bureau, workbook({DOCUMENTS: [HEAD, document("1号")]}))
    cleanup = ("名称", "清理范围", "清理截止日期", "清理决定日期")
    conclusion = ("所属清理", "文件文号", "清理结论", "清理决定日期")
    day = date(2024, 11, 18)
    sheets: dict[str, list[tuple[object, ...]]] = {
        "文件清理": [cleanup, ("2024年清理", "全部", date(2024, 9, 30), day)],
        "清理结论": [conclusion, ("2024年清理", "1号", "继续有效", day)],
    }
    load(bureau, workbook(sheets))
    line = CleanupConclusion.objects.get()
    assert line.document.number == "1号"
    assert line.cleanup.title == "2024年清理"
    sheets["清理结论"] = [conclusion, ("2024年清理", "9号", "继续有效", day)]
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, workbook({"清理结论": sheets["清理结论"]}))
    assert "9号" in refusal.value.faults[0].zh


@pytest.mark.django_db
def test_closings_and_declared_facts_come_with_the_workbook(bureau: Bureau) -> None:
    data = workbook(
        {
            DOCUMENTS: [HEAD, document("1号")],
            "报送": [("台账", "科室", "年度", "零报告"), (DOCUMENTS, "政策法规科", 2024, "否")],
            "往年数据": [
                ("指标", "年度", "数值", "出处文件"),
                ("norms.in_force.start", 2024, 17, "2023年度报告"),
            ],
        }
    )
    load(bureau, data)
    assert Closing.objects.get().year == 2024
    assert DeclaredFact.objects.get().value == 17


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "加密"),
        (b"not a workbook", "无法读取"),
        (b"PK\x03\x04" + bytes(100), "无法读取"),
    ],
)
def test_an_unreadable_file_is_refused_by_name(bureau: Bureau, data: bytes, said: str) -> None:
    with pytest.raises(WorkbookError) as refusal:
        load(bureau, data)
    assert said in refusal.value.zh
    assert "台账.xlsx" in refusal.value.en


@pytest.mark.django_db
def test_a_workbook_without_rows_is_refused(bureau: Bureau) -> None:
    with pytest.raises(WorkbookError):
        load(bureau, workbook({DOCUMENTS: [HEAD]}))


@pytest.mark.django_db
def test_a_bomb_is_not_unpacked(bureau: Bureau) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", bytes(40_000_000))
    with pytest.raises(WorkbookError) as refusal:
        load(bureau, buffer.getvalue())
    assert "压缩结构异常" in refusal.value.zh


@pytest.mark.django_db
def test_somebody_of_another_division_may_not_import(bureau: Bureau) -> None:
    data = workbook({DOCUMENTS: [HEAD, document("1号")]})
    with pytest.raises(NotAllowedError):
        load(bureau, data, by=bureau.persons["recorder"])


@pytest.mark.django_db
def test_what_is_exported_can_be_imported_again(bureau: Bureau) -> None:
    load(bureau, workbook({DOCUMENTS: [HEAD, document("1号"), document("2号")]}))
    register = registry().register_of(NormativeDocument)
    data = export(register, NormativeDocument.objects.order_by("pk"))
    other = make_bureau("other")
    NormativeDocument.objects.all()
    with pytest.raises(WorkbookRefusedError) as refusal:
        import_workbook(
            "again.xlsx",
            data,
            by=other.persons["legal_recorder"],
            division=other.divisions["legal"],
            files=scans,
        )
    # Only the scans are wanting: they do not travel in the sheet.
    assert {f.column for f in refusal.value.faults} == {"佐证"}


@pytest.mark.django_db
def test_the_template_names_every_column_an_import_reads(bureau: Bureau) -> None:
    register = registry().register_of(NormativeDocument)
    data = template([register], bureau.agency)
    with pytest.raises(WorkbookError) as refusal:
        load(bureau, data)
    assert "没有任何数据行" in refusal.value.zh


@pytest.mark.parametrize("text", ["2024-03-05", "2024/3/5", "2024.3.5", "2024年3月5日", "20240305"])
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert date_of(text) == date(2024, 3, 5)


@pytest.mark.parametrize("cell", [45356.0, "3月5日", "２０２４-03-05", "2024-13-01", "去年"])
def test_what_is_no_date_is_refused_with_a_remedy(cell: object) -> None:
    with pytest.raises(CellError) as why:
        date_of(cell)
    assert "；" in why.value.zh


@given(st.one_of(st.text(), st.floats(), st.booleans(), st.none()))
def test_any_cell_is_a_whole_number_or_a_named_refusal(cell: object) -> None:
    try:
        assert whole_of(cell) >= 0
    except CellError as why:
        assert why.zh
        assert why.en
