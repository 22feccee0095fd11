"""Undoing an import at the desk: reason, what stands in the way, once, and by whom it may be."""

from typing import Any

from django.urls import reverse

from tests.desk.people import People, record_page
from tests.desk.test_import_page import GOOD, sent, stored
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.models import Batch, Standing
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.norms.models import NormativeDocument

IMPORTS = reverse("desk:imports")


def imported(people: People, who: str = "legal_recorder") -> Batch:
    browser = people.at(who)
    stored(browser, sent(people, browser, GOOD))
    return Batch.objects.get()


def page(batch: Batch) -> str:
    return reverse("desk:undo-batch", args=[batch.pk])


def undone(people: People, who: str, batch: Batch, **more: str) -> Any:
    return people.at(who).post(page(batch), {"reason": "导错年度"} | more, follow=True)


def test_the_importer_undoes_it_with_a_reason_and_the_list_says_so(people: People) -> None:
    batch = imported(people)
    assert page(batch) in people.at("legal_recorder").get(IMPORTS).text
    answer = undone(people, "legal_recorder", batch)
    assert "已撤销：2条记录已作废" in answer.text
    assert set(NormativeDocument.objects.values_list("standing", flat=True)) == {Standing.VOIDED}
    assert page(batch) not in answer.text
    assert "这批数据已经撤销" in people.at("legal_recorder").get(page(batch)).text


def test_a_form_sent_twice_undoes_once(people: People) -> None:
    batch, key = imported(people), "k" * 32
    browser = people.at("legal_recorder")
    for _ in range(2):
        answer = browser.post(page(batch), {"reason": "导错年度", "key": key})
        assert answer.headers["Location"] == IMPORTS
    assert Entry.objects.filter(action="undo_batch").count() == 1


def test_what_stands_in_the_way_is_listed_with_its_row_and_there_is_no_button(
    people: People,
) -> None:
    batch = imported(people)
    row = NormativeDocument.objects.order_by("pk")[0]
    amend(row, {"title": "改过的办法"}, by=people.bureau.persons["legal_recorder"], reason="笔误")
    shown = people.at("legal_recorder").get(page(batch)).text
    assert record_page(row) in shown
    assert "导入后已更正或已办理步骤" in shown
    assert 'name="reason"' not in shown
    answer = undone(people, "legal_recorder", batch)
    assert answer.status_code == 422
    assert "不能整批撤销" in answer.text
    assert not NormativeDocument.objects.filter(standing=Standing.VOIDED).exists()


def test_without_a_reason_nothing_is_undone_and_that_is_said(people: People) -> None:
    answer = undone(people, "legal_recorder", imported(people), reason=" ")
    assert answer.status_code == 422
    assert "须写明理由" in answer.text


def test_another_division_does_not_find_it(people: People) -> None:
    batch = imported(people)
    assert people.at("recorder").get(page(batch)).status_code == 404
    assert undone(people, "recorder", batch).status_code == 404
