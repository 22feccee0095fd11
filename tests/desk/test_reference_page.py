"""Reference data at the desk: ground and confidence of each row, what changed and moved."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.desk.people import People
from tests.kernel.test_notices import AUTUMN
from zhunsheng.kernel.duty.load_notice import remove_notice
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.org.models import OrganisationChange
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.counsel.models import Opinion

OPINION = "counsel.opinion_term/working_days"
LIMITS, NOTICES = reverse("desk:reference"), reverse("desk:reference-notices")


def asked(people: People) -> int:
    row = people.bureau.confirmed(
        Opinion, division="legal", title="创新券办法征询", kind="policy", adviser="叶衡",
        no_conflict=True, asked_on=date(2024, 6, 3),
    )  # fmt: skip
    return int(row.pk)


def test_each_limit_stands_with_its_ground_and_confidence(people: People) -> None:
    page = people.at("recorder").get(LIMITS).text
    for word in (
        "法律意见自征询之日起10个工作日内出具",
        "《法律顾问工作规则》",
        "未核实，把握较小",
    ):
        assert word in page
    for word in ("《政府信息公开条例》第三十三条", "已核实", "不可调整"):
        assert word in page


def test_a_limit_is_proposed_approved_shown_and_moves_the_due_date(people: People) -> None:
    item, browser = asked(people), people.at("administrator")
    address = f"{reverse('desk:admin-change', args=['limit'])}?limit={OPINION}"
    assert address in browser.get(LIMITS).text
    assert f'value="{OPINION}" selected' in browser.get(address).text
    form = {"limit": OPINION, "value": "15", "reason": "局务会议定"}
    assert browser.post(address, form).status_code == 302
    change = OrganisationChange.objects.get()
    people.at("administrator_second").post(
        reverse("desk:admin-decide", args=[change.pk, "approve"])
    )
    assert Obligation.objects.get(item_id=item).due_on == date(2024, 6, 25)
    page = browser.get(LIMITS).text
    for word in ("15个工作日", "默认：10个工作日", "局务会议定", "本单位自行设定1项"):
        assert word in page
    record = people.at("legal_officer").get(reverse("desk:record", args=["counsel.opinion", item]))
    assert "15个工作日" in record.text


def test_the_list_offers_no_limit_that_verified_law_fixes(people: People) -> None:
    page = people.at("administrator").get(reverse("desk:admin-change", args=["limit"])).text
    assert OPINION in page
    assert "disclosure.reply_term" not in page
    assert "disclosure.annual_report" not in page


def test_a_notice_is_looked_at_with_what_it_moves_before_it_is_loaded(people: People) -> None:
    row = people.request()
    remove_notice(2024, by=people.bureau.persons["administrator"])
    browser, entries = people.at("office"), Entry.objects.count()
    page = browser.post(NOTICES, {"text": AUTUMN}).text
    for word in ("2024-10-08", "2024-10-14", row.title, "1个到期日将变动"):
        assert word in page
    assert Entry.objects.count() == entries
    assert Obligation.objects.get(item_id=row.pk).due_on == date(2024, 10, 8)
    answer = browser.post(NOTICES, {"text": AUTUMN, "load": "1"}, follow=True)
    assert Obligation.objects.get(item_id=row.pk).due_on == date(2024, 10, 14)
    assert "国办发明电〔2023〕7号" in answer.text
    assert Entry.objects.latest("sequence").action == "load_notice"
    assert "本单位装载" in answer.text


def test_an_administrator_sees_dates_move_but_no_title_of_a_record(people: People) -> None:
    row = people.request()
    remove_notice(2024, by=people.bureau.persons["administrator"])
    page = people.at("administrator").post(NOTICES, {"text": AUTUMN}).text
    assert "2024-10-14" in page
    assert row.title not in page


def test_what_is_no_notice_keeps_its_text_and_says_why(people: People) -> None:
    answer = people.at("office").post(NOTICES, {"text": "今年放假若干天"})
    assert "今年放假若干天" in answer.text
    assert "不是放假安排通知" in answer.text


@pytest.mark.parametrize("who", ["recorder", "principal"])
def test_who_does_not_keep_the_calendar_reads_it(people: People, who: str) -> None:
    browser = people.at(who)
    assert "<textarea" not in browser.get(NOTICES).text
    answer = browser.post(NOTICES, {"text": AUTUMN, "load": "1"})
    assert "维护节假日安排" in answer.text
    assert not Entry.objects.filter(action="load_notice").exists()


def test_classes_and_sources_are_named_and_dated(people: People) -> None:
    browser = people.at("legal_officer")
    classes = browser.get(reverse("desk:reference-classes")).text
    for word in ("按照本单位公开目录归类", "规划统计", "未核实，把握一般"):
        assert word in classes
    assert "planning statistics" not in classes  # each key stands under its name
    assert not re.search(r"<dd[^>]*>[^<]*\bother\b", classes)
    sources = browser.get(reverse("desk:reference-sources")).text
    assert "《政府信息公开条例》" in sources
    assert "2026-11-25" in sources


def test_an_adviser_does_not_open_it(people: People) -> None:
    assert people.at("adviser").get(LIMITS).status_code == 403
