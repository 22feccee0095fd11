"""An occasion is one row of a workbook, whatever regimes take from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.kernel.workbooks import workbook
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.occasion.facet import Facet
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.regime import RowCheck
from zhunsheng.kernel.registry import Registry, registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import Imported, import_workbook
from zhunsheng.regimes.oversight.models import SupervisionAct

pytestmark = pytest.mark.django_db
SHEET = "会议和活动"  # meetings and events
HEAD = ("名称", "类别", "日期", "主持人", "议题", "出席", "派驻组参加", "监督事项", "监督事项：监督方式", "监督事项：组织机关")  # fmt: skip # noqa: E501
FACET = Facet(
    key="test.supervision",
    zh="监督事项",
    en="act of supervision",
    of=SupervisionAct,
    when=lambda occasion: occasion.kind == "event",
    fills={"held_on": "held_on"},
    asks=("kind", "held_by"),
)


@pytest.fixture
def bureau() -> Iterator[Bureau]:
    kept = registry().regimes["oversight"]
    registry().regimes["oversight"] = replace(kept, facets=(FACET,))
    yield make_bureau()
    registry().regimes["oversight"] = kept


def row(kind: str, chosen: str, how: str = "视察调研") -> tuple[object, ...]:
    day = date(2024, 6, 19)
    return ("视察活动", kind, day, "局长", "科技成果转化", "班子成员", "是", chosen, how, "市人大")


def load(bureau: Bureau, *rows: tuple[object, ...]) -> Imported:
    return import_workbook(
        "会议.xlsx",
        workbook({SHEET: [HEAD, *rows]}),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
    )


def test_one_row_makes_the_occasion_and_its_facet_confirmed_and_voided_together(
    bureau: Bureau,
) -> None:
    done = load(bureau, row("活动", "是"), row("党组会议", "否", ""))
    occasion = Occasion.objects.get(kind="event")
    facet = SupervisionAct.objects.get()
    assert Link.objects.get(role="facet").target_id == occasion.pk
    assert (facet.title, facet.held_on, facet.kind) == ("视察活动", date(2024, 6, 19), "inspection")
    assert confirm_batch(done.batch, by=bureau.persons["legal_officer"]) == 3
    void(
        Occasion.objects.get(pk=occasion.pk), by=bureau.persons["legal_officer"], reason="重复登记"
    )
    facet.refresh_from_db()
    assert facet.standing == Standing.VOIDED


def test_a_facet_the_occasion_does_not_meet_is_refused_with_its_row(bureau: Bureau) -> None:
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, row("党组会议", "是"))
    fault = refusal.value.faults[0]
    assert (fault.row, fault.column) == (2, "监督事项")
    assert not Occasion.objects.exists()


def test_what_a_facet_asks_is_checked_like_any_cell(bureau: Bureau) -> None:
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, row("活动", "是", "座谈"), row("活动", "也许"))
    assert [f.column for f in refusal.value.faults] == ["监督事项：监督方式", "监督事项"]


def test_a_facet_keeps_the_checks_of_its_register(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = registry().register_of(SupervisionAct)
    checks = (
        RowCheck("held_by", lambda row: row.held_by != "市人大", "须写全称", "give its full name"),
        RowCheck("opinions", lambda row: bool(row.opinions), "没有意见", "no opinions"),
    )
    wanted = replace(kept, checks=checks)
    monkeypatch.setattr(Registry, "register_of", lambda *_: wanted)
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, row("活动", "是"))
    found = [(f.row, f.column, f.zh) for f in refusal.value.faults]
    # What the facet does not ask is told at the facet itself.
    assert found == [(2, "监督事项：组织机关", "须写全称"), (2, "监督事项", "没有意见")]
    assert not SupervisionAct.objects.exists()
