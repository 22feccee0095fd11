"""A row is checked beside the row it names: the parent as stored, or as the workbook has it."""

from datetime import date

import pytest

from tests.kernel.workbooks import table, workbook
from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.models import Item
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import Imported, Ways, import_workbook
from zhunsheng.regimes.decisions.models import Matter
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import Contact, Submission

pytestmark = pytest.mark.django_db
Row = dict[str, object]
Sheet = tuple[str, list[Row]]
SUBMISSION: Row = {
    "title": "关于成果转化的建议", "body": "人大代表建议", "number": "12号", "role": "主办",
    "assigned_by": "市人大", "assigned_on": date(2024, 3, 4),
}  # fmt: skip
CONTACT: Row = {
    "submission": "12号", "met_on": date(2024, 3, 20), "means": "走访", "content": "听取意见",
}  # fmt: skip
EARLY: Row = CONTACT | {"met_on": date(2024, 3, 1)}
TOLD = ("代表委员联系", 3, "联系日期", "联系日期早于交办日期；请核对两个日期")
MATTER: Row = {
    "title": "某项规划", "major": "是", "key_matter": "否", "for_whom": "本单位决策",
    "opened_on": date(2024, 3, 1), "counsel_heard": "否",
}  # fmt: skip
CHANGE: Row = {
    "matter": "某项规划", "title": "调整", "kind": "调整", "reason": "条件变化", "urgent": "否",
    "for_whom": "代市政府承办",
}  # fmt: skip
DOCUMENT: Row = {
    "title": "管理办法", "normative": "是", "judgement_reason": "普遍约束力", "number": "1号",
    "registration_number": "登1号", "issuing": "本单位制定", "basis": "科学技术进步法",
    "affects_rights": "否", "market_related": "否", "signed_on": date(2024, 5, 6),
}  # fmt: skip
INTERPRETATION: Row = {
    "document": "1号", "title": "解读", "interpreter": "政策法规科", "form": "文字解读",
    "published_on": date(2024, 5, 1),
}  # fmt: skip
CO_ISSUER: Row = {
    "document": "1号", "title": "管理办法", "place": 2, "organ": "市财政局",
    "sent_on": date(2024, 5, 1), "countersigned_on": date(2024, 5, 3),
}  # fmt: skip


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def load(bureau: Bureau, *sheets: Sheet, **ways: bool) -> Imported:
    return import_workbook(
        "台账.xlsx",
        workbook(dict(table(name, rows, paper="卷宗.pdf") for name, rows in sheets)),
        by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"],
        files=lambda _: b"%PDF-1.4 papers",
        ways=Ways(**ways),
    )


def faults(bureau: Bureau, *sheets: Sheet, **ways: bool) -> list[tuple[str, int, str, str]]:
    before = Item.objects.count()
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, *sheets, **ways)
    assert Item.objects.count() == before
    return [(f.sheet, f.row, f.column, f.zh) for f in refusal.value.faults]


def test_a_line_that_contradicts_a_parent_of_the_same_workbook_is_refused(bureau: Bureau) -> None:
    sheets = ("建议提案", [SUBMISSION]), ("代表委员联系", [CONTACT, EARLY])
    assert faults(bureau, *sheets) == [TOLD]
    done = load(bureau, *sheets, keep_good=True)
    assert [(f.sheet, f.row) for f in done.left] == [TOLD[:2]]
    assert Contact.objects.get().met_on == date(2024, 3, 20)


def test_a_line_that_contradicts_a_stored_parent_is_refused(bureau: Bureau) -> None:
    load(bureau, ("建议提案", [SUBMISSION]))
    assert faults(bureau, ("代表委员联系", [CONTACT, EARLY])) == [TOLD]
    assert load(bureau, ("代表委员联系", [CONTACT])).total == 1


def test_a_parent_the_workbook_changes_is_read_as_it_will_be(bureau: Bureau) -> None:
    confirm_batch(
        load(bureau, ("建议提案", [SUBMISSION])).batch, by=bureau.persons["legal_officer"]
    )
    sooner = ("建议提案", [SUBMISSION | {"assigned_on": date(2024, 3, 1)}])
    later = ("建议提案", [SUBMISSION | {"assigned_on": date(2024, 3, 11)}])
    lines = ("代表委员联系", [CONTACT, CONTACT | {"met_on": date(2024, 3, 8)}])
    assert faults(bureau, later, lines, updates=True) == [TOLD]
    assert load(bureau, sooner, ("代表委员联系", [CONTACT, EARLY]), updates=True).total == 2
    assert Submission.objects.get().assigned_on == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("parent", "line", "told"),
    [
        (
            ("集体决策事项", [MATTER]),
            ("决策执行变更", [CHANGE]),
            ("决策执行变更", 2, "决策主体", "决策主体与所属决策事项登记的不同；请核对"),
        ),
        (
            ("规范性文件", [DOCUMENT]),
            ("政策解读", [INTERPRETATION]),
            ("政策解读", 2, "解读公布日期", "解读公布日期早于文件签发日期；请核对两个日期"),
        ),
        (
            ("规范性文件", [DOCUMENT]),
            ("联合制定单位", [CO_ISSUER]),
            (
                "联合制定单位",
                2,
                "所属文件文号",
                "只有本单位牵头联合制定的文件登记联合制定单位；请核对所属文件的制定方式",
            ),
        ),
    ],
)
def test_each_register_of_lines_reads_its_own_parent(
    bureau: Bureau, parent: Sheet, line: Sheet, told: tuple[str, int, str, str]
) -> None:
    assert faults(bureau, parent, line) == [told]
    assert not Matter.objects.exists() and not NormativeDocument.objects.exists()


def test_a_joint_document_comes_with_its_co_issuers(bureau: Bureau) -> None:
    led = DOCUMENT | {"issuing": "联合制定（牵头）"}
    load(bureau, ("规范性文件", [led]), ("联合制定单位", [CO_ISSUER]))
    [line] = NormativeDocument.objects.get().co_issuers.all()
    assert (line.organ, line.place, line.countersigned_on) == ("市财政局", 2, date(2024, 5, 3))


def test_the_desk_asks_the_same(bureau: Bureau) -> None:
    load(bureau, ("建议提案", [SUBMISSION]))
    values = {"submission": Submission.objects.get(), "title": "沟通", "means": "visit",
              "content": "听取意见", "met_on": date(2024, 3, 1)}  # fmt: skip
    with pytest.raises(InvalidError) as refusal:
        draft(
            Contact, values, by=bureau.persons["legal_recorder"],
            division=bureau.divisions["legal"],
        )  # fmt: skip
    assert [zh for _, zh, _ in refusal.value.faults] == ["联系日期早于交办日期；请核对两个日期"]
