"""An occasion is entered once; what regimes take from it lives and dies with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.kernel.test_acts import VALUES
from zhunsheng.kernel.errors import InvalidError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.occasion.facet import Facet
from zhunsheng.kernel.occasion.hold import hold, offered_facets
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.oversight.models import SupervisionAct, TeamRemark

pytestmark = pytest.mark.django_db

#: As two regimes would offer them: any meeting with the team brings its remark; the congress's
#: report is one on the agenda.
FACETS = (
    Facet(
        key="test.report",
        zh="听取专项工作报告",
        en="special work report",
        of=SupervisionAct,
        when=lambda occasion: "专项工作报告" in occasion.agenda,  # a special work report
        fills={"held_on": "held_on", "held_by": "led_by"},
        asks=("kind",),
    ),
    Facet(
        key="test.remark",
        zh="派驻组意见",
        en="remark of the resident team",
        of=TeamRemark,
        when=lambda occasion: occasion.team_present,
        fills={"made_on": "held_on", "about": "agenda"},
    ),
)
MEETING = VALUES | {"agenda": "第一议题；专项工作报告", "team_present": True}
BOTH: dict[str, dict[str, Any]] = {"test.report": {"kind": "work_report"}, "test.remark": {}}


@pytest.fixture
def bureau() -> Iterator[Bureau]:
    kept = registry().regimes["oversight"]
    registry().regimes["oversight"] = replace(kept, facets=FACETS)
    yield make_bureau()
    registry().regimes["oversight"] = kept


def held(
    bureau: Bureau, facets: dict[str, dict[str, Any]] | None = None, **values: Any
) -> tuple[Occasion, tuple[Record, ...]]:
    return hold(
        MEETING | values,
        by=bureau.persons["recorder"],
        division=bureau.divisions["rnd"],
        facets=BOTH if facets is None else facets,
    )


def counted(bureau: Bureau) -> tuple[int, ...]:
    keys = ("oversight.supervision", "oversight.supervision.work_report", "oversight.remarks")
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    return tuple(int(found[key].value or 0) for key in keys)


def test_one_form_makes_the_occasion_and_its_facets_in_one_entry(bureau: Bureau) -> None:
    occasion, (report, remark) = held(bureau)
    assert Entry.objects.filter(action="hold").count() == 1
    assert isinstance(report, SupervisionAct)
    assert isinstance(remark, TeamRemark)
    assert (report.held_on, report.held_by) == (date(2024, 3, 6), "局长")  # the director
    assert (remark.made_on, remark.about) == (date(2024, 3, 6), MEETING["agenda"])
    assert report.title == remark.title == occasion.title
    links = Link.objects.filter(role="facet", target_id=occasion.pk)
    assert set(links.values_list("source_id", flat=True)) == {report.pk, remark.pk}


def test_facets_are_offered_by_what_the_occasion_is(bureau: Bureau) -> None:
    assert _offered(MEETING) == ["test.report", "test.remark"]
    assert _offered(VALUES) == []


def _offered(values: dict[str, Any]) -> list[str]:
    """Keys of this module's facets; an installed regime may offer more."""
    offered = offered_facets(Occasion(**values))
    return [f.key for f in offered if f.key.startswith("test.")]


def test_one_confirmation_confirms_all_and_all_count_once(bureau: Bureau) -> None:
    occasion, made = held(bureau)
    assert counted(bureau) == (0, 0, 0)
    confirm(occasion, by=bureau.persons["head"])
    for row in made:
        row.refresh_from_db()
        assert row.standing == Standing.CONFIRMED
        assert row.confirmed_by == bureau.persons["head"]
    assert counted(bureau) == (1, 1, 1)


def test_voiding_the_occasion_voids_every_facet(bureau: Bureau) -> None:
    occasion, made = held(bureau)
    confirm(occasion, by=bureau.persons["head"])
    voided = void(occasion, by=bureau.persons["legal_officer"], reason="会议改期")  # put off
    assert {row.pk for row in voided} == {occasion.pk, *(row.pk for row in made)}
    assert counted(bureau) == (0, 0, 0)
    assert Entry.objects.filter(action="void").count() == 1


def test_a_facet_is_not_confirmed_without_its_occasion(bureau: Bureau) -> None:
    occasion, (report, _) = held(bureau)
    with pytest.raises(NotPossibleError) as refusal:
        confirm(report, by=bureau.persons["head"])
    assert "主记录" in refusal.value.zh  # the main record
    assert counted(bureau) == (0, 0, 0)
    confirm(occasion, by=bureau.persons["head"])
    assert counted(bureau) == (1, 1, 1)


def test_the_recorder_of_the_occasion_confirms_no_facet_of_it(bureau: Bureau) -> None:
    occasion, _ = held(bureau)
    with pytest.raises(NotAllowedError):
        confirm(occasion, by=bureau.persons["recorder"])
    assert counted(bureau) == (0, 0, 0)


@pytest.mark.parametrize(
    ("key", "values"),
    [("test.remark", {"team_present": False}), ("test.nothing", {})],
)
def test_a_facet_the_occasion_cannot_have_is_refused_and_nothing_stored(
    bureau: Bureau, key: str, values: dict[str, Any]
) -> None:
    with pytest.raises(NotPossibleError) as refusal:
        held(bureau, {key: {}}, **values)
    assert key in refusal.value.zh
    assert key in refusal.value.en
    assert not Item.objects.exists()


def test_a_facet_without_what_it_asks_takes_the_occasion_down_with_it(bureau: Bureau) -> None:
    with pytest.raises(InvalidError):
        held(bureau, {"test.report": {}})
    assert not Item.objects.exists()
    assert not Entry.objects.exists()


def test_an_occasion_without_facets_stands_alone(bureau: Bureau) -> None:
    occasion, made = held(bureau, {})
    assert made == ()
    assert confirm(occasion, by=bureau.persons["head"]).standing == Standing.CONFIRMED
    assert not Link.objects.exists()
