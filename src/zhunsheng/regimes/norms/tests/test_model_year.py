"""The model year as a clerk's workbook: loaded, confirmed, and counted."""

import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from zhunsheng.kernel.declare import Irregularity, Register
from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    WorkbookRefusedError,
    check_identities,
    columns_of,
    confirm_batch,
    facts,
    import_workbook,
    make_bureau,
)
from zhunsheng.regimes.norms.models import Cleanup, CleanupConclusion, NormativeDocument
from zhunsheng.regimes.norms.regime import REGIME

pytestmark = pytest.mark.django_db
DECIDED = date(2024, 11, 18)
CLEANUP = "2024年规范性文件清理"
MODEL_YEAR = {
    "norms.in_force.start": 17,
    "norms.made": 2,
    "norms.repealed": 1,
    "norms.declared_invalid": 6,
    "norms.expired": 0,
    "norms.in_force.end": 12,
    "norms.cleanup.scope": 19,
    "norms.cleanup.kept": 12,
    "norms.cleanup.amended": 0,
    "norms.cleanup.repealed": 1,
    "norms.cleanup.declared_invalid": 6,
    "norms.filed": 2,
    "norms.filed.on_time": 1,
}
_COMMON = {
    "normative": "是",
    "judgement_reason": "涉及申报单位权利义务，反复适用",
    "issuing": "本单位制定",
    "basis": "《科学技术进步法》",
    "market_related": "否",
}


def _documents() -> list[dict[str, Any]]:
    old = [_old(n) for n in range(1, 18)]
    march = _new(
        "科技创新券管理办法",
        number="澜科规〔2024〕1号",
        comment_from=date(2024, 1, 8),
        comment_to=date(2024, 1, 22),
        published_on=date(2024, 3, 15),
        filed_on=date(2024, 3, 25),
    )
    september = _new(
        "科技计划项目验收办法",
        number="澜科规〔2024〕2号",
        comment_from=date(2024, 7, 15),
        comment_to=date(2024, 7, 19),
        published_on=date(2024, 9, 12),
        filed_on=date(2024, 10, 8),
    )
    return [*old, march, september]


def _old(n: int) -> dict[str, Any]:
    ended = "废止" if n == 1 else "宣布失效" if n <= 7 else ""
    published = date(2006 + n, 5, 11)
    return {
        **_COMMON,
        "title": f"科技管理办法之{n}",
        "affects_rights": "否",
        "number": f"澜科规〔{published.year}〕{n}号",
        "registration_number": f"LKG-{published.year}-{n:03}",
        "published_on": published,
        "effective_on": published,
        "ended_on": DECIDED if ended else None,
        "ended_how": ended,
    }


def _new(title: str, **values: Any) -> dict[str, Any]:
    published: date = values["published_on"]
    before = {
        name: published - timedelta(days=days)
        for name, days in (
            ("examination_from", 30),
            ("examined_on", 20),
            ("tabled_on", 15),
            ("decided_on", 10),
            ("signed_on", 4),
        )
    }
    return {
        **_COMMON,
        "title": title,
        "affects_rights": "是",
        "registration_number": f"LKG-2024-{published.month:03}",
        "examination_body": "政策法规科",
        "effective_on": published,
        **before,
        **values,
    }


def _conclusions() -> list[dict[str, Any]]:
    return [
        {
            "cleanup": CLEANUP,
            "title": row["title"],
            "document": row["number"],
            "conclusion": row.get("ended_how") or "继续有效",
            "reason": "调整对象已消失" if row.get("ended_how") else "",
            "decided_on": DECIDED,
        }
        for row in _documents()
    ]


def _workbook(rows: dict[type, list[dict[str, Any]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for register in REGIME.registers:
        _sheet(book, register, rows.get(register.of, []))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet(book: openpyxl.Workbook, register: Register, rows: list[dict[str, Any]]) -> None:
    sheet = book.create_sheet(register.zh)
    columns = columns_of(register)
    sheet.append([*(c.zh for c in columns), "佐证"])
    for row in rows:
        sheet.append([*(row.get(c.name) for c in columns), "scan.pdf"])


def _rows() -> dict[type, list[dict[str, Any]]]:
    cleanup = {
        "title": CLEANUP,
        "scope_note": "截至清理截止日期现行有效的全部规范性文件",
        "cut_off_on": date(2024, 9, 30),
        "decided_on": DECIDED,
        "published_on": date(2024, 11, 25),
    }
    return {
        NormativeDocument: _documents(),
        Cleanup: [cleanup],
        CleanupConclusion: _conclusions(),
    }


@pytest.fixture
def bureau(settings: Any, tmp_path: Path) -> Bureau:
    settings.EVIDENCE_DIR = tmp_path
    return make_bureau()


def _load(bureau: Bureau, rows: dict[type, list[dict[str, Any]]]) -> int:
    imported = import_workbook(
        "norms.xlsx",
        _workbook(rows),
        by=bureau.persons["recorder"],
        division=bureau.divisions["rnd"],
        files=lambda _: b"%PDF-1.4 scan",
    )
    return confirm_batch(imported.batch, by=bureau.persons["legal_second"])


def test_the_model_year_counts_as_it_should(bureau: Bureau) -> None:
    assert _load(bureau, _rows()) == 19 + 1 + 19
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert {key: found[key].value for key in MODEL_YEAR} == MODEL_YEAR
    assert all(c.holds for c in check_identities(found))


def test_what_a_loaded_row_did_not_keep_lowers_its_rate(bureau: Bureau) -> None:
    _load(bureau, _rows())
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), ["norms.comment_lawful.rate"])
    rate = found["norms.comment_lawful.rate"]
    assert (rate.numerator, rate.denominator) == (Decimal(1), Decimal(2))
    short = Irregularity.objects.filter(rule="norms.comment_period")
    titles = NormativeDocument.objects.filter(pk__in=short.values("item_id"))
    assert [row.title for row in titles] == ["科技计划项目验收办法"]


def test_loaded_rows_reach_their_stage_and_owe_their_duties(bureau: Bureau) -> None:
    _load(bureau, _rows())
    stages = NormativeDocument.objects.values_list("stage", flat=True)
    assert sorted(stages) == ["declared_invalid"] * 6 + ["in_force"] * 12 + ["repealed"]
    march = NormativeDocument.objects.get(number="澜科规〔2024〕1号")
    filing = Obligation.objects.get(item_id=march.pk, duty="norms.filing")
    assert (filing.due_on, filing.done_on) == (date(2024, 3, 30), date(2024, 3, 25))


def test_a_conclusion_on_an_unknown_number_refuses_the_workbook(bureau: Bureau) -> None:
    rows = _rows()
    rows[CleanupConclusion][3]["document"] = "澜科规〔1999〕9号"
    with pytest.raises(WorkbookRefusedError) as refused:
        _load(bureau, rows)
    assert [(f.sheet, f.value) for f in refused.value.faults] == [("清理结论", "澜科规〔1999〕9号")]
    assert not NormativeDocument.objects.exists()
