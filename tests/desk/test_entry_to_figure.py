"""A record's way: entered by one person, confirmed by a second, and then it counts."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.desk.people import REQUESTS, People, record_page, register_page
from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.record.models import Standing
from zhunsheng.regimes.disclosure.models import Request

FORM = {
    "title": "某企业申请公开评审结果",
    "number": "依申请〔2024〕7号",
    "applicant": "company",
    "means": "post",
    "received_on": "2024-09-10",
    "submit": "1",
}


def entered(people: People, **values: str) -> Request:
    """The office's recorder fills in the form and submits it."""
    form = FORM | {"division": str(people.bureau.divisions["office"].pk)} | values
    answer = people.at("office_recorder").post(register_page(REQUESTS, "new"), form)
    assert answer.status_code == 302, answer.text
    return Request.objects.get()


def counted(people: People) -> object:
    people.bureau.close_all(2024)
    return facts(Scope(people.bureau.agency.pk, 2024), ["disclosure.requests.new"])[
        "disclosure.requests.new"
    ].value


def test_what_was_submitted_waits_and_what_a_second_person_confirmed_counts(
    people: People,
) -> None:
    row = entered(people)
    assert row.standing == Standing.SUBMITTED
    office = people.at("legal_officer")
    assert FORM["title"] in office.get(reverse("desk:home")).text
    page = office.get(record_page(row))
    answer = office.post(record_page(row, "confirm"), {"version": page.context["row"].version})
    assert answer.headers["Location"] == record_page(row)
    row.refresh_from_db()
    assert row.standing == Standing.CONFIRMED
    assert row.confirmed_by == people.bureau.persons["legal_officer"]
    assert counted(people) == 1


def test_what_nobody_confirmed_does_not_count(people: People) -> None:
    entered(people)
    assert counted(people) == 0


def test_a_draft_can_be_kept_and_submitted_later(people: People) -> None:
    form = {k: v for k, v in FORM.items() if k != "submit"}
    form["division"] = str(people.bureau.divisions["office"].pk)
    recorder = people.at("office_recorder")
    recorder.post(register_page(REQUESTS, "new"), form)
    row = Request.objects.get()
    assert row.standing == Standing.DRAFT
    assert row.title in recorder.get(reverse("desk:home")).text
    recorder.post(record_page(row, "submit"), {"version": row.version})
    row.refresh_from_db()
    assert row.standing == Standing.SUBMITTED


def test_a_faulty_form_says_what_is_wrong_keeps_what_was_typed_and_stores_nothing(
    people: People,
) -> None:
    form = FORM | {"division": str(people.bureau.divisions["office"].pk), "received_on": "昨天"}
    del form["applicant"]
    answer = people.at("office_recorder").post(register_page(REQUESTS, "new"), form)
    assert answer.status_code == 422
    assert FORM["number"] in answer.text
    assert set(answer.context["form"].errors) == {"applicant", "received_on"}
    assert not Request.objects.exists()


def test_a_rule_of_the_register_is_told_at_its_field(people: People) -> None:
    entered(people)
    form = FORM | {"division": str(people.bureau.divisions["office"].pk), "title": "另一申请"}
    answer = people.at("office_recorder").post(register_page(REQUESTS, "new"), form)
    assert answer.status_code == 422
    told = f"“{FORM['number']}”已用于“{FORM['title']}”；请核对编号。"  # the number is in use
    assert answer.context["form"].errors == {"number": [told]}
    assert 'aria-invalid="true"' in answer.text
    assert Request.objects.count() == 1


def test_a_day_to_come_may_be_drafted_and_is_not_submitted(people: People) -> None:
    day = clock.today() + timedelta(days=1)
    form = FORM | {
        "division": str(people.bureau.divisions["office"].pk),
        "received_on": day.isoformat(),
    }
    recorder = people.at("office_recorder")
    refused = recorder.post(register_page(REQUESTS, "new"), form)
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"received_on"}
    assert not Request.objects.exists()
    del form["submit"]
    recorder.post(register_page(REQUESTS, "new"), form)
    row = Request.objects.get()
    recorder.post(record_page(row, "submit"), {"version": row.version})
    row.refresh_from_db()
    assert row.standing == Standing.DRAFT


