"""The first page names what falls due within a year; the page of deadlines names all."""

from datetime import date

import pytest
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.models import Obligation


def test_what_falls_due_in_later_years_is_not_on_the_first_page(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.request(received_on=date(2024, 9, 10))
    row = Obligation.objects.filter(done_on=None).earliest("due_on")
    monkeypatch.setattr(clock, "today", lambda: date(2024, 9, 11))
    office = people.at("office")
    for due, told in ((date(2025, 9, 11), True), (date(2025, 9, 12), False)):
        Obligation.objects.filter(pk=row.pk).update(due_on=due)
        later = office.get(reverse("desk:home")).context["later"]
        assert (row.pk in {d.obligation.pk for d in later}) is told, due
        everything = office.get(reverse("desk:duties")).context["rows"]
        assert row.pk in {d.obligation.pk for d in everything}


def test_the_first_page_tells_the_ground_of_what_falls_due_and_the_day_it_is_counted_from(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.request(received_on=date(2024, 9, 10))
    monkeypatch.setattr(clock, "today", lambda: date(2024, 9, 11))
    page = people.at("office").get(reverse("desk:home"))
    (told,) = [*page.context["pressing"], *page.context["later"]][:1]
    address = reverse("desk:help-rule", args=[told.rule])
    assert "第三十三条" in told.citation
    assert f'href="{address}"' in page.content.decode()
    assert "自2024-09-10起算" in page.content.decode()
    assert f'href="{reverse("desk:monthly")}"><b>2024年9月</b> 本月应报' in page.content.decode()
    assert f'data-later="{reverse("desk:monthly-brief")}"' in page.content.decode()
