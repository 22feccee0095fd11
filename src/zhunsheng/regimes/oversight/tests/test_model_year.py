"""The model year as a clerk's workbook: loaded, confirmed, and counted."""

import io
from datetime import date
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
from zhunsheng.regimes.oversight.models import Submission, SupervisionAct, TeamRemark
from zhunsheng.regimes.oversight.regime import REGIME

pytestmark = pytest.mark.django_db
MODEL_YEAR = {
    "oversight.suggestions": 3,
    "oversight.suggestions.lead": 1,
    "oversight.suggestions.co": 2,
    "oversight.suggestions.separate": 0,
    "oversight.proposals": 26,
    "oversight.proposals.lead": 8,
    "oversight.proposals.co": 18,
    "oversight.proposals.separate": 0,
    "oversight.answered": 9,
    "oversight.satisfied": 8,
    "oversight.basically_satisfied": 1,
    "oversight.satisfaction": 100,
    "oversight.opinions_sent": 20,
    "oversight.carried_out": 0,
}
Rows = dict[type, list[dict[str, Any]]]


def _submission(n: int, body: str, role: str) -> dict[str, Any]:
    given = {
        "title": f"关于科技工作的{body}之{n}",
        "body": body,
        "number": f"市{body}〔2024〕{n}号",
        "role": role,
        "assigned_by": "市人大常委会" if body == "人大代表建议" else "市政协提案委员会",
        "assigned_on": date(2024, 3, 12),
    }
    if role == "协办":
        return {**given, "opinion_sent_on": date(2024, 4, 10)}
    return {
        **given,
        "contacted_on": date(2024, 4, 2),
        "replied_on": date(2024, 5, 21),
        "reply_number": f"澜科函〔2024〕{n}号",
        "result_class": "A",
        "feedback_on": date(2024, 5, 28),
        "feedback": "基本满意" if n == 5 else "满意",
        "reply_published_on": date(2024, 5, 24),
    }


def _rows() -> Rows:
    kinds = [("人大代表建议", "主办")] + [("人大代表建议", "协办")] * 2
    kinds += [("政协提案", "主办")] * 8 + [("政协提案", "协办")] * 18
    return {
        Submission: [_submission(n, body, role) for n, (body, role) in enumerate(kinds, 1)],
        SupervisionAct: [],
        TeamRemark: [],
    }


def _workbook(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for register in REGIME.registers:
        if rows.get(register.of):
            _sheet(book, register, rows[register.of])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet(book: openpyxl.Workbook, register: Register, rows: list[dict[str, Any]]) -> None:
    sheet = book.create_sheet(register.zh)
    columns = columns_of(register)
    sheet.append([*(c.zh for c in columns), "佐证"])
    for row in rows:
        sheet.append([*(row.get(c.name) for c in columns), "scan.pdf"])


@pytest.fixture
def bureau(settings: Any, tmp_path: Path) -> Bureau:
    settings.EVIDENCE_DIR = tmp_path
    return make_bureau()


def _load(bureau: Bureau, rows: Rows) -> int:
    imported = import_workbook(
        "oversight.xlsx",
        _workbook(rows),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        files=lambda _: b"%PDF-1.4 scan",
    )
    return confirm_batch(imported.batch, by=bureau.persons["legal_officer"])


def test_the_model_year_counts_as_it_should(bureau: Bureau) -> None:
    assert _load(bureau, _rows()) == 29
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert {key: found[key].value for key in MODEL_YEAR} == MODEL_YEAR
    rate = found["oversight.satisfaction"]
    assert (rate.numerator, rate.denominator) == (Decimal(9), Decimal(9))
    assert all(c.holds for c in check_identities(found))
    assert not Irregularity.objects.exists()


def test_loaded_rows_reach_their_stage_and_meet_their_duties(bureau: Bureau) -> None:
    _load(bureau, _rows())
    stages = sorted(Submission.objects.values_list("stage", flat=True))
    assert stages == ["opinion_sent"] * 20 + ["published"] * 9
    assert Obligation.objects.count() == 29
    assert not Obligation.objects.filter(done_on=None).exists()


def test_what_a_loaded_row_did_not_keep_is_an_irregularity_of_its_own_body(
    bureau: Bureau,
) -> None:
    rows = _rows()
    rows[Submission][0] |= {"contacted_on": date(2024, 5, 22)}
    rows[Submission][3] |= {"result_class": "甲"}
    rows[Submission][4] |= {"extended_on": date(2024, 6, 13)}
    rows[TeamRemark] = [
        {
            "title": "关于招标",
            "about": "招标",
            "made_on": date(2024, 4, 1),
            "closed_on": date(2024, 5, 6),
        }
    ]
    _load(bureau, rows)
    found = set(Irregularity.objects.values_list("rule", flat=True))
    assert found == {
        "oversight.contact",
        "oversight.proposal_result_class",
        "oversight.proposal_term",
        "oversight.team_remark",
    }


def test_a_reply_to_what_is_co_handled_refuses_the_workbook_and_stores_nothing(
    bureau: Bureau,
) -> None:
    rows = _rows()
    rows[Submission][1] |= {"replied_on": date(2024, 5, 21), "reply_number": "澜科函〔2024〕99号"}
    with pytest.raises(WorkbookRefusedError) as refused:
        _load(bureau, rows)
    (fault,) = refused.value.faults
    assert (fault.sheet, fault.column) == ("建议提案", "答复日期")
    assert "主办单位答复" in fault.zh
    assert not Submission.objects.exists()
