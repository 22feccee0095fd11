"""Packs of law: what ships, how texts follow each other, and what is refused by name."""

from datetime import date

import pytest

from zhunsheng.statute.errors import PackError, StatuteError, UnknownRuleError
from zhunsheng.statute.law import Confidence, Force
from zhunsheng.statute.pack import Law, load_pack, merged, shipped_law

LAW = shipped_law()
PACK = """
[pack]
key = "city"
zh = "市规则包"
en = "city pack"
owner = "法规科"
dated = 2024-05-01

[pack.sources]
page = "https://city.example/rules"

[[instrument]]
key = "city_measures"
zh = "澜川市办法"
en = "City Measures"

[[rule]]
key = "norms.filing"
zh = "20日内备案"
en = "filed within 20 days"
instrument = "city_measures"
article = "第九条"
force = "local"
confidence = "verified"
values = { days = 20 }
from = 2024-06-01
source = "page (read on paper)"
"""


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("report.submit_deadline", "month", 3),
        ("report.publish_deadline", "month", 4),
        ("report.contents", "items", 5),
        ("disclosure.publish_term", "working_days", 20),
        ("disclosure.reply_term", "working_days", 20),
        ("disclosure.extension_term", "working_days", 20),
        ("disclosure.correction_term", "working_days", 7),
        ("disclosure.third_party_term", "working_days", 15),
        ("disclosure.joint_term", "working_days", 15),
        ("disclosure.annual_report", "day", 31),
        ("disclosure.withdraw_report", "hours", 24),
        ("disclosure.review_chain", "levels", 3),
        ("norms.comment_period", "working_days", 7),
        ("norms.market_comment_period", "days", 30),
        ("norms.legality_examination_term", "min_working_days", 5),
        ("norms.legality_examination_term", "max_working_days", 15),
        ("norms.filing", "days", 15),
        ("norms.validity", "years", 5),
        ("norms.review_reply", "working_days", 10),
        ("decisions.public_participation", "days", 30),
        ("decisions.legality_review_term", "working_days", 7),
        ("oversight.reply_term", "months", 3),
        ("oversight.reply_term_extended", "months", 6),
        ("oversight.proposal_term", "months", 3),
        ("oversight.co_opinion", "months", 2),
        ("oversight.feedback", "working_days", 10),
    ],
)
def test_the_shipped_numbers(key: str, name: str, value: int) -> None:
    assert LAW.rule(key).value(name) == value


@pytest.mark.parametrize(
    "key",
    [
        "disclosure.secrecy_review",
        "disclosure.examination",
        "norms.fair_competition_review",
        "norms.legality_examination",
        "norms.collective_decision",
        "norms.registration",
        "norms.publication",
        "norms.cleanup",
        "norms.counsel_heard",
        "oversight.publish_reply",
        "oversight.principal_signs",
        "oversight.team_remark",
    ],
)
def test_the_shipped_rules_without_numbers(key: str) -> None:
    assert LAW.rule(key).zh


def test_every_shipped_row_says_where_it_comes_from() -> None:
    for rule in LAW.rules():
        assert rule.source, rule.key
        assert rule.zh and rule.en.isascii(), rule.key
        if rule.confidence == Confidence.VERIFIED:
            assert rule.source.startswith("http"), rule.key
            assert rule.instrument.confidence == Confidence.VERIFIED, rule.key
    for instrument in LAW.instruments.values():
        assert instrument.source, instrument.key
        assert LAW.of(instrument.key), f"no rule of {instrument.key}"


def test_no_local_or_internal_rule_of_the_model_blocks() -> None:
    for rule in LAW.of("province_norms") + LAW.of("province_suggestions"):
        assert rule.force == Force.LOCAL
        assert not rule.blocks()
    assert not LAW.rule("disclosure.review_chain").blocks()
    assert not LAW.rule("norms.market_comment_period").blocks()  # “as a rule”
    assert LAW.rule("disclosure.publish_term").blocks()


def test_texts_of_a_rule_never_overlap() -> None:
    for rule in LAW.rules():
        for day in (rule.in_force_from, rule.in_force_to):
            if day:
                texts = [r for r in LAW.rules() if r.key == rule.key and r.in_force(day)]
                assert len(texts) <= 1, (rule.key, day)


@pytest.mark.parametrize(
    ("key", "on", "cited"),
    [
        ("norms.fair_competition_review", "2024-07-31", "《优化营商环境条例》第六十三条"),
        ("norms.fair_competition_review", "2024-08-01", "《公平竞争审查条例》第十八条"),
        ("disclosure.secrecy_review", "2024-08-31", "《政府信息公开条例》第十七条"),
        ("disclosure.secrecy_review", "2024-09-01", "《保守国家秘密法实施条例》第四十二条"),
    ],
)
def test_the_text_in_force_on_the_day_answers(key: str, on: str, cited: str) -> None:
    assert LAW.rule(key, date.fromisoformat(on)).citation() == cited


def test_a_rule_judges_no_day_on_which_it_was_not_in_force() -> None:
    before = date(2019, 12, 31)
    assert LAW.in_force("norms.fair_competition_review", before) is None
    with pytest.raises(UnknownRuleError) as refused:
        LAW.rule("norms.fair_competition_review", before)
    assert "2019-12-31" in refused.value.zh
    assert "add it to a pack with its dates" in refused.value.en


