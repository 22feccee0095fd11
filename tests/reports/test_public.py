"""Issued and public are two states; drift says what moved and the edition never does."""

from datetime import date

import pytest

from tests.reports import desk
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.figure.close import reopen
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.drift import drift
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.publish import is_public, publish, visibility_of
from zhunsheng.reports.withdraw import withdraw

pytestmark = pytest.mark.django_db
NOTE = "不涉密，可以公开"  # no secret, may be published
REASON = "含个人信息"  # holds personal data


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def published(bureau: Bureau, edition: Edition, *, reviewer: str = "legal_officer") -> Visibility:
    return publish(
        edition, by=bureau.persons["office"], reviewed_by=bureau.persons[reviewer], note=NOTE
    )


def test_an_issued_edition_is_not_public_by_itself(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    assert not is_public(edition)
    assert visibility_of(edition) is None


def test_publication_names_another_reviewer_and_is_trailed(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    shown = published(bureau, edition)
    assert is_public(edition)
    assert shown.reviewed_by == bureau.persons["legal_officer"]
    entry = Entry.objects.get(agency=bureau.agency, sequence=shown.entry)
    assert edition.digest in entry.payload


def test_the_publisher_is_not_the_reviewer(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    office, legal = bureau.persons["office"], bureau.divisions["legal"]
    office.posts.create(role="legal_officer", division=legal, first_day=date(2020, 1, 1))
    with pytest.raises(NotAllowedError) as refusal:
        published(bureau, edition, reviewer="office")
    assert "以外的人员" in refusal.value.zh  # somebody else
    assert not is_public(edition)


@pytest.mark.parametrize("reviewer", ["recorder", "adviser", "team"])
def test_not_everybody_reviews_for_secrecy(bureau: Bureau, reviewer: str) -> None:
    with pytest.raises(NotAllowedError):
        published(bureau, desk.issued(bureau), reviewer=reviewer)


def test_only_the_office_publishes_and_withdraws(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    legal = bureau.persons["legal_officer"]
    with pytest.raises(NotAllowedError):
        publish(edition, by=legal, reviewed_by=bureau.persons["deputy"], note=NOTE)
    published(bureau, edition)
    with pytest.raises(NotAllowedError):
        withdraw(edition, by=legal, reason=REASON)
    assert is_public(edition)


def test_withdrawal_is_at_once_and_leaves_a_tombstone_and_the_edition(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    published(bureau, edition)
    before = Edition.objects.filter(pk=edition.pk).values().get()
    tombstone = withdraw(edition, by=bureau.persons["office"], reason=REASON)
    assert not is_public(edition)
    assert visibility_of(edition) == tombstone
    assert (tombstone.reason, tombstone.by) == (REASON, bureau.persons["office"])
    assert Edition.objects.filter(pk=edition.pk).values().get() == before
    assert load(edition.pdf).startswith(b"%PDF")
    published(bureau, edition)
    assert is_public(edition)
    assert edition.visibilities.count() == 3


def test_withdrawal_needs_a_reason_and_something_public(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    office = bureau.persons["office"]
    with pytest.raises(ReportError):
        withdraw(edition, by=office, reason=REASON)
    published(bureau, edition)
    with pytest.raises(NotPossibleError):
        withdraw(edition, by=office, reason=" ")
    assert is_public(edition)


def test_what_is_public_already_is_not_published_twice(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    published(bureau, edition)
    with pytest.raises(ReportError) as refusal:
        published(bureau, edition)
    assert "已经公开" in refusal.value.zh  # public already


def test_ledgers_that_stand_as_they_did_do_not_drift(bureau: Bureau) -> None:
    assert drift(desk.issued(bureau)) == ()


def test_drift_names_every_figure_that_moved_and_the_edition_stays(bureau: Bureau) -> None:
    desk.remark(bureau, "已销号的意见", answered_on=date(2024, 5, 10), closed_on=date(2024, 6, 5))
    edition = desk.issued(bureau)
    before = Edition.objects.filter(pk=edition.pk).values().get()
    row = TeamRemark.objects.get(title="已销号的意见")  # a remark that was closed
    void(row, by=bureau.persons["legal_officer"], reason="重复登记")  # entered twice
    moved = {d.key: (d.issued, d.now) for d in drift(edition)}
    assert moved == {
        "oversight.remarks": ("3", "2"),
        "oversight.remarks.answered": ("1", "0"),
        "oversight.remarks.on_time": ("1", "0"),
        "oversight.remarks.rate": ("33.33", "0"),
        "oversight.remarks.closed": ("1", "0"),
        "oversight.remarks.closed.rate": ("33.33", "0"),
    }
    assert all(d.zh and d.en for d in drift(edition))
    assert {d.moved.gone for d in drift(edition)} == {("已销号的意见",)}  # the row behind each
    assert Edition.objects.filter(pk=edition.pk).values().get() == before
    published(bureau, edition)  # what was issued may be published, drift or none


def test_a_register_opened_again_drifts_from_a_value_to_none(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    register = registry().register_of(TeamRemark)
    reopen(register, bureau.divisions["office"], 2024, by=bureau.persons["office_recorder"])
    moved = {d.key: (d.issued, d.now) for d in drift(edition)}
    assert moved["oversight.remarks"] == ("2", None)
