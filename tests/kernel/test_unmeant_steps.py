"""An imported row may not date a step that is not for such a record: the desk does not offer it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from tests.kernel.workbooks import table, workbook
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.procedure.errors import StepImpossibleError
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import Item, Record
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import Imported, Ways, import_workbook
from zhunsheng.regimes.decisions.models import ExecutionChange, Matter
from zhunsheng.regimes.enforcement.models import PenaltyCase

pytestmark = pytest.mark.django_db
Row = dict[str, object]
MATTERS, CASES, CHANGES = "集体决策事项", "行政处罚案件", "决策执行变更"
KEY: Row = {
    "title": "安排专项资金", "major": "否", "key_matter": "是", "key_kind": "大额度资金使用",
    "for_whom": "本单位决策", "opened_on": date(2024, 3, 1), "decided_on": date(2024, 4, 1),
    "counsel_heard": "否",
}  # fmt: skip
MAJOR: Row = {**KEY, "title": "某项规划", "major": "是", "key_matter": "否", "key_kind": ""}
EXPERTS: Row = {"experts_on": date(2024, 3, 20)}
CASE: Row = {
    "number": "罚1号", "title": "某案", "cause": "违法行为", "party": "某公司", "major": "否",
    "hearing_due": "否", "filed_on": date(2024, 3, 4), "decided_on": date(2024, 4, 1),
    "outcome": "不予行政处罚", "recording": "文字记录",
}  # fmt: skip
PUBLISHED: Row = {"published_on": date(2024, 4, 8)}
CHANGE: Row = {
    "matter": "某项规划", "title": "中止执行", "for_whom": "本单位决策", "kind": "中止执行",
    "reason": "汛情", "changed_on": date(2024, 7, 1), "decided_on": date(2024, 7, 5),
}  # fmt: skip


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau(regimes=("enforcement",))


def load(bureau: Bureau, *sheets: tuple[str, list[Row]], **ways: bool) -> Imported:
    return import_workbook(
        "台账.xlsx",
        workbook(dict(table(name, rows, paper="卷宗.pdf") for name, rows in sheets)),
        by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"],
        files=lambda _: b"%PDF-1.4 minutes",
        ways=Ways(**ways),
    )


@contextmanager
def refused(*expected: tuple[str, int, str, str]) -> Iterator[None]:
    """The import is refused for these cells: sheet, row, column and the step that is named."""
    items, owed = Item.objects.count(), Obligation.objects.count()
    with pytest.raises(WorkbookRefusedError) as refusal:
        yield
    told = [(f.sheet, f.row, f.column, f.zh) for f in refusal.value.faults]
    assert [one[:3] for one in told] == [one[:3] for one in expected]
    for (*_, said), (*_, step) in zip(told, expected, strict=True):
        assert said.startswith(f"“{step}”这一步骤不适用于这条记录")
    assert (Item.objects.count(), Obligation.objects.count()) == (items, owed)


def steps_of(row: Record) -> set[str]:
    return set(Step.objects.filter(item_id=row.pk).values_list("transition", flat=True))


def test_a_step_of_major_decisions_dates_no_key_matter(bureau: Bureau) -> None:
    with refused((MATTERS, 3, "专家论证日期", "专家论证")):
        load(bureau, (MATTERS, [KEY, {**KEY, "title": "另一笔", **EXPERTS}]))
    load(bureau, (MATTERS, [KEY, MAJOR | EXPERTS]))
    assert steps_of(Matter.objects.get(major=True)) == {"argue", "decide"}
    assert steps_of(Matter.objects.get(major=False)) == {"decide"}


def test_the_desk_refuses_the_same_step(bureau: Bureau) -> None:
    row = bureau.confirmed(
        Matter, title="安排专项资金", major=False, key_matter=True, key_kind="funds",
        for_whom="own", opened_on=date(2024, 3, 1), counsel_heard=False,
    )  # fmt: skip
    taking = Taking(by=bureau.persons["recorder"], on=clock.today())
    with pytest.raises(StepImpossibleError) as refusal:
        perform(row, "argue", taking)
    assert "“专家论证”不适用于" in refusal.value.zh


def test_no_penalty_no_publication_of_one_and_no_term_for_it(bureau: Bureau) -> None:
    with refused((CASES, 2, "公开日期", "公开决定")):
        load(bureau, (CASES, [CASE | PUBLISHED]))
    penalised: Row = {"outcome": "给予行政处罚", "penalty": "警告、通报批评"}
    load(bureau, (CASES, [CASE | PUBLISHED | penalised]))
    # Publication is for those not yet published: the row is asked as it stood before.
    assert steps_of(PenaltyCase.objects.get()) == {"decide", "publish"}


def test_what_an_update_brings_is_asked_of_the_record_as_it_will_be(bureau: Bureau) -> None:
    done = load(bureau, (CASES, [CASE]))
    confirm_batch(done.batch, by=bureau.persons["legal_officer"])
    with refused((CASES, 2, "公开日期", "公开决定")):
        load(bureau, (CASES, [CASE | PUBLISHED]), updates=True)
    assert PenaltyCase.objects.get().published_on is None
    load(bureau, (CASES, [CASE | {"served_on": date(2024, 4, 9)}]), updates=True)
    assert steps_of(PenaltyCase.objects.get()) == {"decide", "serve"}


@pytest.mark.parametrize(
    ("urgent", "steps"), [("是", {"suspend", "decide_after"}), ("否", {"decide", "change"})]
)
def test_a_date_that_serves_two_ways_belongs_to_the_row_s_own(
    bureau: Bureau, urgent: str, steps: set[str]
) -> None:
    load(bureau, (MATTERS, [MAJOR]), (CHANGES, [CHANGE | {"urgent": urgent}]))
    assert steps_of(ExecutionChange.objects.get()) == steps
