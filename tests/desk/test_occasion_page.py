"""A meeting is entered once, with what each regime takes from it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.desk.people import People, register_page
from tests.kernel.test_facet_import import FACET
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.oversight.models import SupervisionAct

OCCASIONS = "kernel.occasion"
FORM = {
    "title": "视察活动",
    "kind": "event",
    "held_on": "2024-06-19",
    "led_by": "局长",
    "agenda": "科技成果转化",
    "present": "班子成员",
}


@pytest.fixture(autouse=True)
def offered() -> Iterator[None]:
    kept = registry().regimes["oversight"]
    registry().regimes["oversight"] = replace(kept, facets=(FACET,))
    yield
    registry().regimes["oversight"] = kept


def test_the_form_offers_each_facet_and_one_entry_makes_them_all(people: People) -> None:
    recorder = people.at("office_recorder")
    page = recorder.get(register_page(OCCASIONS, "new"))
    assert FACET.zh in page.text
    form = FORM | {
        "division": str(people.bureau.divisions["office"].pk),
        FACET.key: "on",
        f"{FACET.key}:kind": "inspection",
        f"{FACET.key}:held_by": "市人大常委会",
    }
    answer = recorder.post(register_page(OCCASIONS, "new"), form)
    assert answer.status_code == 302, answer.text
    occasion, facet = Occasion.objects.get(), SupervisionAct.objects.get()
    assert (occasion.standing, facet.standing) == (Standing.SUBMITTED, Standing.SUBMITTED)
    assert Link.objects.get(role="facet", source_id=facet.pk).target_id == occasion.pk


def test_a_facet_that_lacks_what_it_asks_keeps_the_whole_entry_out(people: People) -> None:
    form = FORM | {"division": str(people.bureau.divisions["office"].pk), FACET.key: "on"}
    answer = people.at("office_recorder").post(register_page(OCCASIONS, "new"), form)
    assert answer.status_code == 422
    assert not Occasion.objects.exists()
