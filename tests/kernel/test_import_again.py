"""Importing again, importing in part, and importing what another system exports."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from tests.kernel.workbooks import workbook
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import BatchChange, Standing, Version
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.delimited import open_delimited
from zhunsheng.kernel.workbook.errors import WorkbookError, WorkbookRefusedError
from zhunsheng.kernel.workbook.load import Imported, Ways, check_workbook, import_workbook
from zhunsheng.kernel.workbook.marked import marked
from zhunsheng.kernel.workbook.source import SourceError, guessed, remember_source
from zhunsheng.regimes.disclosure.models import Posting, Publication
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db
HEAD = ("名称", "科室", "类别", "编号", "承办方式", "交办机关", "交办日期", "沟通日期", "答复日期",
        "答复文号", "佐证")  # fmt: skip
UPDATE = Ways(updates=True)
GOOD = Ways(keep_good=True)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def row(number: str, **changes: object) -> list[object]:
    values: dict[str, object] = dict(
        zip(
            HEAD,
            (f"关于{number}的建议", "办公室", "人大代表建议", number, "主办", "市人大",
             date(2024, 3, 4), None, None, None, "办理卷.pdf"),
            strict=True,
        )
    )  # fmt: skip
    return list((values | changes).values())


def scans(name: str) -> bytes | None:
    return b"%PDF-1.4 papers" if name.endswith(".pdf") else None


def book(*rows: list[object]) -> bytes:
    return workbook({"建议提案": [HEAD, *rows]})


def load(bureau: Bureau, data: bytes, ways: Ways = Ways(), name: str = "台账.xlsx") -> Imported:  # noqa: B008
    return import_workbook(
        name,
        data,
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        files=scans,
        ways=ways,
    )


def confirm(bureau: Bureau, done: Imported, by: str = "legal_officer") -> int:
    return confirm_batch(done.batch, by=bureau.persons[by])


def test_the_same_file_again_changes_nothing(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"), row("2号"))))
    versions = Version.objects.count()
    done = load(bureau, book(row("1号"), row("2号")), UPDATE)
    assert (done.total, done.changed, done.same) == (0, 0, 2)
    assert Version.objects.count() == versions
    assert {r.standing for r in Submission.objects.all()} == {Standing.CONFIRMED}


def test_an_update_is_the_next_version_and_waits_for_a_second_person(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"), row("2号"))))
    done = load(bureau, book(row("1号", 名称="改过的名称"), row("2号"), row("3号")), UPDATE)
    assert (done.total, done.changed, done.same) == (1, 1, 1)
    changed = Submission.objects.get(number="1号")
    assert (changed.title, changed.standing) == ("改过的名称", Standing.SUBMITTED)
    assert [v.number for v in Version.objects.filter(item_id=changed.pk)] == [1, 2, 3]
    assert BatchChange.objects.get().version == 3
    with pytest.raises(NotAllowedError):
        confirm(bureau, done, by="office_recorder")
    assert confirm(bureau, done) == 2
    changed.refresh_from_db()
    assert changed.standing == Standing.CONFIRMED


def test_a_day_newly_filled_is_a_step_and_its_faults_are_irregularities_once(
    bureau: Bureau,
) -> None:
    confirm(bureau, load(bureau, book(row("1号", 沟通日期=date(2024, 3, 20)))))
    assert list(Step.objects.values_list("transition", flat=True)) == ["contact"]
    again = row("1号", 沟通日期=date(2024, 3, 20), 答复日期=date(2024, 5, 30), 答复文号="复1号")
    confirm(bureau, load(bureau, book(again), UPDATE))
    stored = Submission.objects.get()
    assert (stored.stage, stored.replied_on) == ("replied", date(2024, 5, 30))
    assert list(Step.objects.values_list("transition", flat=True)) == ["contact", "reply"]
    # The reply has no result class: said of this step alone, and once.
    rules = list(Irregularity.objects.values_list("step__transition", flat=True))
    assert set(rules) <= {"reply"}
    assert len(rules) == len(set(Irregularity.objects.values_list("rule", flat=True)))


def test_a_recorded_day_is_not_changed_by_an_import_and_an_empty_cell_erases_nothing(
    bureau: Bureau,
) -> None:
    confirm(bureau, load(bureau, book(row("1号", 沟通日期=date(2024, 3, 20)))))
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, book(row("1号", 沟通日期=date(2024, 3, 21))), UPDATE)
    (fault,) = refused.value.faults
    assert (fault.row, fault.column) == (2, "沟通日期")
    assert "2024-03-20" in fault.zh
    done = load(bureau, book(row("1号")), UPDATE)
    assert (done.changed, done.same) == (0, 1)
    assert Submission.objects.get().contacted_on == date(2024, 3, 20)


def test_without_being_asked_a_known_number_is_refused(bureau: Bureau) -> None:
    load(bureau, book(row("1号")))
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, book(row("1号", 名称="别的")))
    assert "按编号更新" in refused.value.faults[0].zh


def test_an_earlier_import_does_not_confirm_what_a_later_one_changed(bureau: Bureau) -> None:
    first = load(bureau, book(row("1号"), row("2号")))
    second = load(bureau, book(row("1号", 名称="改过的名称")), UPDATE)
    assert confirm(bureau, first) == 1
    assert Submission.objects.get(number="1号").standing == Standing.SUBMITTED
    assert confirm(bureau, second) == 1
    assert Submission.objects.get(number="1号").standing == Standing.CONFIRMED


def test_the_page_is_told_each_value_before_and_after(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"))))
    checked = check_workbook(
        "台账.xlsx",
        book(row("1号", 交办机关="市政协"), row("2号")),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        files=scans,
        ways=UPDATE,
    )
    (sheet,) = checked.plan.sheets
    assert [r.values.number for r in sheet.rows] == ["2号"]
    assert sheet.changes[0].values == {"assigned_by": ("市人大", "市政协")}
    assert Submission.objects.get().assigned_by == "市人大"
    assert Submission.objects.count() == 1


def test_good_rows_are_kept_when_chosen_and_the_rest_named(bureau: Bureau) -> None:
    data = book(row("1号"), row("2号", 类别="建议"), row("3号", 交办日期="三月"))
    with pytest.raises(WorkbookRefusedError):
        load(bureau, data)
    assert not Submission.objects.exists()
    done = load(bureau, data, GOOD)
    assert (done.total, {f.row for f in done.left}) == (1, {3, 4})
    assert Submission.objects.get().number == "1号"


def test_a_line_whose_parent_was_left_out_is_left_out_with_it(bureau: Bureau) -> None:
    data = publications()
    done = load(bureau, data, GOOD)
    assert dict(done.rows) == {"主动公开信息": 1, "发布记录": 1}
    assert [(f.sheet, f.row) for f in done.left] == [("主动公开信息", 3), ("发布记录", 3)]
    # The same file again: the posting has no number, and is known by all its values.
    checked = check_workbook(
        "台账.xlsx",
        data,
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        ways=UPDATE,
    )
    assert (checked.plan.brings, checked.plan.same) == (True, 2)
    with pytest.raises(WorkbookRefusedError):
        load(bureau, data, Ways(updates=True, keep_good=True))
    assert Posting.objects.count() == 1


def publications() -> bytes:
    """Two publications with a posting each; the second publication's category is unknown."""
    head = {f.name: str(f.verbose_name) for f in Publication._meta.concrete_fields}
    names = {f.name: str(f.verbose_name) for f in Posting._meta.concrete_fields}
    category = str(Publication._meta.get_field("category").flatchoices[0][1])
    portal = str(Posting._meta.get_field("channel").flatchoices[0][1])
    day = date(2024, 3, 4)
    return workbook(
        {
            "主动公开信息": [
                [head[n] for n in ("index_number", "title", "category", "formed_on")],
                ["A1", "第一条信息", category, day],
                ["A2", "第二条信息", "没有这一类", day],
            ],
            "发布记录": [
                [names[n] for n in ("publication", "channel", "posted_on", "address")],
                ["A1", portal, day, "https://kjj.example/1"],
                ["A2", portal, day, "https://kjj.example/2"],
            ],
        }
    )


