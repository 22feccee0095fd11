"""Pages carry no script and no style of their own, and say so; the desk is kept by no browser."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from tests.desk.test_language import addresses
from tests.reports.desk import small_year

# A script comes from our own files; a block of data is none.
_OURS = r"<script(?! src=\"/static/| id=\"[\w-]+\" type=\"application/json\")"
_INLINE = re.compile(rf"{_OURS}|<style|\sstyle=|\son\w+=|javascript:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:src|href|action)=\"(?:https?:)?//", re.IGNORECASE)


@pytest.fixture
def bureau_people(db: None) -> People:
    return People(small_year())


def test_no_page_has_inline_script_or_style_or_fetches_from_elsewhere(
    bureau_people: People,
) -> None:
    browser = bureau_people.at("legal_officer")
    for address in addresses(bureau_people):
        text = browser.get(address).text
        assert not _INLINE.search(text), address
        assert not _ELSEWHERE.search(text), address


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/desk/sign-in/", "/desk/nowhere/", "/robots.txt"])
def test_every_answer_states_the_policy(address: str) -> None:
    headers = Client().get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_a_shared_machine_keeps_no_page_of_the_desk(bureau_people: People) -> None:
    answer = bureau_people.at("recorder").get(reverse("desk:home"))
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_demonstration_s_door_does_not_exist_elsewhere(bureau_people: People) -> None:
    assert not settings.DEMO
    client = Client()
    username = bureau_people.bureau.persons["principal"].username
    assert client.post(reverse("desk:persona"), {"username": username}).status_code == 404
    assert username not in client.get(reverse("desk:sign-in")).text
