"""A one-time link: one form, once, until its day; misuse opens nothing and says why."""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.desk.people import People, record_page, register_page
from tests.desk.test_addresses import NAMES, address
from zhunsheng.desk.permissions import EVERYBODY, PERMISSIONS
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.invite.models import MOST_TRIES, Invitation
from zhunsheng.kernel.org.models import Post
from zhunsheng.kernel.record.models import Standing, Version
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.oversight.models import TeamRemark

REMARKS = "oversight.teamremark"
NOW = datetime(2024, 6, 3, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = datetime(2024, 6, 11, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
FORM = {
    "filled_by": "韩某", "title": "关于评审回避的意见", "about": "评审回避",
    "made_on": "2024-05-06",
}  # fmt: skip


@pytest.fixture(autouse=True)
def forgotten() -> None:
    cache.clear()


def made(people: People, who: str = "office_recorder", **values: str) -> str:
    """The path of a link, as its maker was shown it."""
    given = {
        "sent_to": "派驻组 韩某", "last_day": "2024-06-10",
        "division": str(people.bureau.divisions["office"].pk),
    }  # fmt: skip
    with standing_at(NOW):
        shown = people.at(who).post(register_page(REMARKS, "invitations"), given | values).text
    found = re.search(r"http://testserver(/\S+/fill-in/[^<\s]+)", shown)
    assert found, shown
    return found[1]


def paper(name: str, data: bytes = b"%PDF-1.4 paper") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def sent(path: str, at: datetime = NOW, **values: Any) -> Any:
    with standing_at(at):
        return Client().post(path, FORM | values)


def seen(path: str, at: datetime = NOW) -> Any:
    with standing_at(at):
        return Client().get(path)


def test_the_row_arrives_unconfirmed_and_says_who_filled_it_in_by_whose_link(
    people: People,
) -> None:
    path = made(people)
    assert "派驻组意见" in seen(path).text
    answer = sent(path)
    assert answer.headers["Location"] == reverse("desk:filled-in")
    row = TeamRemark.objects.get()
    maker = people.bureau.persons["office_recorder"]
    assert (row.standing, row.division.code, row.recorded_by) == (
        Standing.SUBMITTED, "office", maker,
    )  # fmt: skip
    version = Version.objects.get(item_id=row.pk)
    assert version.reason == "由韩某凭办公室填报员发出的一次性链接填写（发往：派驻组 韩某）"
    assert version.reason in people.at("office").get(record_page(row)).text
    entry = Entry.objects.get(action="fill_in")
    assert '"filled_by":"韩某"' in entry.payload
    assert people.at("office_recorder").get(record_page(row)).status_code == 200


def test_its_maker_does_not_confirm_what_came_by_the_link(people: People) -> None:
    path = made(people, "legal_officer", division=str(people.bureau.divisions["legal"].pk))
    sent(path)
    row = TeamRemark.objects.get()
    people.at("legal_officer").post(record_page(row, "confirm"), {"version": row.version})
    row.refresh_from_db()
    assert row.standing == Standing.SUBMITTED
    people.at("legal_second").post(record_page(row, "confirm"), {"version": row.version})
    row.refresh_from_db()
    assert row.standing == Standing.CONFIRMED


def closed(answer: HttpResponse, word: str) -> None:
    assert answer.status_code == 410
    assert word in answer.content.decode()
    assert b'<form method="post" class="card entry"' not in answer.content


def test_it_works_once(people: People) -> None:
    path = made(people)
    sent(path)
    closed(sent(path), "已经填写过")
    closed(seen(path), "已经填写过")
    assert TeamRemark.objects.count() == 1


def test_its_last_day_counts_and_the_day_after_it_is_closed(people: People) -> None:
    path = made(people, last_day="2024-06-10")
    last = datetime(2024, 6, 10, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert seen(path, last).status_code == 200
    closed(sent(path, LATER), "已过截止日期")
    assert not TeamRemark.objects.exists()


def test_a_revoked_link_is_closed_and_is_revoked_only_by_who_keeps_the_division(
    people: People,
) -> None:
    path = made(people)
    row = Invitation.objects.get()
    page = reverse("desk:revoke-invitation", args=[REMARKS, row.pk])
    assert people.at("head").post(page).status_code == 404
    assert people.at("principal").post(page).status_code == 403
    assert seen(path).status_code == 200
    with standing_at(NOW):
        people.at("office_recorder").post(page)
    closed(sent(path), "已被发出人撤销")
    assert not TeamRemark.objects.exists()


def test_a_maker_who_left_the_post_leaves_no_open_door(people: People) -> None:
    path = made(people)
    Post.objects.filter(person=people.bureau.persons["office_recorder"]).update(
        last_day=date(2024, 6, 2)
    )
    closed(sent(path), "已不负责该科室填报")


def test_an_address_that_is_only_tried_out_locks(people: People) -> None:
    path = made(people)
    for _ in range(MOST_TRIES):
        answer = sent(path, made_on="不是日期")
        assert answer.status_code == 422
    assert "关于评审回避的意见" in answer.text  # what was typed stays
    closed(sent(path), "锁定")


def test_guessed_addresses_are_not_found_and_soon_the_machine_is_turned_away(
    people: People,
) -> None:
    path = made(people)
    guess = reverse("desk:fill-in", args=["x" * 43])
    codes = [seen(guess).status_code for _ in range(21)]
    assert codes == [404] * 20 + [429]
    assert seen(path).status_code == 429


def test_the_address_is_kept_nowhere(people: People) -> None:
    token = made(people).rstrip("/").rsplit("/", 1)[1]
    row = Invitation.objects.get()
    kept = " ".join(str(v) for v in Invitation.objects.values_list().get())
    kept += " ".join(Entry.objects.values_list("payload", flat=True))
    assert token not in kept
    assert row.digest.startswith("sm3:")
    listed = people.at("office_recorder").get(register_page(REMARKS, "invitations")).text
    assert "派驻组 韩某" in listed
    assert token not in listed


def test_nothing_else_opens_by_it(people: People) -> None:
    browser = Client()
    with standing_at(NOW):
        assert browser.get(made(people)).status_code == 200
    for name in NAMES:
        if PERMISSIONS[name] != EVERYBODY:
            answer = browser.get(address(name))
            assert answer.status_code == 302, name
            assert answer.headers["Location"].startswith(reverse("desk:sign-in"))


def test_headers_keep_the_address_to_itself_and_the_form_needs_its_token(people: People) -> None:
    path = made(people)
    answer = seen(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    strict = Client(enforce_csrf_checks=True)
    with standing_at(NOW):
        assert strict.post(path, FORM).status_code == 403
        shown = strict.get(path).text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
        assert token
        assert strict.post(path, FORM | {"csrfmiddlewaretoken": token[1]}).status_code == 302


def test_fields_the_form_does_not_have_are_not_taken(people: People) -> None:
    other = people.bureau.divisions["rnd"].pk
    sent(
        made(people), division=str(other), standing="confirmed", answered_on="2024-06-01",
        recorded_by=str(people.bureau.persons["principal"].pk),
    )  # fmt: skip
    row = TeamRemark.objects.get()
    assert (row.standing, row.division.code) == ("submitted", "office")
    assert row.recorded_by == people.bureau.persons["office_recorder"]


@pytest.mark.parametrize("day", ["2024-06-02", "2024-08-03", ""])
def test_a_link_lives_from_today_for_sixty_days_at_most(people: People, day: str) -> None:
    form = {"sent_to": "某人", "last_day": day, "division": ""}
    form["division"] = str(people.bureau.divisions["office"].pk)
    with standing_at(NOW):
        answer = people.at("office_recorder").post(register_page(REMARKS, "invitations"), form)
    assert answer.status_code == 422
    assert not Invitation.objects.exists()


def test_only_who_keeps_the_division_makes_one_and_never_for_lines(people: People) -> None:
    form = {"sent_to": "某人", "last_day": "2024-06-10"}
    form["division"] = str(people.bureau.divisions["legal"].pk)
    with standing_at(NOW):
        page = register_page(REMARKS, "invitations")
        assert people.at("office_recorder").post(page, form).status_code == 422
        assert people.at("adviser").post(page, form).status_code == 403
        lines = register_page("norms.cleanupconclusion", "invitations")
        assert people.at("legal_officer").get(lines).status_code == 404
    assert not Invitation.objects.exists()


def test_papers_sent_with_the_form_lie_beside_the_row_and_are_no_more_than_evidence(
    people: People,
) -> None:
    path = made(people)
    sent(path, papers=[paper("意见原件.pdf"), paper("附件.pdf", b"%PDF-1.4 other")])
    row = TeamRemark.objects.get()
    names = list(Evidence.objects.filter(item_id=row.pk).values_list("file__name", flat=True))
    assert sorted(names) == ["意见原件.pdf", "附件.pdf"]
    assert "files" in Entry.objects.get(action="fill_in").payload
    first = Evidence.objects.order_by("pk")[0]
    kept = people.at("office_recorder").get(
        reverse("desk:evidence", args=[REMARKS, row.pk, first.pk])
    )
    assert kept.headers["Content-Security-Policy"] == "sandbox"
    assert kept.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("papers", "told"),
    [
        ([("脚本.html", b"<script>")], "不能作为佐证"),
        ([("冒名.pdf", b"MZ program")], "与扩展名.pdf不符"),
        ([("空.pdf", b"")], "空"),
        ([(f"{n}.pdf", b"%PDF") for n in range(4)], "最多上传3个文件"),
        ([("过大.pdf", b"%PDF" + b"0" * (10 * 1024 * 1024))], "超过10MB"),
    ],
)
def test_papers_that_are_not_taken_are_said_and_the_form_keeps_its_words(
    people: People, papers: list[tuple[str, bytes]], told: str
) -> None:
    answer = sent(made(people), papers=[paper(*one) for one in papers])
    assert answer.status_code == 422
    assert told in answer.text
    assert FORM["title"] in answer.text
    assert not TeamRemark.objects.exists()
    assert not Evidence.objects.exists()