def test_nothing_good_is_a_refusal(bureau: Bureau) -> None:
    with pytest.raises(WorkbookRefusedError):
        load(bureau, book(row("1号", 类别="建议")), GOOD)


def test_the_marked_workbook_shows_each_fault_in_its_cell(bureau: Bureau) -> None:
    data = book(row("1号"), row("2号", 类别="=1+1"), row("3号", 交办日期="三月"))
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, data)
    shown = openpyxl.load_workbook(io.BytesIO(marked("台账.xlsx", data, refused.value.faults)))
    assert shown.sheetnames == ["问题清单", "建议提案"]
    cell = shown["建议提案"]["G4"]
    assert cell.value == "三月"
    assert cell.fill.start_color.rgb == "FFFFC7CE"
    assert "不是日期" in cell.comment.text
    assert shown["建议提案"]["G2"].comment is None
    listed = [[c.value for c in r] for r in shown["问题清单"].iter_rows(min_row=2)]
    assert ["建议提案", 4, "交办日期", "三月"] in [r[:4] for r in listed]
    assert not any(str(v).startswith("=") for r in listed for v in r)


# What another system exports.

EXPORT = "提案号,案由,承办类型,交办时间,承办单位类型,系统备注\n"
LINES = (
    "0031,关于科技金融的提案,主办件,2024-03-04 09:30:00,政协,旧\n",
    '="0032",关于中试基地的提案,会办件,2024/3/5,政协,\n',
)
COLUMNS = {"number": "提案号", "title": "案由", "role": "承办类型", "assigned_on": "交办时间"}
WORDS = {"role": {"主办件": "主办", "会办件": "协办"}}
CONSTANTS = {"body": "政协提案", "assigned_by": "市政协", "division": "办公室"}


