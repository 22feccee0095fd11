"""The feed tells who follows it what became public, came back, and went, and why."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from lxml import etree

from zhunsheng.kernel.testing import Bureau
from zhunsheng.portal.folder import write_folder
from zhunsheng.reports.models import Edition
from zhunsheng.reports.publish import publish
from zhunsheng.reports.redact import Redacted

Show = Callable[[], Edition]
Hide = Callable[[str], None]
REASON = "表述有误<待改>"  # a wrong wording
_ATOM = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0"}


def served() -> etree._Element:
    answer = Client().get("/feed.xml")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return etree.fromstring(answer.content)


def texts(feed: etree._Element, path: str) -> list[str]:
    found = feed.xpath(path, namespaces=_ATOM)
    assert isinstance(found, list)
    return [str(one) for one in found]


def test_it_is_a_feed_before_anything_was_published(db: None) -> None:
    feed = served()
    assert texts(feed, "a:title/text()")
    assert texts(feed, "a:entry") == []


def test_what_was_only_issued_is_not_in_it(edition: Edition) -> None:
    assert edition.title not in Client().get("/feed.xml").text


def test_an_edition_is_told_with_its_permanent_name_and_its_files(show: Show) -> None:
    edition = show()
    feed = served()
    assert texts(feed, "a:entry/a:id/text()") == [f"urn:zhunsheng:edition:{edition.digest}"]
    assert texts(feed, "a:entry/a:author/a:name/text()") == [edition.agency.name]
    assert texts(feed, "a:entry/a:link[@rel='alternate']/@href") == [
        f"http://testserver/reports/{edition.pk}/"
    ]
    for address in texts(feed, "a:entry/a:link[@rel='enclosure']/@href"):
        assert Client().get(address).status_code == 200


def test_a_withdrawal_is_a_deleted_entry_with_its_reason_and_no_word_of_the_report(
    show: Show, hide: Hide
) -> None:
    edition = show()
    hide(REASON)
    feed = served()
    assert texts(feed, "a:entry") == []
    assert texts(feed, "at:deleted-entry/@ref") == [f"urn:zhunsheng:edition:{edition.digest}"]
    assert texts(feed, "at:deleted-entry/at:comment/text()") == [REASON]
    assert edition.number not in Client().get("/feed.xml").text


def test_what_comes_back_is_the_same_entry_and_says_what_was_taken_out(
    bureau: Bureau, show: Show, hide: Hide
) -> None:
    edition = show()
    before = texts(served(), "a:entry/a:id/text()")
    hide(REASON)
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    taken = [Redacted("工作秘密", figure="oversight.remarks")]  # a work secret
    publish(edition, by=office, reviewed_by=legal, note="已隐去", redactions=taken)
    feed = served()
    assert texts(feed, "a:entry/a:id/text()") == before
    assert texts(feed, "at:deleted-entry") == []
    (summary,) = texts(feed, "a:entry/a:summary/text()")
    assert "撤下后重新公开" in summary
    assert "隐去1处" in summary


def test_a_folder_holds_the_same_feed_and_a_withdrawal_reaches_it(
    show: Show, hide: Hide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    edition = show()
    write_folder(tmp_path / "site")
    path = tmp_path / "site" / "feed.xml"
    (address,) = texts(
        etree.fromstring(path.read_bytes()), "a:entry/a:link[@rel='alternate']/@href"
    )
    assert (path.parent / address).is_file()
    hide(REASON)
    feed = etree.fromstring(path.read_bytes())
    assert texts(feed, "at:deleted-entry/@ref") == [f"urn:zhunsheng:edition:{edition.digest}"]
