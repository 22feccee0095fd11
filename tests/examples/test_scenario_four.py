"""The clock of a request stops for a third party and follows the notice: the fourth scenario."""

from datetime import date

import pytest

from zhunsheng.kernel.duty.load_notice import load_notice, remove_notice
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import working
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.disclosure.models import Request

pytestmark = pytest.mark.django_db
NOTICE = """
year = 2024
number = "国办发明电〔2023〕7号"
title = "国务院办公厅关于2024年部分节假日安排的通知"
off = [[2024-09-15, 2024-09-17], [2024-10-01, 2024-10-07]]
work = [2024-09-14, 2024-09-29, 2024-10-12]
"""


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def request(bureau: Bureau) -> Request:
    """Received on 10 September, the third party asked on the 18th, its answer on the 30th."""
    return bureau.confirmed(
        Request, division="office", title="申请1", number="1", applicant="person", means="online",
        received_on=date(2024, 9, 10), third_party_asked_on=date(2024, 9, 18),
        third_party_answered_on=date(2024, 9, 30),
    )  # fmt: skip


def test_the_working_shows_days_worked_holidays_and_the_pause(bureau: Bureau) -> None:
    duty = next(d for d in registry().duties(Request) if d.key == "disclosure.reply")
    answer = working(request(bureau), duty, calendar())
    assert answer is not None
    assert (answer.on, answer.provisional) == (date(2024, 10, 25), False)
    counted, skipped = answer.working.days("counted"), answer.working.days("skipped")
    assert {date(2024, 9, 14), date(2024, 10, 12)} <= set(counted)
    assert {date(2024, 9, 15), date(2024, 9, 16), date(2024, 9, 17)} <= set(skipped)
    assert {date(2024, 10, day) for day in range(1, 8)} <= set(skipped)
    paused = answer.working.days("paused")
    assert (paused[0], paused[-1]) == (date(2024, 9, 19), date(2024, 9, 30))


def test_without_the_notice_the_date_is_provisional_and_loading_it_recomputes(
    bureau: Bureau,
) -> None:
    row = request(bureau)

    def due() -> tuple[date, bool]:
        found = Obligation.objects.get(item_id=row.pk, duty="disclosure.reply")
        return found.due_on, found.provisional

    assert due() == (date(2024, 10, 25), False)
    administrator = bureau.persons["administrator"]
    assert remove_notice(2024, by=administrator) == 1
    assert due() == (date(2024, 10, 18), True)
    load_notice(NOTICE, by=administrator)
    assert due() == (date(2024, 10, 25), False)
    actions = list(Entry.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["remove_notice", "load_notice"]
