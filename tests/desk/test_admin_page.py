"""Administration at the desk: proposed by one, decided by another, and no business for either."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import DOCUMENTS, People, register_page
from zhunsheng.kernel.org.models import Agency, OrganisationChange, Person, Post
from zhunsheng.kernel.testing import make_bureau


def change_page(key: str, of: int | None = None) -> str:
    address = reverse("desk:admin-change", args=[key])
    return f"{address}?of={of}" if of else address


def decide(change: OrganisationChange, verb: str) -> str:
    return reverse("desk:admin-decide", args=[change.pk, verb])


def enrol(browser: Client, **values: str) -> OrganisationChange:
    given = {"name": "新来者", "account": "xinlai", "mail": "", "reason": "新进人员"}
    answer = browser.post(change_page("enrol"), given | values)
    assert answer.status_code == 302
    return OrganisationChange.objects.latest("pk")


def test_one_administrator_proposes_and_the_other_finds_it_and_approves(people: People) -> None:
    first, second = people.at("administrator"), people.at("administrator_second")
    change = enrol(first)
    assert not Person.objects.filter(username="xinlai").exists()
    assert decide(change, "approve") not in first.get(reverse("desk:admin")).text
    assert 'id="decide"' not in first.get(reverse("desk:home")).text
    waits = second.get(reverse("desk:home")).text
    assert "新设账号xinlai（新来者）" in waits.split('id="decide"')[1].split("</section>")[0]
    shown = second.get(reverse("desk:admin")).text
    assert "新设账号xinlai（新来者）" in shown
    assert "新进人员" in shown
    second.post(decide(change, "approve"))
    assert Person.objects.filter(username="xinlai").exists()


def test_the_proposer_s_own_approval_is_refused_and_said(people: People) -> None:
    browser = people.at("administrator")
    change = enrol(browser)
    answer = browser.post(decide(change, "approve"), follow=True)
    assert "须由另一名管理人员审核" in answer.text
    assert not Person.objects.filter(username="xinlai").exists()


def test_a_declined_change_keeps_its_reason_and_has_no_effect(people: People) -> None:
    change = enrol(people.at("administrator"))
    second = people.at("administrator_second")
    second.post(decide(change, "decline"), {"reason": "信息有误"})
    shown = second.get(reverse("desk:admin")).text
    assert "信息有误" in shown
    assert not Person.objects.filter(username="xinlai").exists()


def test_a_refused_form_keeps_what_was_typed_and_says_what_is_wrong(people: People) -> None:
    answer = people.at("administrator").post(
        change_page("enrol"), {"name": "新来者", "account": "错误 账号", "reason": "新进人员"}
    )
    assert answer.status_code == 422
    assert 'value="错误 账号"' in answer.text
    assert "以小写字母开头" in answer.text
    assert not OrganisationChange.objects.exists()


def test_a_form_sent_twice_proposes_once(people: People) -> None:
    browser = people.at("administrator")
    form = {"name": "新来者", "account": "xinlai", "reason": "新进人员", "key": "k" * 32}
    for _ in range(2):
        assert browser.post(change_page("enrol"), form).status_code == 302
    assert OrganisationChange.objects.count() == 1


def test_posts_and_delegations_stand_on_the_person_s_page_with_their_days(people: People) -> None:
    head = people.bureau.persons["head"]
    post = Post.objects.get(person=head)
    browser = people.at("administrator")
    asked = browser.get(change_page("delegate", post.pk)).context["form"].fields
    assert list(asked) == ["to", "first_day", "last_day", "reason"]  # why is asked for once
    browser.post(
        change_page("delegate", post.pk),
        {
            "to": str(people.bureau.persons["office_recorder"].pk), "first_day": "2030-06-03",
            "last_day": "2030-06-07", "reason": "出差",
        },
    )  # fmt: skip
    people.at("administrator_second").post(decide(OrganisationChange.objects.get(), "approve"))
    shown = browser.get(reverse("desk:admin-person", args=[head.pk])).text
    for word in ("科室负责人（科技发展科）", "2010-01-01", "2030-06-03", "2030-06-07", "出差"):
        assert word in shown


def test_a_suspended_person_s_session_ends(people: People) -> None:
    recorder = people.at("recorder")
    assert recorder.get(reverse("desk:home")).status_code == 200
    people.at("administrator").post(
        change_page("suspend", people.bureau.persons["recorder"].pk), {"reason": "离职"}
    )
    people.at("administrator_second").post(decide(OrganisationChange.objects.get(), "approve"))
    assert recorder.get(reverse("desk:home")).status_code == 302


@pytest.mark.parametrize("key", ["appoint", "suspend", "end_post", "alter_division"])
def test_nothing_of_another_bureau_can_be_named(people: People, key: str) -> None:
    other = make_bureau("other")
    keys = {
        "appoint": other.persons["head"].pk,
        "suspend": other.persons["head"].pk,
        "end_post": Post.objects.get(person=other.persons["head"]).pk,
        "alter_division": other.divisions["rnd"].pk,
    }
    browser = people.at("administrator")
    assert browser.get(change_page(key, keys[key])).status_code == 404
    person = reverse("desk:admin-person", args=[other.persons["head"].pk])
    assert browser.get(person).status_code == 404


@pytest.mark.parametrize("who", ["administrator", "security", "auditor"])
def test_an_administrator_opens_no_business_page(people: People, who: str) -> None:
    browser = people.at(who)
    assert browser.get(reverse("desk:admin")).status_code == 200
    for page in (register_page(DOCUMENTS), reverse("desk:figures"), reverse("desk:reports")):
        assert browser.get(page).status_code == 403


def test_the_auditor_reads_and_the_security_administrator_does_not_propose(people: People) -> None:
    change = enrol(people.at("administrator"))
    assert people.at("auditor").post(decide(change, "approve")).status_code == 403
    for who in ("auditor", "security"):
        assert people.at(who).get(change_page("enrol")).status_code == 403
        assert change_page("enrol") not in people.at(who).get(reverse("desk:admin")).text
    assert people.at("auditor").get(reverse("desk:trail")).status_code == 200


INSTITUTION = {
    "name": "澜川市科技情报研究所", "short_name": "市情报所", "code": "lckjqb", "document_mark": "",
    "first_name": "甲管理", "first_account": "qb-first", "second_name": "乙管理",
    "second_account": "qb-second", "reason": "机构批复",
}  # fmt: skip


def set_up(people: People) -> Agency:
    people.at("administrator").post(change_page("add_institution"), INSTITUTION)
    change = OrganisationChange.objects.latest("pk")
    people.at("administrator_second").post(decide(change, "approve"))
    return Agency.objects.get(code="lckjqb")


def test_an_institution_comes_with_two_administrators_who_sign_in_and_go_on(
    people: People,
) -> None:
    institution = set_up(people)
    assert (institution.parent, institution.affiliated) == (people.bureau.agency, True)
    browser = people.at("administrator")
    page = browser.get(reverse("desk:admin")).text
    assert "澜川市科技情报研究所" in page
    first = Person.objects.get(username="qb-first")
    shown = browser.post(reverse("desk:password-link", args=[first.pk])).text
    link = re.search(r"https?://[^/]+(/desk/password/[^<]+)", shown)
    assert link is not None
    secret = "three sheep graze"
    Client().post(link[1], {"new": secret, "again": secret})
    own = Client()
    own.post(reverse("desk:sign-in"), {"username": "qb-first", "password": secret})
    assert "澜川市科技情报研究所" in own.get(reverse("desk:admin")).text
    form = {"name": "情报室", "code": "qb", "kind": "business", "reason": "机构批复"}
    assert own.post(change_page("add_division"), form).status_code == 302
    page = browser.get(reverse("desk:admin")).text
    assert reverse("desk:password-link", args=[first.pk]) not in page


def test_the_bureau_makes_no_link_for_other_people_of_the_institution(people: People) -> None:
    institution = set_up(people)
    clerk = Person(username="qb-clerk", name="丙", agency=institution)
    clerk.set_unusable_password()
    clerk.save()
    answer = people.at("administrator").post(
        reverse("desk:password-link", args=[clerk.pk]), follow=True
    )
    assert "另一名管理人员" in answer.text
    assert "/desk/password/qb-clerk" not in answer.text


def test_an_institution_sets_up_no_other_and_no_code_or_account_stands_twice(
    people: People,
) -> None:
    set_up(people)
    browser = people.at("administrator")
    again = browser.post(change_page("add_institution"), INSTITUTION)
    assert "已被使用" in again.text
    twice = INSTITUTION | {"code": "other", "first_account": "new-one", "second_account": "new-one"}
    assert "“new-one”已被使用" in browser.post(change_page("add_institution"), twice).text
    assert not Person.objects.filter(username="new-one").exists()
    own = Client()
    own.force_login(
        Person.objects.get(username="qb-first"),
        backend="zhunsheng.kernel.org.backend.PersonBackend",
    )
    assert change_page("add_institution") not in own.get(reverse("desk:admin")).text
    refused = own.post(change_page("add_institution"), INSTITUTION | {"code": "third"})
    assert "不再下设单位" in refused.text


def test_a_deputy_head_is_shown_with_the_field_or_with_having_none(people: People) -> None:
    browser, bureau = people.at("administrator"), people.bureau
    everywhere = "未填分管科室，对各科室的事项都可以审定。"
    assert everywhere in browser.get(reverse("desk:admin")).text
    deputy = Post.objects.get(person=bureau.persons["deputy"])
    deputy.division = bureau.divisions["talent"]
    deputy.save()
    shown = browser.get(reverse("desk:admin")).text
    assert everywhere not in shown
    assert f'分管 <span lang="zh-CN">{deputy.division.name}</span>' in shown
