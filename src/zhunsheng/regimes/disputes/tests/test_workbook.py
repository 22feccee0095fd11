"""The workbook loads for an agency that took the regime up, and is refused by name for another."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from zhunsheng.kernel.declare import Irregularity, Record, Register
from zhunsheng.kernel.testing import (
    Bureau,
    Scope,
    WorkbookRefusedError,
    columns_of,
    confirm_batch,
    facts,
    import_workbook,
    make_bureau,
)
from zhunsheng.regimes.disputes.models import Litigation, Reconsideration
from zhunsheng.regimes.disputes.regime import REGIME

pytestmark = pytest.mark.django_db
ROWS: dict[type[Record], list[dict[str, Any]]] = {
    Reconsideration: [
        {
            "number": "澜政复〔2024〕1号",
            "title": "某公司不服奖励补助核定复议案",
            "applicant": "某公司",
            "conduct": "资金拨付、奖励补助",
            "organ": "澜川市人民政府",
            "simple": "否",
            "received_on": date(2024, 3, 4),
            "answered_on": date(2024, 3, 19),
            "ended_on": date(2024, 4, 24),
            "ending": "维持",
        }
    ],
    Litigation: [
        {
            "number": "（2024）东0102行初1号",
            "title": "某公司诉政府信息公开答复案",
            "plaintiff": "某公司",
            "conduct": "政府信息公开",
            "court": "澜川市城东区人民法院",
            "instance": "一审",
            "received_on": date(2024, 5, 6),
            "answered_on": date(2024, 5, 17),
            "heard_on": date(2024, 6, 12),
            "appearance": "工作人员",
            "ended_on": date(2024, 7, 10),
            "judgement": "驳回诉讼请求",
        }
    ],
}


def _sheet(book: openpyxl.Workbook, register: Register, rows: list[dict[str, Any]]) -> None:
    sheet = book.create_sheet(register.zh)
    columns = columns_of(register)
    sheet.append([*(c.zh for c in columns), "佐证"])
    for row in rows:
        sheet.append([*(row.get(c.name) for c in columns), "scan.pdf"])


def _load(bureau: Bureau) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for register in REGIME.registers:
        if register.of in ROWS:
            _sheet(book, register, ROWS[register.of])
    data = io.BytesIO()
    book.save(data)
    imported = import_workbook(
        "政策法规科-复议诉讼.xlsx",
        data.getvalue(),
        by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"],
        files=lambda _: b"%PDF-1.4 scan",
    )
    confirm_batch(imported.batch, by=bureau.persons["legal_officer"])


@pytest.fixture(autouse=True)
def _evidence(settings: Any, tmp_path: Path) -> None:
    settings.EVIDENCE_DIR = tmp_path


def test_it_loads_and_counts_where_the_regime_is_used() -> None:
    bureau = make_bureau(regimes=("disputes",))
    _load(bureau)
    bureau.close_all(2024)
    keys = [
        "disputes.reconsiderations.answered",
        "disputes.reconsiderations.on_time",
        "disputes.lawsuits.on_time",
        "disputes.lawsuits.heard.head",
    ]
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    assert [found[key].value for key in keys] == [1, 0, 1, 0]


def test_a_hearing_without_head_or_reason_is_stored_as_an_irregularity() -> None:
    _load(make_bureau(regimes=("disputes",)))
    (found,) = Irregularity.objects.all()
    assert found.rule == "disputes.head_appears"


def test_it_is_refused_by_name_where_the_regime_is_not_used() -> None:
    with pytest.raises(WorkbookRefusedError) as refused:
        _load(make_bureau())
    assert {fault.sheet for fault in refused.value.faults} == {"行政复议案件", "行政诉讼案件"}
    assert not Reconsideration.objects.exists()
