"""A form sent twice acts once; a page that is out of date changes nothing and says who did."""

from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.desk.people import DOCUMENT, DOCUMENTS, People, record_page, register_page
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.models import Standing, Version
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.norms.models import NormativeDocument


def form(people: People, **values: Any) -> dict[str, str]:
    browser = people.at("recorder").get(register_page(DOCUMENTS, "new"))
    given = DOCUMENT | {"division": people.bureau.divisions["rnd"].pk} | values
    return {k: str(v) for k, v in given.items()} | {"key": browser.context["key"]}


def test_a_form_sent_twice_enters_one_record_and_leads_to_it_both_times(people: People) -> None:
    sent, recorder = form(people), people.at("recorder")
    first = recorder.post(register_page(DOCUMENTS, "new"), sent)
    second = recorder.post(register_page(DOCUMENTS, "new"), sent)
    assert NormativeDocument.objects.count() == 1
    assert second.headers["Location"] == first.headers["Location"]


def test_the_key_of_one_person_s_form_is_nothing_to_another(people: People) -> None:
    sent = form(people)
    people.at("recorder").post(register_page(DOCUMENTS, "new"), sent)
    people.at("head").post(register_page(DOCUMENTS, "new"), sent | {"title": "另一办法"})
    assert NormativeDocument.objects.filter(title="另一办法").exists()


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_the_same_moment_enters_one_record() -> None:
    people = People(make_bureau())
    sent, recorders = form(people), [people.at("recorder") for _ in range(4)]
    led: list[str] = []

    def send(browser: Client) -> None:
        led.append(browser.post(register_page(DOCUMENTS, "new"), sent).headers["Location"])
        connection.close()

    threads = [Thread(target=send, args=[browser]) for browser in recorders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(led) == len(recorders)
    assert len(set(led)) == 1
    assert NormativeDocument.objects.count() == 1


def test_two_forms_enter_two_records(people: People) -> None:
    recorder = people.at("recorder")
    for _ in range(2):
        recorder.post(register_page(DOCUMENTS, "new"), form(people))
    assert NormativeDocument.objects.count() == 2


def changed_meanwhile(people: People) -> tuple[NormativeDocument, int]:
    row = people.waiting()
    seen = row.version
    amend(
        NormativeDocument.objects.get(pk=row.pk),
        {"title": "科技创新券实施办法"},
        by=people.bureau.persons["recorder"],
        reason="名称有误",
    )
    return row, seen


@pytest.mark.parametrize("act", ["confirm", "send-back", "void"])
def test_nobody_acts_on_what_they_have_not_seen(people: People, act: str) -> None:
    row, seen = changed_meanwhile(people)
    versions = Version.objects.filter(item_id=row.pk).count()
    head = people.at("head")
    answer = head.post(record_page(row, act), {"version": seen, "reason": "有误"}, follow=True)
    assert people.bureau.persons["recorder"].name in answer.text
    assert f"第{seen + 1}版" in answer.text
    row.refresh_from_db()
    assert row.standing == Standing.SUBMITTED
    assert Version.objects.filter(item_id=row.pk).count() == versions


def test_a_stale_correction_is_refused_and_what_was_typed_stays(people: People) -> None:
    row, seen = changed_meanwhile(people)
    values = {k: str(v) for k, v in DOCUMENT.items()} | {
        "title": "创新券办法",
        "version": str(seen),
        "reason": "简称",
    }
    answer = people.at("head").post(record_page(row, "edit"), values)
    assert answer.status_code == 422
    assert people.bureau.persons["recorder"].name in answer.text
    assert 'value="创新券办法"' in answer.text
    (apart,) = answer.context["apart"]  # both versions, the field in which they differ
    assert (apart.stored, apart.typed) == ("科技创新券实施办法", "创新券办法")
    assert "科技创新券实施办法</td>" in answer.text
    assert ">简称</textarea>" in answer.text
    row.refresh_from_db()
    assert row.title == "科技创新券实施办法"


@pytest.mark.parametrize("act", ["edit", "confirm"])
def test_a_page_without_its_version_changes_nothing(people: People, act: str) -> None:
    row = people.waiting()
    values = {k: str(v) for k, v in DOCUMENT.items()} | {"title": "改名", "reason": "有误"}
    for version in ({}, {"version": "x"}):
        assert people.at("head").post(record_page(row, act), values | version).status_code == 400
    row.refresh_from_db()
    assert (row.title, row.standing) == (DOCUMENT["title"], Standing.SUBMITTED)
