"""Last year's row as a new one: what stays the same is taken over, the rest is given anew."""

from datetime import date

from tests.desk.people import REQUESTS, People, register_page
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.regimes.outreach.models import Event


def test_a_copy_takes_over_all_but_the_number_and_the_days(people: People) -> None:
    row = people.request(title="甲公司申请", replied_on=date(2024, 9, 20), reply="opened")
    page = people.at("office_recorder").get(register_page(REQUESTS, "new"), {"copy": row.pk})
    form = page.context["form"]
    taken = {name: form[name].value() for name in form.fields}
    assert (taken["title"], taken["applicant"], taken["means"]) == ("甲公司申请", "company", "post")
    assert not taken["number"]
    assert not taken["received_on"]
    assert "甲公司申请" in page.text
    assert "编号和日期请重新填写" in page.text


def test_the_copy_is_a_record_of_its_own(people: People) -> None:
    row = people.bureau.confirmed(
        Event,
        title="宪法宣传周",
        held_on=date(2023, 12, 4),
        kind="lecture",
        people=80,
        basis="signed",
    )
    recorder = people.at("recorder")
    address = register_page("outreach.event", "new")
    form = recorder.get(address, {"copy": row.pk}).context["form"]
    sent = {n: form[n].value() for n in form.fields if form[n].value() not in (None, "")}
    assert sent["division"] == row.division_id
    recorder.post(address, sent | {"held_on": "2024-12-04", "submit": "1"})
    dates = Event.objects.order_by("held_on").values_list("title", "held_on", "standing")
    assert list(dates) == [
        ("宪法宣传周", date(2023, 12, 4), "confirmed"),
        ("宪法宣传周", date(2024, 12, 4), "submitted"),
    ]


def test_what_one_may_not_see_is_not_copied(people: People) -> None:
    row = people.request()
    address = register_page(REQUESTS, "new")
    assert people.at("recorder").get(address, {"copy": row.pk}).status_code == 404
    assert people.at("recorder").get(address, {"copy": "x"}).status_code == 400
    assert Request.objects.count() == 1
