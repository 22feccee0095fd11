"""Cells that name a person or an amount: read exactly, refused where they could be misread."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from tests.kernel.workbooks import workbook
from zhunsheng.kernel.org.models import Person, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.verify import _same, verify
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.export import export
from zhunsheng.kernel.workbook.load import Ways, check_workbook, import_workbook
from zhunsheng.regimes.counsel.models import Conflict, ContractReview, Opinion

pytestmark = pytest.mark.django_db
CONTRACTS = "合同审查"  # the sheet of contracts reviewed
HEAD = [
    "名称", "对方当事人", "合同金额（元）", "审查日期", "法律顾问或公职律师", "审查人（系统用户）",
    "采纳情况",
]  # fmt: skip


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def load(bureau: Bureau, data: bytes) -> None:
    import_workbook(
        "台账.xlsx", data, by=bureau.persons["legal_recorder"], division=bureau.divisions["legal"]
    )


def contract(amount: object, reviewer: object) -> bytes:
    row = ["服务合同", "某公司", amount, date(2024, 3, 5), "某律师", reviewer, "采纳"]
    return workbook({CONTRACTS: [HEAD, row]})


def refused(bureau: Bureau, data: bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, data)
    assert not ContractReview.objects.exists()
    return [(f.row, f.column, f.zh) for f in refusal.value.faults]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (48000, "48000.00"),
        (1234.5, "1234.50"),
        ("1,234.05", "1234.05"),
        ("0.1", "0.10"),
        (None, None),
    ],
)
def test_an_amount_is_kept_to_the_cent_and_verified(
    bureau: Bureau, cell: object, amount: str | None
) -> None:
    load(bureau, contract(cell, ""))
    stored = ContractReview.objects.get().amount
    assert stored == (None if amount is None else Decimal(amount))

    def rows(query: str) -> Iterator[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(query)
            yield from cursor.fetchall()

    assert verify(rows, load=None).holds


@pytest.mark.parametrize(
    ("stored", "same"),
    [(48000, True), (48000.0, True), (Decimal("48000.00"), True), (48000.01, False), (None, False)],
)
def test_the_verification_compares_amounts_as_numbers(stored: object, same: bool) -> None:
    assert _same(stored, "48000.00") is same


@pytest.mark.parametrize(
    "cell", ["4.8万", "-5", "1.005", "１２", "=1", "1e5", date(2024, 1, 1), True]
)
def test_what_is_no_amount_is_refused_by_row_and_column(bureau: Bureau, cell: object) -> None:
    (fault,) = refused(bureau, contract(cell, ""))
    assert fault[:2] == (2, "合同金额（元）")


def test_a_person_is_named_by_account_or_by_a_name_only_one_has(bureau: Bureau) -> None:
    load(bureau, contract(1, "法律顾问"))
    assert ContractReview.objects.get().consulted == bureau.persons["adviser"]
    twin = Person.objects.create(username="twin", name="法律顾问", agency=bureau.agency)
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, contract(2, "法律顾问"))
    (fault,) = refusal.value.faults
    assert (fault.row, fault.column) == (2, "审查人（系统用户）")
    assert "有2人叫“法律顾问”" in fault.zh
    Post.objects.create(person=twin, role=Role.LEGAL_ADVISER, first_day=date(2024, 1, 1))
    load(bureau, contract(2, "twin"))
    assert ContractReview.objects.get(amount=2).consulted == twin


def test_a_name_nobody_has_and_a_person_of_another_bureau_are_refused(bureau: Bureau) -> None:
    other = make_bureau("other")
    for name in ("查无此人", other.persons["adviser"].username):
        (fault,) = refused(bureau, contract(1, name))
        assert f"本单位没有账号或姓名为“{name}”的人员" in fault[2]


def test_a_person_not_in_post_on_the_row_s_day_is_refused(bureau: Bureau) -> None:
    late = Person.objects.create(username="late", name="后来人", agency=bureau.agency)
    Post.objects.create(
        person=late, role=Role.LEGAL_ADVISER, first_day=date(2024, 3, 6), last_day=date(2024, 9, 1)
    )
    (fault,) = refused(bureau, contract(1, "后来人"))  # reviewed on 2024-03-05
    assert fault[:2] == (2, "审查人（系统用户）")
    assert "“后来人”在2024-03-05没有任职" in fault[2]
    Post.objects.update(first_day=date(2024, 3, 5))
    load(bureau, contract(1, "后来人"))
    assert ContractReview.objects.get().consulted == late


def test_what_is_exported_is_imported_again_as_the_same_row(bureau: Bureau) -> None:
    load(bureau, contract("48000.10", "法律顾问"))
    register = registry().register_of(ContractReview)
    data = export(register, ContractReview.objects.all())
    checked = check_workbook(
        "台账.xlsx", data, by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"], ways=Ways(updates=True),
    )  # fmt: skip
    assert checked.faults == ()
    assert checked.plan.same == 1


def test_a_sheet_is_judged_by_the_conflicts_declared(bureau: Bureau) -> None:
    bureau.confirmed(
        Conflict, title="代理", adviser="某律师", party="某公司", declared_on=date(2024, 3, 1)
    )
    (fault,) = refused(bureau, contract(1, ""))
    assert fault[:2] == (2, "法律顾问或公职律师")
    assert "申报利益冲突" in fault[2]
    assert not Opinion.objects.exists()