def test_an_unknown_rule_is_refused_with_its_remedy_and_the_nearest_name() -> None:
    for ask in (LAW.rule, lambda key: LAW.in_force(key, date(2024, 1, 1))):
        with pytest.raises(UnknownRuleError) as refused:
            ask("disclosure.publish_terms")
        assert "disclosure.publish_term”" in refused.value.zh
        assert "rules.toml" in refused.value.zh
        assert "rules.toml" in refused.value.en
    with pytest.raises(UnknownRuleError):
        Law({}, ()).rule("x")


def test_a_local_pack_follows_the_shipped_text_from_its_day_on() -> None:
    law = LAW.with_rules(PACK)
    assert law.rule("norms.filing", date(2024, 5, 31)).value("days") == 15
    assert law.rule("norms.filing", date(2024, 6, 1)).value("days") == 20
    assert law.rule("norms.filing").citation() == "《澜川市办法》第九条"
    assert law.rule("norms.filing").source == "https://city.example/rules (read on paper)"
    assert law.of("city_measures") == (law.rule("norms.filing"),)
    assert LAW.rule("norms.filing").value("days") == 15


def test_a_rule_of_the_same_key_and_day_is_replaced() -> None:
    law = LAW.with_rules(PACK.replace("from = 2024-06-01\n", ""))
    assert law.rule("norms.filing", date(2024, 1, 1)).value("days") == 20
    assert len(law.rules()) == len(LAW.rules())


def test_a_pack_may_name_an_instrument_of_the_packs_below() -> None:
    own = PACK.replace('instrument = "city_measures"', 'instrument = "disclosure_regulations"')
    assert LAW.with_rules(own).rule("norms.filing").instrument.zh == "政府信息公开条例"
    with pytest.raises(PackError, match="没有列出"):
        load_pack(own)


def test_a_pack_says_whose_it_is_and_of_which_day() -> None:
    pack = load_pack(PACK)
    assert (pack.key, pack.owner, pack.dated) == ("city", "法规科", date(2024, 5, 1))
    assert merged([pack]).rule("norms.filing") == pack.rules[0]


FAULTS = {
    "not TOML": ('key = "city"', "key = city", "不是有效的TOML"),
    "unknown part": ("[[instrument]]", "[[instruments]]", "instruments"),
    "unknown field": ("article =", "artcle =", "artcle"),
    "no key": ('key = "norms.filing"\n', "", "缺少key"),
    "no Chinese": ('zh = "20日内备案"\n', "", "norms.filing”缺少zh"),
    "text that is none": ('en = "City Measures"', "en = 7", "city_measures”缺少en"),
    "instrument not listed": ('instrument = "city_measures"', 'instrument = "x"', "“x”没有列出"),
    "unknown force": ('force = "local"', 'force = "strong"', "strong”无效；可用：binding"),
    "unknown confidence": ('"verified"', '"sure"', "sure”无效；可用：verified"),
    "verified without source": ('source = "page (read on paper)"', "", "没有写明来源"),
    "day as text": ("from = 2024-06-01", 'from = "2024-06-01"', "不是日期"),
    "value that is no number": ("days = 20", "days = 2.5", "values只能是整数或文字"),
    "values that are no table": ("values = { days = 20 }", "values = 20", "values只能是"),
    "sources that are no texts": ('page = "https', "page = 1 #", "应为若干文字"),
    "rule that is no table": ("[[rule]]", "rule = 1\n[[x]]", "x"),
    "when without field": ("from = 2024", 'when = [{ value = "a" }]\nfrom = 2024', "缺少field"),
    "when without force": (
        "from = 2024",
        'when = [{ field = "f", value = "a" }]\nfrom = 2024',
        "可用：binding",
    ),
    "when that is no list": ("from = 2024", "when = 1\nfrom = 2024", "when应为若干个表"),
    "usual that is no flag": ("from = 2024", 'usual = "yes"\nfrom = 2024', "true或false"),
}


@pytest.mark.parametrize(("right", "wrong", "said"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_pack_is_refused_by_name(right: str, wrong: str, said: str) -> None:
    assert right in PACK
    with pytest.raises(PackError) as refused:
        load_pack(PACK.replace(right, wrong, 1))
    assert said in refused.value.zh
    assert refused.value.en
    assert refused.value.code == "PACK"
    assert isinstance(refused.value, StatuteError)


def test_a_pack_that_repeats_itself_is_refused() -> None:
    rule = PACK[PACK.index("[[rule]]") :]
    with pytest.raises(PackError, match=r"norms\.filing 2024-06-01"):
        load_pack(PACK + rule)


def test_texts_follow_by_date_whatever_their_order_in_the_file() -> None:
    rule = PACK[PACK.index("[[rule]]") :]
    earlier = rule.replace("from = 2024-06-01", "from = 2023-06-01").replace("= 20 }", "= 30 }")
    law = merged([load_pack(PACK + earlier)])
    assert law.rule("norms.filing", date(2023, 6, 1)).value("days") == 30
    assert law.rule("norms.filing", date(2024, 6, 1)).value("days") == 20
    assert law.rule("norms.filing").value("days") == 20


def test_a_top_level_rule_that_is_no_list_is_refused() -> None:
    with pytest.raises(PackError, match="应为若干个表"):
        load_pack("rule = 1")
