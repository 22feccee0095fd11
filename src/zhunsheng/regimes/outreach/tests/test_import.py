"""Workbooks as clerks fill them: a reference to the list may be given, left empty, or not kept."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    WorkbookRefusedError,
    confirm_batch,
    import_workbook,
    make_bureau,
)
from zhunsheng.regimes.outreach.models import Event
from zhunsheng.regimes.outreach.tests.rows import item

pytestmark = pytest.mark.django_db
HEAD = ("名称", "活动日期", "活动形式", "参加人次", "人次依据")
FIRST = ("民法典讲座", date(2024, 5, 9), "专题讲座", 40, "签到")
SECOND = ("宪法宣传", date(2024, 12, 4), "集中宣传", 200, "估算")


@pytest.fixture
def bureau(settings: Any, tmp_path: Path) -> Bureau:
    settings.EVIDENCE_DIR = tmp_path
    return make_bureau()


def _load(bureau: Bureau, *rows: tuple[object, ...]) -> list[Event]:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("普法活动")
    for row in rows:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    done = import_workbook(
        "普法.xlsx",
        data.getvalue(),
        by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"],
        files=lambda _: None,
    )
    confirm_batch(done.batch, by=bureau.persons["legal_officer"])
    return list(Event.objects.order_by("pk"))


def test_events_find_their_item_of_the_list_or_stand_for_none(bureau: Bureau) -> None:
    listed = item(bureau)
    head = (*HEAD, "对应清单序号")
    first, second = _load(bureau, head, (*FIRST, listed.number), (*SECOND, None))
    assert (first.list_item, second.list_item) == (listed, None)


def test_a_workbook_need_not_name_the_list_at_all(bureau: Bureau) -> None:
    (only,) = _load(bureau, HEAD, FIRST)
    assert only.list_item is None
    assert only.stage == ""


def test_an_item_that_is_not_on_the_list_is_refused_by_its_number(bureau: Bureau) -> None:
    with pytest.raises(WorkbookRefusedError) as refusal:
        _load(bureau, (*HEAD, "对应清单序号"), (*FIRST, "普法〔2024〕77号"))
    (fault,) = refusal.value.faults
    assert "普法〔2024〕77号" in fault.zh
