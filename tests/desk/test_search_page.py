"""Search: words of two characters, phrases, numbers and papers; only what one may see."""

from datetime import date

from django.urls import reverse

from tests.desk.people import People
from zhunsheng.desk.search import words_of
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.oversight.models import TeamRemark

PAGE = reverse("desk:search")


def remark(people: People, title: str, about: str, division: str = "rnd") -> TeamRemark:
    return people.bureau.confirmed(
        TeamRemark, title=title, about=about, made_on=date(2024, 3, 4), division=division
    )


def titles(people: People, name: str, **asked: str) -> list[str]:
    found = people.at(name).get(PAGE, asked).context["found"]
    return [hit.record.title for register in found for hit in register.hits]


def test_words_are_parted_by_spaces_and_a_phrase_is_kept_whole() -> None:
    assert words_of("评审　回避 a") == ("评审", "回避")
    assert words_of("“评审 回避” 2024") == ("评审 回避", "2024")
    assert words_of("法") == ()


def test_a_word_is_found_in_any_column_and_all_words_must_stand(people: People) -> None:
    remark(people, "关于评审的意见", "重点专项项目评审回避")
    remark(people, "关于采购的意见", "信息化运维采购")
    assert titles(people, "legal_officer", q="回避") == ["关于评审的意见"]
    assert titles(people, "legal_officer", q="评审 采购") == []
    assert titles(people, "legal_officer", q="意见 采购") == ["关于采购的意见"]
    shown = people.at("legal_officer").get(PAGE, {"q": "回避"}).text
    assert "<mark>回避</mark>" in shown


def test_a_paper_is_found_by_its_name(people: People) -> None:
    row = remark(people, "关于评审的意见", "项目评审")
    paper = store("专家库抽取记录.pdf", b"%PDF-1.4 x")
    attach(row, paper, by=people.bureau.persons["recorder"], kind="paper")
    assert titles(people, "legal_officer", q="专家库") == ["关于评审的意见"]


def test_another_divisions_rows_stay_unseen(people: People) -> None:
    remark(people, "关于评审的意见", "项目评审", division="talent")
    assert titles(people, "head", q="评审") == []
    assert titles(people, "office", q="评审") == ["关于评审的意见"]
    assert titles(people, "adviser", q="评审") == []


def test_the_search_is_narrowed_by_regime_and_year(people: People) -> None:
    remark(people, "关于评审的意见", "项目评审")
    assert titles(people, "office", q="评审", regime="norms") == []
    assert titles(people, "office", q="评审", regime="oversight", year="2024")
    assert titles(people, "office", q="评审", year="2023") == []


def test_one_character_is_not_searched_and_that_is_said(people: People) -> None:
    assert "至少两个字" in people.at("office").get(PAGE, {"q": "法"}).text


def test_whoever_sees_institutions_too_narrows_the_search_to_one_agency(people: People) -> None:
    institute = make_bureau("institute")
    remark(people, "关于评审的意见", "项目评审回避")
    institute.confirmed(
        TeamRemark, title="关于回避的意见", about="设备采购", made_on=date(2024, 3, 4),
        division="office",
    )  # fmt: skip
    assert 'name="agency"' not in people.at("legal_officer").get(PAGE).text
    Agency.objects.filter(pk=institute.agency.pk).update(
        parent=people.bureau.agency, affiliated=True, short_name="科技情报所"
    )
    assert len(titles(people, "legal_officer", q="回避")) == 2
    only = str(institute.agency.pk)
    assert titles(people, "legal_officer", q="回避", agency=only) == ["关于回避的意见"]
    shown = people.at("legal_officer").get(PAGE, {"q": "回避", "agency": only}).text
    assert f'<option value="{only}" selected>科技情报所</option>' in shown
    assert "科技情报所 · " in shown


def test_the_agency_of_an_address_opens_nothing_more(people: People) -> None:
    other = make_bureau("other")
    other.confirmed(
        TeamRemark, title="别局意见", about="回避", made_on=date(2024, 3, 4), division="office"
    )
    key = str(other.agency.pk)
    assert titles(people, "legal_officer", q="回避", agency=key) == []
    assert 'name="agency"' not in people.at("recorder").get(PAGE, {"agency": key}).text
