"""Withdrawal is seen at once: a tombstone with day and reason, in no cache the old text."""

from collections.abc import Callable

from django.test import Client

from tests.portal.test_published import pages
from zhunsheng.kernel.evidence.store import load
from zhunsheng.reports.models import Edition

Show = Callable[[], Edition]
Hide = Callable[[str], None]
REASON = "表述有误"  # a wrong wording


def test_every_page_of_a_withdrawn_edition_is_a_tombstone_at_once(show: Show, hide: Hide) -> None:
    edition, reader = show(), Client()
    assert {reader.get(address).status_code for address in pages(edition)} == {200}
    hide(REASON)
    for address in pages(edition):
        answer = reader.get(address)
        assert answer.status_code == 410
        assert REASON in answer.text
        assert edition.title in answer.text
        assert "派驻组" not in answer.text


def test_the_list_keeps_the_tombstone_without_a_link(show: Show, hide: Hide) -> None:
    edition, reader = show(), Client()
    hide(REASON)
    shown = reader.get("/").text
    assert edition.title in shown
    assert "撤下日期" in shown
    assert pages(edition)[0] not in shown


def test_the_edition_stays_as_it_was(show: Show, hide: Hide) -> None:
    edition = show()
    digest, pdf = edition.digest, load(edition.pdf)
    hide(REASON)
    kept = Edition.objects.get(pk=edition.pk)
    assert (kept.digest, load(kept.pdf)) == (digest, pdf)


def test_a_browser_asks_again_and_is_told_when_nothing_changed(show: Show, hide: Hide) -> None:
    edition, reader = show(), Client()
    address = pages(edition)[2]
    first = reader.get(address)
    assert first.headers["Cache-Control"] == "no-cache"
    known = {"If-None-Match": first.headers["ETag"]}
    assert reader.get(address, headers=known).status_code == 304
    hide(REASON)
    assert reader.get(address, headers=known).status_code == 410


def test_every_page_of_an_edition_is_asked_for_anew(show: Show) -> None:
    edition = show()
    for address in ["/", *pages(edition)]:
        assert Client().get(address).headers["Cache-Control"] == "no-cache"


def test_a_published_edition_may_come_back_after_withdrawal(show: Show, hide: Hide) -> None:
    edition = show()
    hide(REASON)
    show()
    assert Client().get(pages(edition)[0]).status_code == 200


def test_search_engines_stay_away_from_the_desk() -> None:
    answer = Client().get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "Disallow: /desk/" in answer.text