def test_a_returned_record_comes_back_with_the_reason(people: People) -> None:
    row = entered(people)
    people.at("legal_officer").post(
        record_page(row, "send-back"), {"reason": "登记号有误", "version": row.version}
    )
    row.refresh_from_db()
    assert row.standing == Standing.DRAFT
    recorder = people.at("office_recorder")
    assert "登记号有误" in recorder.get(record_page(row)).text
    assert row.title in recorder.get(reverse("desk:home")).text


def test_a_returned_record_is_mended_and_handed_in_on_one_page(people: People) -> None:
    row = entered(people)
    people.at("legal_officer").post(
        record_page(row, "send-back"), {"reason": "登记号有误", "version": row.version}
    )
    recorder = people.at("office_recorder")
    form = recorder.get(record_page(row, "edit")).text
    assert "登记号有误" in form.partition('id="returned"')[2].partition("</div>")[0]
    assert 'name="submit"' in form and 'name="reason"' not in form
    values = FORM | {"number": "依申请〔2024〕9号", "version": str(row.version + 1)}
    told = recorder.post(record_page(row, "edit"), values | {"submit": "1"}, follow=True).text
    assert "已提交，待他人确认后计入指标。" in told
    row.refresh_from_db()
    assert (row.standing, row.number) == (Standing.SUBMITTED, "依申请〔2024〕9号")


def test_what_i_returned_stays_on_my_first_page_until_it_is_handed_in_again(
    people: People,
) -> None:
    row, officer = entered(people), people.at("legal_officer")
    officer.post(record_page(row, "send-back"), {"reason": "登记号有误", "version": row.version})
    home = reverse("desk:home")
    [mine] = officer.get(home).context["returned"]
    assert (mine.record.pk, mine.back.reason) == (row.pk, "登记号有误")
    recorder = people.at("office_recorder")
    assert "登记号有误" in recorder.get(home).text
    assert people.at("legal_recorder").get(home).context["returned"] == []
    row.refresh_from_db()
    recorder.post(record_page(row, "submit"), {"version": row.version})
    assert officer.get(home).context["returned"] == []


def test_a_correction_asks_why_and_shows_before_and_after(people: People) -> None:
    row = people.request(title="某企业申请公开", number="依申请〔2024〕3号", applicant="company")
    recorder = people.at("office_recorder")
    form = recorder.get(record_page(row, "edit"))
    assert 'name="reason"' in form.text
    values = FORM | {"title": "某公司申请公开", "number": row.number, "version": str(row.version)}
    refused = recorder.post(record_page(row, "edit"), values)
    assert refused.status_code == 422
    assert 'value="某公司申请公开"' in refused.text
    done = recorder.post(record_page(row, "edit"), values | {"reason": "名称有误"})
    assert done.status_code == 302
    shown = recorder.get(record_page(row)).text
    assert "<del>某企业申请公开</del>" in shown
    assert "<ins>某公司申请公开</ins>" in shown
    assert "名称有误" in shown


@pytest.mark.parametrize("name", ["office_recorder", "legal_officer"])
def test_the_page_offers_only_what_the_person_may_do(people: People, name: str) -> None:
    row = entered(people)
    shown = people.at(name).get(record_page(row)).text
    assert (record_page(row, "confirm") in shown) == (name == "legal_officer")
    assert (record_page(row, "edit") in shown) == (name == "office_recorder")


def test_who_enters_is_told_that_it_waits_and_who_returned_it_and_why(people: People) -> None:
    clerk = people.at("office_recorder")
    form = FORM | {"division": str(people.bureau.divisions["office"].pk)}
    told = clerk.post(register_page(REQUESTS, "new"), form, follow=True).text
    assert "已提交，待他人确认后计入指标。" in told
    row = Request.objects.get()
    people.at("legal_officer").post(
        record_page(row, "send-back"), {"reason": "登记号有误", "version": row.version}
    )
    told = clerk.get(record_page(row)).text.partition('id="returned"')[2].partition("</div>")[0]
    assert "已退回。" in told and "登记号有误" in told and "请修改后重新提交。" in told
    clerk.post(record_page(row, "submit"), {"version": row.version + 1})
    assert 'id="returned"' not in clerk.get(record_page(row)).text


def test_nobody_is_led_to_a_page_they_may_not_open(people: People) -> None:
    page = people.at("principal").get(reverse("desk:reports")).text
    assert reverse("desk:report-parts") not in page
    assert (
        reverse("desk:report-parts") in people.at("legal_officer").get(reverse("desk:reports")).text
    )
