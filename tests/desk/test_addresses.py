"""Every address has its line in the permission table, and the table is asked before every view."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import DOCUMENTS, People
from zhunsheng.desk.permissions import EVERYBODY, PERMISSIONS, SIGNED_IN
from zhunsheng.desk.urls import urlpatterns
from zhunsheng.kernel.org.roles import Role

NAMES = [pattern.name or "" for pattern in urlpatterns]
#: Who of the bureau stands for which role.
PERSONS = {
    Role.RECORDER: "recorder",
    Role.DIVISION_HEAD: "head",
    Role.LEGAL_OFFICER: "legal_officer",
    Role.OFFICE: "office",
    Role.DEPUTY_HEAD: "deputy",
    Role.PRINCIPAL: "principal",
    Role.LEGAL_ADVISER: "adviser",
    Role.RESIDENT_TEAM: "team",
    Role.ADMINISTRATOR: "administrator",
    Role.SECURITY_ADMINISTRATOR: "security",
    Role.AUDIT_ADMINISTRATOR: "auditor",
}
CLOSED = [
    (name, role)
    for name in NAMES
    if PERMISSIONS.get(name) != EVERYBODY
    for role in PERSONS
    if role.value not in PERMISSIONS.get(name, frozenset())
]
_VALUES = {
    "kind": DOCUMENTS,
    "item": 1,
    "key": "table",
    "evidence": 1,
    "batch": 1,
    "verb": "sign",
    "edition": 1,
    "due": 1,
    "form": "pdf",
    "division": 1,
    "obligation": 1,
    "token": "x",
    "account": "x",
    "view": 1,
    "person": 1,
    "change": 1,
    "invitation": 1,
    "role": "recorder",
    "code": "LDG001",
    "question": 1,
}


def address(name: str) -> str:
    """The address of the page, any record standing for the one it names."""
    pattern = next(p for p in urlpatterns if p.name == name)
    wanted = pattern.pattern.converters
    return reverse(f"desk:{name}", kwargs={key: _VALUES[key] for key in wanted})


def test_every_address_is_in_the_table_and_the_table_names_no_other() -> None:
    assert sorted(PERMISSIONS) == sorted(NAMES)


def test_only_the_door_is_open_to_everybody() -> None:
    assert {n for n, who in PERMISSIONS.items() if who == EVERYBODY} == {
        "sign-in",
        "set-up",  # while there is no agency, by the code of the machine
        "set-up-workbook",
        "persona",
        "language",
        "theme",
        "fill-in",  # for somebody without an account: its address is a key that works once
        "filled-in",
        "set-password",  # whoever lost theirs: so is this one
        "feed",  # a calendar program cannot sign in: its address is signed
    }


@pytest.mark.django_db
@pytest.mark.parametrize("name", [n for n in NAMES if PERMISSIONS.get(n) != EVERYBODY])
def test_without_sign_in_every_other_page_leads_to_the_door(name: str) -> None:
    answer = Client().get(address(name))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("desk:sign-in"))


@pytest.mark.parametrize(("name", "role"), CLOSED)
def test_without_the_role_the_page_is_refused_by_get_and_by_post(
    people: People, name: str, role: Role
) -> None:
    browser = people.at(PERSONS[role])
    for answer in (browser.get(address(name)), browser.post(address(name))):
        assert answer.status_code == 403
        assert "无权查看" in answer.text  # no access


def test_a_person_whose_post_has_ended_opens_nothing(people: People) -> None:
    recorder = people.bureau.persons["recorder"]
    recorder.posts.all().delete()
    browser = people.at("recorder")
    opened = [n for n in NAMES if PERMISSIONS[n] != EVERYBODY]
    assert {browser.get(address(n)).status_code for n in opened} == {403}


def test_an_address_the_table_does_not_know_is_refused(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(PERMISSIONS, "home")
    assert people.at("principal").get(reverse("desk:home")).status_code == 403


def test_home_is_for_whoever_holds_a_post() -> None:
    assert PERMISSIONS["home"] == SIGNED_IN
    assert frozenset(r.value for r in Role) == SIGNED_IN
