"""What goes wrong is told in the product's look, in the reader's language, with the way back."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import DOCUMENTS, People, record_page, register_page
from zhunsheng.desk import listing


def english(client: Client) -> Client:
    client.post(reverse("desk:language"), {"language": "en"})
    return client


def test_a_page_that_is_not_there(people: People) -> None:
    answer = people.at("head").get(register_page("no.such"))
    assert answer.status_code == 404
    assert "页面不存在" in answer.text
    assert 'class="top"' in answer.text
    assert "There is no such page" in english(people.at("head")).get("/nowhere/").text


def test_a_page_that_is_not_for_this_post(people: People) -> None:
    answer = people.at("recorder").get(reverse("desk:trail"))
    assert "您的岗位无权查看此页面" in answer.text
    assert "Your post does not open this page" in (
        english(people.at("recorder")).get(reverse("desk:trail")).text
    )


def test_a_page_that_breaks(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(listing, "visible", broken)
    for language, told in (("zh", "系统出现故障"), ("en", "Something went wrong")):
        client = people.at("head")
        client.raise_request_exception = False
        client.post(reverse("desk:language"), {"language": language})
        answer = client.get(register_page(DOCUMENTS))
        assert answer.status_code == 500
        assert told in answer.text
        assert 'class="top"' in answer.text
        assert "secret detail" not in answer.text


def test_a_page_that_breaks_keeps_the_theme(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(listing, "visible", broken)
    client = people.at("head")
    client.raise_request_exception = False
    assert "data-theme" not in client.get(register_page(DOCUMENTS)).text
    client.post(reverse("desk:theme"), {"theme": "dark"})
    assert 'data-theme="dark"' in client.get(register_page(DOCUMENTS)).text


def test_a_form_larger_than_a_form_may_be(people: People, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = people.at("recorder").post(register_page(DOCUMENTS, "new"), {"title": "办法" * 1000})
    assert answer.status_code == 413
    assert "一次提交的内容过多" in answer.text


def test_a_form_from_a_page_out_of_date(people: People) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        people.bureau.persons["recorder"], backend="zhunsheng.kernel.org.backend.PersonBackend"
    )
    answer = client.post(register_page(DOCUMENTS, "new"), {"title": "办法"})
    assert answer.status_code == 403
    assert "页面已失效" in answer.text
    client.cookies["zhunsheng_language"] = "en"
    assert "The page is out of date" in client.post(register_page(DOCUMENTS, "new")).text


def test_a_form_that_lacks_what_its_page_sends(people: People) -> None:
    close = reverse("desk:close", args=[DOCUMENTS])
    division = str(people.bureau.divisions["rnd"].pk)
    for sent in ({}, {"division": "x", "year": "2024"}, {"division": division, "year": "²"}):
        answer = people.at("recorder").post(close, sent)
        assert answer.status_code == 400
        assert "提交内容有误" in answer.text


def signed_in(people: People, password: str, client: Client) -> int:
    username = people.bureau.persons["head"].username
    return client.post(
        reverse("desk:sign-in"), {"username": username, "password": password}
    ).status_code


def test_sign_in_by_account_and_password_and_out_again(people: People) -> None:
    head, client = people.bureau.persons["head"], Client()
    head.set_password("一个很长的口令")
    head.save()
    assert signed_in(people, "一个很长的口令", client) == 302
    assert head.name in client.get(reverse("desk:home")).text
    client.post(reverse("desk:sign-out"))
    assert client.get(reverse("desk:home")).status_code == 302


def test_a_wrong_password_says_so_and_too_many_lock_the_account(people: People) -> None:
    client = Client()
    first = client.post(reverse("desk:sign-in"), {"username": "bureau-head", "password": "x"})
    assert "账号或密码不正确" in first.text
    assert 'value="bureau-head"' in first.text
    for _ in range(4):
        signed_in(people, "x", client)
    locked = client.post(reverse("desk:sign-in"), {"username": "bureau-head", "password": "x"})
    assert locked.status_code == 429
    assert "账号已锁定" in locked.text


def test_a_form_sent_after_the_session_ended_leads_back_to_the_page_it_stood_on(
    people: People,
) -> None:
    row = people.waiting()
    page, confirm = record_page(row), record_page(row, "confirm")
    answer = Client().post(confirm, HTTP_REFERER=f"http://testserver{page}")
    door = answer.headers["Location"]
    assert parse_qs(urlsplit(door).query) == {"next": [page], "ended": ["1"]}
    assert "提交的内容没有保存" in Client().get(door).text
    for strange in ("http://elsewhere.example/x", ""):
        answer = Client().post(confirm, HTTP_REFERER=strange)
        assert parse_qs(urlsplit(answer.headers["Location"]).query)["next"] == ["/desk/"]
