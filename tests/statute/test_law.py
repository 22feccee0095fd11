"""A rule's force and confidence decide whether it blocks and how it may be cited."""

from datetime import date
from enum import Enum

import pytest

from zhunsheng.statute.article import in_english, number
from zhunsheng.statute.law import Confidence, Force, Instrument, Override, Rule
from zhunsheng.statute.pack import shipped_law

LAW = shipped_law()
DECREE = Instrument("decree", "条例", "Regulations", short_zh="713号令", short_en="Decree 713")
FOR_THE_CITY = Override("for_whom", "city_government", Force.BINDING)


def rule(
    *,
    force: Force = Force.BINDING,
    confidence: Confidence = Confidence.VERIFIED,
    article: str = "第二十五条",
    when: tuple[Override, ...] = (),
    usual: bool = False,
) -> Rule:
    return Rule(
        key="decisions.review",
        zh="审查",
        en="review",
        instrument=DECREE,
        article=article,
        force=force,
        confidence=confidence,
        when=when,
        usual=usual,
    )


@pytest.mark.parametrize("force", Force)
@pytest.mark.parametrize("confidence", Confidence)
def test_only_what_binds_and_was_verified_blocks(force: Force, confidence: Confidence) -> None:
    expected = (force, confidence) == (Force.BINDING, Confidence.VERIFIED)
    assert rule(force=force, confidence=confidence).blocks() == expected


def test_a_rule_that_says_as_a_rule_does_not_block() -> None:
    assert rule().blocks()
    assert not rule(usual=True).blocks()


def test_a_field_of_the_record_changes_the_force() -> None:
    review = rule(force=Force.BY_REFERENCE, when=(FOR_THE_CITY,))
    assert review.force_for({"for_whom": "own"}) == Force.BY_REFERENCE
    assert review.force_for({}) == Force.BY_REFERENCE
    assert review.force_for({"for_whom": "city_government"}) == Force.BINDING
    assert not review.blocks({"for_whom": "own"})
    assert review.blocks({"for_whom": "city_government"})


def test_the_field_may_hold_a_member_of_an_enumeration() -> None:
    class ForWhom(Enum):
        CITY = "city_government"

    review = rule(force=Force.BY_REFERENCE, when=(FOR_THE_CITY,))
    assert review.force_for({"for_whom": ForWhom.CITY}) == Force.BINDING


def test_citations_say_how_the_rule_binds() -> None:
    review = LAW.rule("decisions.legality_review")
    assert review.citation("zh", {"for_whom": "own"}) == "参照713号令第二十五条"
    assert review.citation("en", {"for_whom": "own"}) == "Decree 713, article 25 (by reference)"
    city = {"for_whom": "city_government"}
    assert review.citation("zh", city) == "《重大行政决策程序暂行条例》第二十五条"
    assert LAW.rule("disclosure.publish_term").citation() == "《政府信息公开条例》第二十六条"
    assert LAW.rule("disclosure.publish_term").citation("en") == (
        "Regulations on Open Government Information, article 26"
    )


@pytest.mark.parametrize("confidence", [c for c in Confidence if c != Confidence.VERIFIED])
def test_an_unverified_rule_is_never_cited_bare(confidence: Confidence) -> None:
    for article in ("第二十五条", ""):
        for force in Force:
            cited = rule(force=force, confidence=confidence, article=article)
            assert "（条号未核实）" in cited.citation("zh")
            assert "(article not verified)" in cited.citation("en")
    assert rule(confidence=confidence, article="").citation() == "《条例》（条号未核实）"


def test_a_rule_by_reference_says_so_even_unverified() -> None:
    cited = rule(force=Force.BY_REFERENCE, confidence=Confidence.MEMORY_LOW)
    assert cited.citation() == "参照713号令第二十五条（条号未核实）"


def test_values_are_read_by_name() -> None:
    assert LAW.rule("disclosure.publish_term").value("working_days") == 20
    with pytest.raises(KeyError):
        LAW.rule("disclosure.publish_term").value("hours")


def test_a_rule_is_in_force_within_its_own_and_its_instruments_dates() -> None:
    instrument = Instrument(
        "i", "条例", "Regulations", in_force_from=date(2020, 1, 1), in_force_to=date(2024, 12, 31)
    )
    dated = Rule("k", "甲", "a", instrument, "", Force.LOCAL, Confidence.UNKNOWN, date(2021, 6, 1))
    assert not dated.in_force(date(2021, 5, 31))
    assert dated.in_force(date(2021, 6, 1))
    assert dated.in_force(date(2024, 12, 31))
    assert not dated.in_force(date(2025, 1, 1))


@pytest.mark.parametrize(
    ("article", "english"),
    [
        ("第一条", "article 1"),
        ("第十条", "article 10"),
        ("第二十六条", "article 26"),
        ("第一百零八条", "article 108"),
        ("第三十三条第二款", "article 33 paragraph 2"),
        ("第二十条第（五）项", "article 20"),
        ("第三十八条、第四十条", "articles 38, 40"),
        ("指标24", "indicator 24"),
        ("附件一", "附件一"),
    ],
)
def test_articles_in_english(article: str, english: str) -> None:
    assert in_english(article) == english


def test_chinese_numerals_of_articles() -> None:
    assert [number(n) for n in ("九", "十", "十一", "二十", "九十九", "一百一十")] == [
        9, 10, 11, 20, 99, 110,
    ]  # fmt: skip


def test_force_and_confidence_are_named_in_both_languages() -> None:
    for scale in (Force, Confidence):
        for member in scale:
            assert member.zh
            assert member.en.isascii()
    assert Confidence.VERIFIED.zh == "已核实"