def mapped(bureau: Bureau, constants: Mapping[str, str] = CONSTANTS, by: str = "") -> None:
    remember_source(
        bureau.agency,
        "提案办理系统",
        registry().register("oversight.submission"),
        columns=COLUMNS,
        constants=constants,
        words=WORDS,
        by=bureau.persons[by or "office_recorder"],
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_export_is_read_by_its_mapping_in_any_usual_encoding(
    bureau: Bureau, encoding: str
) -> None:
    mapped(bureau)
    done = load(bureau, (EXPORT + "".join(LINES)).encode(encoding), name="导出.csv")
    assert done.rows == (("建议提案", 2),)
    found = {s.number: s for s in Submission.objects.all()}
    assert set(found) == {"0031", "0032"}
    assert (found["0032"].role, found["0032"].assigned_on) == ("co", date(2024, 3, 5))
    assert {s.assigned_by for s in found.values()} == {"市政协"}


def test_next_months_export_brings_only_what_is_new_or_changed(bureau: Bureau) -> None:
    mapped(bureau)
    confirm(bureau, load(bureau, (EXPORT + LINES[0]).encode(), name="导出.csv"))
    later = EXPORT + LINES[0].replace("科技金融", "科技保险") + LINES[1]
    done = load(bureau, later.encode(), name="导出.csv")
    assert (done.total, done.changed) == (1, 1)
    confirm(bureau, done)
    found = facts(Scope(bureau.agency.pk, 2024), ["oversight.proposals"])
    assert found["oversight.proposals"].rows in (0, 2)  # missing until the register is closed


def test_columns_that_are_not_read_are_named(bureau: Bureau) -> None:
    mapped(bureau)
    checked = check_workbook(
        "导出.csv",
        (EXPORT + LINES[0]).encode(),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
    )
    assert checked.unread == (("提案办理系统", "承办单位类型"), ("提案办理系统", "系统备注"))


def test_faults_of_an_export_keep_their_own_lines(bureau: Bureau) -> None:
    mapped(bureau)
    text = EXPORT + LINES[0] + LINES[1].replace("2024/3/5", "二月三十")
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, text.encode("gb18030"), name="导出.csv")
    (fault,) = refused.value.faults
    assert (fault.sheet, fault.row, fault.value) == ("导出", 3, "二月三十")


def test_a_mapping_that_fills_less_than_the_register_needs_is_refused(bureau: Bureau) -> None:
    with pytest.raises(SourceError) as refused:
        mapped(bureau, constants={})
    assert "类别、交办机关" in refused.value.zh
    with pytest.raises(NotAllowedError):
        mapped(bureau, by="adviser")


def test_columns_are_guessed_by_their_names(bureau: Bureau) -> None:
    register = registry().register("oversight.submission")
    found = guessed(register, ("提案编号", "名称", "交办日期", "备注"))
    assert (found["number"], found["title"], found["assigned_on"]) == (
        "提案编号", "名称", "交办日期",
    )  # fmt: skip
    assert "备注" not in found.values()


def test_bytes_that_are_no_table_are_refused_by_name() -> None:
    with pytest.raises(WorkbookError) as refused:
        open_delimited("图片.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    assert "图片.csv" in refused.value.zh


def test_a_day_to_come_is_refused_in_an_update_too(bureau: Bureau) -> None:
    noon = datetime(2024, 6, 3, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    with standing_at(noon):
        load(bureau, book(row("1号")))
        done = load(bureau, book(row("1号", 沟通日期=date(2024, 6, 3))), UPDATE)
        assert done.changed == 1
        with pytest.raises(WorkbookRefusedError) as refused:
            load(bureau, book(row("1号", 答复日期=date(2024, 6, 4))), UPDATE)
        assert "今天之后" in refused.value.faults[0].zh
