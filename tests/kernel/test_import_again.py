"""Importing again, importing in part, and importing what another system exports."""

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from tests.kernel.workbooks import workbook
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import BatchChange, Standing, Version
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import Imported, Ways, check_workbook, import_workbook
from zhunsheng.kernel.workbook.marked import marked
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
    kept = Version.objects.filter(item_id=changed.pk).order_by("number")
    assert [v.number for v in kept] == [1, 2, 3]
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


def test_a_day_to_come_is_refused_in_an_update_too(bureau: Bureau) -> None:
    noon = datetime(2024, 6, 3, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    with standing_at(noon):
        load(bureau, book(row("1号")))
        done = load(bureau, book(row("1号", 沟通日期=date(2024, 6, 3))), UPDATE)
        assert done.changed == 1
        with pytest.raises(WorkbookRefusedError) as refused:
            load(bureau, book(row("1号", 答复日期=date(2024, 6, 4))), UPDATE)
        assert "今天之后" in refused.value.faults[0].zh
