"""What a clerk reads is the thing itself: register, number, state, month and day."""

from datetime import date

from django.urls import reverse

from tests.desk.people import People, record_page, register_page
from tests.reports.desk import compiled, issued, small_year
from zhunsheng.kernel.occasion.hold import hold
from zhunsheng.kernel.registry import law
from zhunsheng.regimes.norms.models import Interpretation
from zhunsheng.reports.publish import publish

OCCASIONS = register_page("kernel.occasion", "new")


def interpretation(people: People) -> Interpretation:
    document = people.document(number="澜科规〔2024〕9号")
    return people.bureau.confirmed(
        Interpretation, division="rnd", document=document, title="政策解读",
        form="text", published_on=date(2024, 3, 1),
    )  # fmt: skip


def test_a_meeting_s_form_folds_what_each_facet_asks_under_its_box(people: People) -> None:
    page = people.at("office_recorder").get(OCCASIONS).text
    own, *facets = page.split('<fieldset class="facet">')
    assert "id_agenda" in own
    assert [facet for facet in facets if 'name="study.session:forum"' in facet]
    assert "study.session:" not in own
    assert "议事决策：" not in page, "the box names the facet, not each of its fields"
    assert "存为草稿" not in page, "a meeting is handed in as it is entered"


def test_a_column_called_by_a_number_shows_it(people: People) -> None:
    row = interpretation(people)
    reader = people.at("legal_officer")
    assert "澜科规〔2024〕9号 科技创新券管理办法" in reader.get(record_page(row)).text
    form = reader.get(record_page(row, "edit")).text
    assert ">澜科规〔2024〕9号 科技创新券管理办法</option>" in form
    reader.cookies["zhunsheng_language"] = "en"
    shown = reader.get(record_page(row)).text
    assert "document explained" in shown
    assert '<dd lang="zh-CN">科技创新券管理办法</dd>' in shown


def test_a_meeting_names_the_register_each_facet_stands_in(people: People) -> None:
    by = people.bureau.persons["office_recorder"]
    values = {
        "title": "局党组第三次会议", "kind": "party_group", "held_on": date(2024, 3, 5),
        "led_by": "局长", "agenda": "学习习近平法治思想",
    }  # fmt: skip
    occasion, (session,) = hold(
        values, by=by, division=people.bureau.divisions["office"],
        facets={"study.session": {"forum": "first_topic", "on_thought": True}},
    )  # fmt: skip
    reader = people.at("legal_officer")
    assert "<span>学法活动</span>" in reader.get(record_page(occasion)).text
    assert "<span>会议和活动</span>" in reader.get(record_page(session)).text


def test_the_year_says_whether_its_report_is_public(db: None) -> None:
    people = People(small_year())
    edition = issued(people.bureau)
    year = f"{reverse('desk:year')}?year=2024"
    principal = people.at("principal")
    assert "办公室尚未办理公开" in principal.get(year).text
    office, reviewer = (people.bureau.persons[n] for n in ("office", "legal_officer"))
    publish(edition, by=office, reviewed_by=reviewer, note="不涉密，可以公开")
    assert "已向社会公开" in principal.get(year).text


def test_of_many_totals_the_first_are_seen_and_the_rest_folded(people: People) -> None:
    people.document()
    page = people.at("legal_officer").get(register_page("norms.normativedocument")).text
    totals = page[page.index('id="totals"') :]
    seen, folded = totals.split("<details", 1)
    assert (seen.count("<dt>"), folded.count("<dt>") > 9) == (9, True)


def test_months_days_and_articles_are_read_in_the_readers_language(people: People) -> None:
    reader = people.at("legal_officer")
    asked = {"month": "2024-05"}
    assert "2024年5月" in reader.get(reverse("desk:monthly"), asked).text
    reader.cookies["zhunsheng_language"] = "en"
    assert "May 2024" in reader.get(reverse("desk:monthly"), asked).text
    rule = next(rule for rule in law().rules() if rule.article == "第三十三条")
    assert "<dd>article 33</dd>" in reader.get(reverse("desk:help-rule", args=[rule.key])).text
    assert "31 January" in reader.get(reverse("desk:reference")).text


def test_what_changed_in_a_report_is_read_with_names_not_codes(db: None) -> None:
    people = People(small_year())
    report = compiled(people.bureau)
    page = people.at("legal_officer").get(reverse("desk:report-changes", args=[report.pk])).text
    assert "〔派驻组提出意见〕" in page
    assert "{oversight.remarks}" not in page


def test_who_writes_in_one_register_is_led_to_it(people: People) -> None:
    registers = reverse("desk:registers")
    page = people.at("team").get(registers).text
    own = page[page.index('id="own"') :].split("</section>")[0]
    assert "派驻组意见" in own
    assert register_page("oversight.teamremark", "new") in own
    assert own.count("<li>") == 1
    for keeper_or_reader in ("recorder", "principal"):
        assert 'id="own"' not in people.at(keeper_or_reader).get(registers).text
