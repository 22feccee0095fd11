"""An item of the list is done when something was done for it; the rule never blocks."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Context, Irregularity, law
from zhunsheng.kernel.testing import Bureau, Taking, make_bureau, shipped_calendar, take
from zhunsheng.regimes.outreach.guards import SOMETHING_DONE
from zhunsheng.regimes.outreach.models import ListItem
from zhunsheng.regimes.outreach.tests.rows import event, item, online

pytestmark = pytest.mark.django_db
DONE = date(2024, 6, 20)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _judged(row: ListItem) -> str:
    context = Context(
        on=DONE,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )
    return SOMETHING_DONE.test(row, context).state


def test_an_event_or_an_article_before_the_day_keeps_the_rule(bureau: Bureau) -> None:
    shown, read = item(bureau), item(bureau, number="2")
    event(bureau, "讲座", list_item=shown)
    online(bureau, "图解", list_item=read)
    assert (_judged(shown), _judged(read)) == ("kept", "kept")


def test_nothing_or_only_something_later_fails_it(bureau: Bureau) -> None:
    idle, later = item(bureau), item(bureau, number="2")
    event(bureau, "讲座", list_item=later, held_on=date(2024, 6, 21))
    assert (_judged(idle), _judged(later)) == ("failed", "failed")


def test_what_is_not_confirmed_yet_counts(bureau: Bureau) -> None:
    row = item(bureau)
    bureau.put(
        type(event(bureau, "旁证")),
        title="待确认的讲座",
        division="legal",
        held_on=date(2024, 5, 9),
        kind="lecture",
        people=9,
        basis="signed",
        list_item=row,
    )
    assert _judged(row) == "kept"


@pytest.mark.parametrize("shown", [True, False])
def test_recorded_as_done_with_nothing_to_show_is_an_irregularity(
    bureau: Bureau, shown: bool
) -> None:
    row = item(bureau)
    if shown:
        event(bureau, "讲座", list_item=row)
    values: dict[str, Any] = {"done_on": DONE}
    take(row, "finish", Taking(by=bureau.persons["legal_officer"], on=DONE, values=values))
    row.refresh_from_db()
    assert row.stage == "done"
    found = list(Irregularity.objects.values_list("rule", flat=True))
    assert found == ([] if shown else ["outreach.list"])
