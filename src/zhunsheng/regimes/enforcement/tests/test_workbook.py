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
from zhunsheng.regimes.enforcement.models import Inspection, Officer, PenaltyCase
from zhunsheng.regimes.enforcement.regime import REGIME

pytestmark = pytest.mark.django_db
ROWS: dict[type[Record], list[dict[str, Any]]] = {
    Officer: [
        {
            "number": f"东澜执{n:03}",
            "title": name,
            "issued_on": date(2022, 1, 4),
            "expires_on": date(2027, 1, 4),
        }
        for n, name in enumerate(("甲", "乙"), 1)
    ],
    Inspection: [
        {
            "number": "澜科检〔2024〕1号",
            "title": "科技计划项目承担单位检查",
            "kind": "双随机抽查",
            "subject": "某公司",
            "of_enterprise": "是",
            "first_officer": "东澜执001",
            "second_officer": "东澜执002",
            "held_on": date(2024, 4, 9),
            "result": "责令改正",
            "recording": "文字和音像记录",
            "published_on": date(2024, 4, 16),
        }
    ],
    PenaltyCase: [
        {
            "number": "澜科罚立〔2024〕1号",
            "title": "某公司虚报材料案",
            "cause": "在申报科技计划项目中虚报材料",
            "party": "某公司",
            "major": "是",
            "hearing_due": "否",
            "filed_on": date(2024, 3, 4),
            "first_officer": "东澜执001",
            "second_officer": "东澜执002",
            "told_on": date(2024, 4, 8),
            "reviewed_on": date(2024, 5, 14),
            "reviewer": "丙",
            "review": "通过",
            "decided_on": date(2024, 5, 13),
            "outcome": "给予行政处罚",
            "penalty": "罚款、没收",
            "fine": 30000,
            "recording": "文字记录",
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
        "政策法规科-行政执法.xlsx",
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
    bureau = make_bureau(regimes=("enforcement",))
    _load(bureau)
    bureau.close_all(2024)
    keys = ["enforcement.officers", "enforcement.inspections", "enforcement.fines"]
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    assert [found[key].value for key in keys] == [2, 1, 30000]


def test_a_review_after_the_decision_is_stored_as_an_irregularity() -> None:
    bureau = make_bureau(regimes=("enforcement",))
    _load(bureau)
    (found,) = Irregularity.objects.all()
    assert found.rule == "enforcement.legal_review"


def test_it_is_refused_by_name_where_the_regime_is_not_used() -> None:
    with pytest.raises(WorkbookRefusedError) as refused:
        _load(make_bureau())
    named = {"行政执法人员", "行政检查", "行政处罚案件"}
    assert {fault.sheet for fault in refused.value.faults} == named
    assert not PenaltyCase.objects.exists()
