"""An optional regime is there for the agencies that took it up, and for nobody else."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.examples.model_year import MODEL_YEAR
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.in_use import take_up, used_by
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.reports.outline import outline

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _oversight_is_optional(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    known = registry()
    declared = replace(known.regimes["oversight"], optional=True)
    monkeypatch.setitem(known.regimes, "oversight", declared)
    known._narrowed.clear()
    yield
    known._narrowed.clear()


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _figures(agency: Agency) -> set[str]:
    return {key.partition(".")[0] for key in facts(Scope(agency.pk, 2024))}


def test_it_is_out_of_figures_report_and_sheets_until_taken_up(bureau: Bureau) -> None:
    assert "oversight" not in _figures(bureau.agency)
    fed = {p.key for i in outline(2024, used_by(bureau.agency)) for p in i.parts}
    assert "measures.oversight" not in fed
    path = MODEL_YEAR / "办公室-建议提案.xlsx"
    clerk, office = bureau.persons["office_recorder"], bureau.divisions["office"]
    with pytest.raises(WorkbookRefusedError) as refused:
        import_workbook(path.name, path.read_bytes(), by=clerk, division=office)
    assert "建议提案" in refused.value.zh

    take_up(bureau.agency, "oversight", by=bureau.persons["legal_officer"])

    assert "oversight" in _figures(bureau.agency)
    assert "oversight" in used_by(bureau.agency.pk).regimes
    fed = {p.key for i in outline(2024, used_by(bureau.agency)) for p in i.parts}
    assert "measures.oversight" in fed
    entry = Entry.objects.order_by("-pk").first()
    assert entry is not None
    assert entry.action == "take_up"


def test_one_agency_taking_it_up_changes_nothing_for_another(bureau: Bureau) -> None:
    other = make_bureau("other", regimes=("oversight",))
    assert "oversight" in _figures(other.agency)
    assert "oversight" not in _figures(bureau.agency)


def test_leaving_it_is_an_act_too(bureau: Bureau) -> None:
    officer = bureau.persons["legal_officer"]
    take_up(bureau.agency, "oversight", by=officer)
    take_up(bureau.agency, "oversight", by=officer, use=False)
    assert "oversight" not in _figures(bureau.agency)
    actions = [e.action for e in Entry.objects.order_by("-pk")[:2]]
    assert actions == ["leave", "take_up"]


def test_a_recorder_may_not_and_what_is_not_optional_cannot(bureau: Bureau) -> None:
    with pytest.raises(NotAllowedError):
        take_up(bureau.agency, "oversight", by=bureau.persons["recorder"])
    with pytest.raises(NotPossibleError) as refused:
        take_up(bureau.agency, "norms", by=bureau.persons["legal_officer"])
    assert "oversight" in refused.value.zh
    bureau.agency.refresh_from_db()
    assert bureau.agency.regimes == []
