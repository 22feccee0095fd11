"""A lost password: two administrators reset it, a link of one day sets another; all trailed."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.org.models import OrganisationChange, Person, Profile
from zhunsheng.kernel.org.password import password_link
from zhunsheng.kernel.trail.models import Entry

OLD, NEW = "旧的口令写在纸上", "three sheep graze"
NEW_FORM = {"new": NEW, "again": NEW}


def with_password(people: People, name: str = "recorder") -> Client:
    """The person's browser, signed in by password."""
    person = people.bureau.persons[name]
    person.set_password(f"{OLD}1234")
    person.save()
    return entered(person, f"{OLD}1234")


def entered(person: Person, secret: str) -> Client:
    client = Client()
    client.post(reverse("desk:sign-in"), {"username": person.username, "password": secret})
    return client


def inside(client: Client) -> bool:
    return bool(client.get(reverse("desk:home")).status_code == 200)


def reset(people: People, name: str = "recorder") -> None:
    address = reverse("desk:admin-change", args=["reset_password"])
    key = people.bureau.persons[name].pk
    people.at("administrator").post(f"{address}?of={key}", {"reason": "本人遗忘密码"})
    change = OrganisationChange.objects.latest("pk")
    approve = reverse("desk:admin-decide", args=[change.pk, "approve"])
    people.at("administrator_second").post(approve)


def made_link(people: People, name: str = "recorder", by: str = "administrator_second") -> str:
    key = people.bureau.persons[name].pk
    page = people.at(by).post(reverse("desk:password-link", args=[key])).text
    found = re.search(r"https?://[^/]+(/desk/password/[^<]+)", page)
    assert found is not None
    return found[1]


def test_one_page_makes_the_links_of_all_who_wait_but_not_one_s_own(people: People) -> None:
    with_password(people, "recorder")
    page = people.at("administrator").get(reverse("desk:admin")).text
    assert reverse("desk:password-links") in page
    assert people.at("head").post(reverse("desk:password-links")).status_code == 403
    made = people.at("administrator").post(reverse("desk:password-links")).text
    links = re.findall(r"https?://[^/]+(/desk/password/[^<]+)", made)
    waiting = [p for p in Person.objects.filter(is_active=True) if not p.has_usable_password()]
    own = people.bureau.persons["administrator"].username
    assert len(links) == len(waiting) - 1 and not any(f"/{own}/" in link for link in links)
    assert Client().get(links[0]).status_code == 200


def actions() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("action", flat=True))


def test_a_reset_ends_the_sessions_and_a_link_sets_the_next_password_once(people: People) -> None:
    recorder, client = people.bureau.persons["recorder"], with_password(people)
    assert inside(client)
    reset(people)
    assert not inside(client)
    link = made_link(people)
    assert "至少10个字符" in Client().get(link).text
    assert Client().post(link, NEW_FORM).headers["Location"] == reverse("desk:sign-in")
    assert inside(entered(recorder, NEW))
    assert Client().post(link, NEW_FORM).status_code == 410
    assert actions()[-4:] == ["propose_change", "approve_change", "password_link", "password"]
    assert "本人遗忘密码" in Entry.objects.get(action="approve_change").payload


def test_a_newer_link_voids_the_former_and_a_wrong_one_opens_nothing(people: People) -> None:
    first, second = made_link(people), made_link(people)
    assert Client().get(first).status_code == 410
    assert Client().get(second[:-3] + "x/").status_code == 410
    assert Client().get(second).status_code == 200


def test_after_a_day_the_link_opens_nothing(people: People, settings: Any) -> None:
    link = made_link(people)
    settings.PASSWORD_RESET_TIMEOUT = -1
    answer = Client().get(link)
    assert answer.status_code == 410
    assert "请向本单位管理人员" in answer.text


def test_a_new_account_gets_its_first_password_by_a_link(people: People) -> None:
    person = people.bureau.persons["recorder"]
    page = people.at("administrator").get(reverse("desk:admin-person", args=[person.pk])).text
    assert reverse("desk:password-link", args=[person.pk]) in page
    person.set_password(NEW)
    person.save()
    page = people.at("administrator").get(reverse("desk:admin-person", args=[person.pk])).text
    assert reverse("desk:password-link", args=[person.pk]) not in page


def test_nobody_makes_a_link_alone_into_an_account_in_use(people: People) -> None:
    with_password(people)
    persons = people.bureau.persons
    with pytest.raises(NotPossibleError, match="已有密码"):
        password_link(persons["recorder"], by=persons["administrator"])
    assert actions()[-1] == "refused:password_link"


@pytest.mark.parametrize("by", ["legal_officer", "security", "recorder"])
def test_no_other_post_makes_one_and_nobody_for_themselves(people: People, by: str) -> None:
    persons = people.bureau.persons
    with pytest.raises(NotAllowedError):
        password_link(persons["head"], by=persons[by])
    with pytest.raises(NotAllowedError):
        password_link(persons["administrator"], by=persons["administrator"])


def test_where_administration_is_apart_the_security_administrator_makes_it(
    people: People,
) -> None:
    people.bureau.agency.profile = Profile.CITY
    people.bureau.agency.save()
    assert made_link(people, by="security")
    key = people.bureau.persons["recorder"].pk
    page = people.at("administrator").post(reverse("desk:password-link", args=[key]), follow=True)
    assert "安全管理员" in page.text


def test_one_changes_ones_own_and_only_this_session_goes_on(people: People) -> None:
    recorder, here = people.bureau.persons["recorder"], with_password(people)
    elsewhere = entered(recorder, f"{OLD}1234")
    own = reverse("desk:password")
    assert own in here.get(reverse("desk:home")).text
    wrong = here.post(own, {"old": "不是它", **NEW_FORM})
    assert wrong.status_code == 422
    assert "不正确" in wrong.text
    assert here.post(own, {"old": f"{OLD}1234", **NEW_FORM}).status_code == 302
    assert inside(here)
    assert not inside(elsewhere)
    assert inside(entered(recorder, NEW))


@pytest.mark.parametrize(
    ("new", "again", "told"),
    [
        ("short", "short", "至少10个字符"),
        ("password1234567", "x", "不一致"),
        ("202406031234", "202406031234", "过于简单"),
        ("xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "过于简单"),
        ("bureau-recorder!", "bureau-recorder!", "不能含账号"),
        ("1q2w3e4r5t6y", "1q2w3e4r5t6y", "常见密码"),
    ],
)
def test_a_password_easily_guessed_is_refused_with_its_reason(
    people: People, new: str, again: str, told: str
) -> None:
    link = made_link(people)
    answer = Client().post(link, {"new": new, "again": again})
    assert answer.status_code == 422
    assert told in answer.text
    assert new not in answer.text or new == "short"


def test_the_address_of_the_link_leaves_the_installation_by_no_header(people: People) -> None:
    answer = Client().get(made_link(people))
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_browser_that_checks_its_forms_sets_the_password(people: People) -> None:
    link, client = made_link(people), Client(enforce_csrf_checks=True)
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', client.get(link).text)
    assert token is not None
    assert client.post(link, {"csrfmiddlewaretoken": token[1], **NEW_FORM}).status_code == 302
