"""A form tells the rule a field falls under, beside it and with its ground."""

from datetime import date

from django.urls import reverse

from tests.desk.people import REQUESTS, People, record_page, register_page
from zhunsheng.regimes.disclosure.models import Publication

_REPLY = "自收到申请之日起20个工作日内答复"
_LEAK = "发现泄密立即补救，24小时内报告"


def _beside(page: str, field: str) -> str:
    """What the page says beside the field, which is said to describe it."""
    assert f'aria-describedby="id_{field}_helptext"' in page
    return page.split(f'id="id_{field}_helptext">')[1].split("</small>", maxsplit=1)[0]


def test_the_day_that_starts_a_deadline_tells_its_rule_and_links_its_ground(people: People) -> None:
    page = people.at("office_recorder").get(register_page(REQUESTS, "new")).text
    told = _beside(page, "received_on")
    assert _REPLY in told and "《政府信息公开条例》第三十三条" in told
    assert f'href="{reverse("desk:help-rule", args=["disclosure.reply_term"])}"' in told
    assert page.count(_REPLY) == 1


def test_in_english_too(people: People) -> None:
    browser = people.at("office_recorder")
    browser.cookies["zhunsheng_language"] = "en"
    told = _beside(browser.get(register_page(REQUESTS, "new")).text, "received_on")
    assert "20 working days" in told and "article 33" in told and "日" not in told


def test_a_step_that_meets_a_deadline_tells_it_beside_its_day(people: People) -> None:
    page = people.at("office").get(record_page(people.request()) + "step/reply/").text
    assert _REPLY in _beside(page, "on")


def test_two_duties_of_one_rule_tell_it_once(people: People) -> None:
    row = people.bureau.confirmed(
        Publication, division="office", title="申报通知", index_number="2024-001",
        category="services", formed_on=date(2024, 3, 1), published_on=date(2024, 3, 5),
    )  # fmt: skip
    page = people.at("office").get(record_page(row) + "step/find_leak/").text
    assert _beside(page, "on").count(_LEAK) == 1
    assert '<input type="time" name="leak_found_at"' in page
