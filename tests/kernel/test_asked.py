"""An adviser sees the rows on which they were asked, what those are about, and nothing else."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.access.asked import asked_kinds
from zhunsheng.kernel.access.visible import may_see, visible
from zhunsheng.kernel.duty.due_list import due_list
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.org.models import Person, Post
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.counsel.models import ContractReview, Opinion
from zhunsheng.regimes.norms.models import NormativeDocument

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
DOCUMENT: dict[str, Any] = {
    "normative": True,
    "judgement_reason": "反复适用",
    "issuing": "own",
    "basis": "《科学技术进步法》",
    "affects_rights": False,
    "market_related": False,
}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def asked(bureau: Bureau, title: str, of: str = "adviser", **values: Any) -> Opinion:
    given: dict[str, Any] = {
        "kind": "norm",
        "asked_on": TODAY,
        "adviser": "某律师",
        "no_conflict": True,
    }
    person = bureau.persons[of]
    return bureau.confirmed(Opinion, title=title, consulted=person, **(given | values))


def another_adviser(bureau: Bureau) -> Person:
    person = Person.objects.create(username="second", name="另一顾问", agency=bureau.agency)
    Post.objects.create(person=person, role="legal_adviser", first_day=date(2010, 1, 1))
    bureau.persons["second"] = person
    return person


def everything_seen(person: Person) -> set[str]:
    return {
        row.title
        for register in registry().registers()
        for row in visible(person, register.of, on=TODAY)
    }


def test_each_adviser_sees_their_own_requests_in_every_register_that_asks(bureau: Bureau) -> None:
    second, first = another_adviser(bureau), bureau.persons["adviser"]
    mine, theirs = asked(bureau, "甲事项"), asked(bureau, "乙事项", of="second")
    bureau.confirmed(
        ContractReview, title="丙合同", party="某公司", reviewed_on=TODAY, adviser="某律师",
        adoption="adopted", consulted=second,
    )  # fmt: skip
    bureau.confirmed(NormativeDocument, title="某办法", **DOCUMENT)
    assert everything_seen(first) == {"甲事项"}
    assert everything_seen(second) == {"乙事项", "丙合同"}
    assert may_see(first, mine, on=TODAY)
    assert not may_see(first, theirs, on=TODAY)


def test_a_request_that_is_not_confirmed_or_was_voided_asks_nobody(bureau: Bureau) -> None:
    adviser = bureau.persons["adviser"]
    bureau.put(
        Opinion, title="未确认", kind="norm", asked_on=TODAY, adviser="某律师", no_conflict=True,
        consulted=adviser,
    )  # fmt: skip
    row = asked(bureau, "已作废")
    assert everything_seen(adviser) == {"已作废"}
    void(row, by=bureau.persons["legal_officer"], reason="重复登记")
    assert everything_seen(adviser) == set()


def test_what_the_request_is_linked_to_opens_and_nothing_beside_it(bureau: Bureau) -> None:
    adviser, officer = bureau.persons["adviser"], bureau.persons["legal_officer"]
    request = asked(bureau, "甲事项")
    about = bureau.confirmed(NormativeDocument, title="甲办法", **DOCUMENT)
    bureau.confirmed(NormativeDocument, title="乙办法", **DOCUMENT)
    assert asked_kinds(adviser) == {"counsel.opinion", "counsel.contractreview"}
    link(request, "counsel_request", about, by=officer)
    assert everything_seen(adviser) == {"甲事项", "甲办法"}
    assert "norms.normativedocument" in asked_kinds(adviser)
    assert everything_seen(another_adviser(bureau)) == set()


def test_another_role_of_the_opinion_opens_nothing(bureau: Bureau) -> None:
    given = asked(bureau, "甲事项", given_on=TODAY)
    about = bureau.confirmed(NormativeDocument, title="甲办法", **DOCUMENT)
    link(given, "legal_opinion", about, by=bureau.persons["legal_officer"])
    assert everything_seen(bureau.persons["adviser"]) == {"甲事项"}


def test_the_adviser_is_reminded_of_their_own_terms_only(bureau: Bureau) -> None:
    another_adviser(bureau)
    mine, _ = asked(bureau, "甲事项"), asked(bureau, "乙事项", of="second")
    rows = due_list(bureau.persons["adviser"], on=TODAY)
    assert [row.item_id for row in rows] == [mine.pk]


def test_with_the_post_the_sight_ends_and_a_bureau_s_adviser_is_not_another_s(
    bureau: Bureau,
) -> None:
    other = make_bureau("other")
    adviser = bureau.persons["adviser"]
    asked(bureau, "甲事项")
    other.persons["ours"] = adviser
    asked(other, "外单位事项", of="ours")  # even where a row of another bureau names them
    assert everything_seen(adviser) == {"甲事项"}
    Post.objects.filter(person=adviser).update(last_day=date(2024, 6, 2))
    assert everything_seen(adviser) == set()


def test_being_named_opens_nothing_to_whoever_is_no_adviser(bureau: Bureau) -> None:
    asked(bureau, "甲事项", of="team")
    asked(bureau, "乙事项", of="administrator")
    assert everything_seen(bureau.persons["team"]) == set()
    assert everything_seen(bureau.persons["administrator"]) == set()


def test_a_division_s_people_see_as_before(bureau: Bureau) -> None:
    rows: list[Record] = [
        asked(bureau, "甲事项", division="rnd"),
        asked(bureau, "乙", division="legal"),
    ]
    head = bureau.persons["head"]
    assert [may_see(head, row, on=TODAY) for row in rows] == [True, False]
