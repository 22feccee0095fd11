"""What each rule asks of a document, and when it does not reach it."""

from datetime import date
from types import SimpleNamespace

import pytest

from zhunsheng.kernel.declare import Guard, law, unless_tabled
from zhunsheng.regimes.norms import guards
from zhunsheng.regimes.norms.tests.rows import context, plain

TABLED = date(2024, 9, 20)


@pytest.mark.parametrize("guard", guards.BEFORE_TABLING)
def test_what_is_not_normative_is_reached_by_no_rule(guard: Guard) -> None:
    row = plain(normative=False, affects_rights=True, market_related=True)
    assert guard.test(row, context(TABLED)).state == "not_applicable"


@pytest.mark.parametrize(
    ("opened", "closed", "state"),
    [
        # 4–8, 11 and 12 March: seven working days after the first.
        (date(2024, 3, 1), date(2024, 3, 12), "kept"),
        (date(2024, 3, 1), date(2024, 3, 11), "failed"),
        # Qingming: 4–6 April off, Sunday 7 April worked instead.
        (date(2024, 4, 1), date(2024, 4, 11), "kept"),
        (date(2024, 4, 1), date(2024, 4, 10), "failed"),
        (None, None, "failed"),
        (date(2024, 9, 2), date(2024, 9, 25), "failed"),  # still open when it is tabled
    ],
)
def test_comment_lasts_seven_working_days(
    opened: date | None, closed: date | None, state: str
) -> None:
    row = plain(affects_rights=True, comment_from=opened, comment_to=closed)
    assert guards.COMMENT.test(row, context(TABLED)).state == state


def test_a_reason_does_not_shorten_the_seven_working_days() -> None:
    row = plain(
        affects_rights=True,
        comment_from=date(2024, 3, 1),
        comment_to=date(2024, 3, 6),
        comment_short_reason="防汛应急",
    )
    outcome = guards.COMMENT.test(row, context(TABLED))
    assert outcome.state == "failed"
    assert "3个工作日" in outcome.zh
    assert "3 working days" in outcome.en


def test_comment_is_not_owed_where_no_rights_are_affected() -> None:
    assert guards.COMMENT.test(plain(), context(TABLED)).state == "not_applicable"
    assert guards.MARKET_COMMENT.test(plain(), context(TABLED)).state == "not_applicable"


@pytest.mark.parametrize(
    ("closed", "reason", "state"),
    [
        (date(2024, 3, 31), "", "kept"),
        (date(2024, 3, 30), "", "failed"),
        (date(2024, 3, 30), "上级政策要求当月施行", "kept"),
    ],
)
def test_market_related_comment_lasts_thirty_days_or_says_why_not(
    closed: date, reason: str, state: str
) -> None:
    row = plain(
        market_related=True,
        comment_from=date(2024, 3, 1),
        comment_to=closed,
        comment_short_reason=reason,
    )
    assert guards.MARKET_COMMENT.test(row, context(TABLED)).state == state


def test_fair_competition_is_reviewed_before_tabling() -> None:
    test = guards.FAIR_COMPETITION.test
    reviewed = date(2024, 9, 10)
    assert test(plain(), context(TABLED)).state == "not_applicable"
    assert test(plain(market_related=True), context(TABLED)).state == "failed"
    row = plain(market_related=True, fair_competition_on=reviewed)
    assert test(row, context(TABLED)).state == "kept"
    assert test(row, context(date(2024, 9, 9))).state == "failed"


def test_fair_competition_rests_on_the_text_in_force_that_day() -> None:
    rule = law().rule
    key = guards.FAIR_COMPETITION.rule
    assert rule(key, date(2024, 7, 31)).citation() == "《优化营商环境条例》第六十三条"
    assert rule(key, date(2024, 8, 1)).citation() == "《公平竞争审查条例》第十八条"
    assert law().in_force(key, date(2018, 5, 2)) is None


def test_another_body_than_the_drafters_examines() -> None:
    test = guards.LEGALITY.test
    on = date(2024, 9, 18)
    assert test(plain(), context(TABLED)).state == "failed"
    assert test(plain(examined_on=on), context(TABLED)).state == "failed"
    own = test(plain(examined_on=on, examination_body="科技发展科"), context(TABLED))
    assert own.state == "failed"
    assert "科技发展科" in own.zh
    other = plain(examined_on=on, examination_body="政策法规科")
    assert test(other, context(TABLED)).state == "kept"
    assert test(other, context(date(2024, 9, 17))).state == "failed"


def test_an_examination_under_five_working_days_says_why() -> None:
    test = guards.EXAMINATION_TERM.test
    start = date(2024, 9, 2)
    assert test(plain(), context(TABLED)).state == "not_applicable"
    short = plain(examination_from=start, examined_on=date(2024, 9, 6))
    assert test(short, context(TABLED)).state == "failed"
    short.examination_short_reason = "应急处置需要"
    assert test(short, context(TABLED)).state == "kept"
    # 3–6 and 9 September: five working days.
    long = plain(examination_from=start, examined_on=date(2024, 9, 9))
    assert test(long, context(TABLED)).state == "kept"


def test_counsel_is_heard_or_cannot_be_shown() -> None:
    test = guards.COUNSEL.test
    assert test(plain(), context(TABLED, opinion=True)).state == "kept"
    assert test(plain(), context(TABLED)).state == "failed"
    assert test(plain(), context(TABLED, offered=False)).state == "unproven"


def test_the_set_is_asked_at_the_decision_where_nothing_was_tabled() -> None:
    guard = unless_tabled(guards.LEGALITY)
    assert guard.rule == "norms.legality_examination"
    assert guard.test(plain(), context(TABLED)).state == "failed"
    assert guard.test(plain(tabled_on=TABLED), context(TABLED)).state == "not_applicable"


def test_it_is_decided_before_it_is_signed() -> None:
    test = guards.COLLECTIVE_DECISION.test
    assert test(plain(), context(TABLED)).state == "failed"
    assert test(plain(decided_on=date(2024, 9, 21)), context(TABLED)).state == "failed"
    assert test(plain(decided_on=TABLED), context(TABLED)).state == "kept"


def test_it_is_published_with_both_numbers() -> None:
    test = guards.REGISTRATION.test
    bare = test(plain(), context(TABLED))
    assert bare.state == "failed"
    assert "文号和统一登记号" in bare.zh
    half = test(plain(number="澜科规〔2024〕2号"), context(TABLED))
    assert "统一登记号" in half.zh
    assert "文号和" not in half.zh
    full = plain(number="澜科规〔2024〕2号", registration_number="LKG-2024-002")
    assert test(full, context(TABLED)).state == "kept"


@pytest.mark.parametrize(
    ("title", "until", "state"),
    [
        ("科技创新券管理办法", date(2029, 9, 20), "kept"),
        ("科技创新券管理办法", date(2029, 9, 21), "failed"),
        ("科技创新券管理办法（试行）", date(2026, 9, 20), "kept"),
        ("科技创新券管理暂行办法", date(2026, 9, 21), "failed"),
        ("科技创新券管理办法", None, "not_applicable"),
    ],
)
def test_validity_is_five_years_and_two_on_trial(
    title: str, until: date | None, state: str
) -> None:
    row = plain(title=title, valid_until=until, published_on=TABLED)
    assert guards.VALIDITY.test(row, context(TABLED)).state == state


def test_validity_from_a_leap_day_ends_on_28_february() -> None:
    row = plain(effective_on=date(2024, 2, 29), valid_until=date(2029, 2, 28))
    assert guards.VALIDITY.test(row, context(TABLED)).state == "kept"
    row.valid_until = date(2029, 3, 1)
    assert guards.VALIDITY.test(row, context(TABLED)).state == "failed"


def test_nothing_takes_effect_unpublished() -> None:
    test = guards.PUBLICATION.test
    assert test(plain(), context(TABLED)).state == "failed"
    assert test(plain(published_on=date(2024, 9, 21)), context(TABLED)).state == "failed"
    assert test(plain(published_on=TABLED), context(TABLED)).state == "kept"


def test_only_a_declaration_needs_a_conclusion() -> None:
    test = guards.CLEANUP.test
    assert test(plain(ended_how="repealed"), context(TABLED)).state == "not_applicable"
    found = {True: "kept", False: "failed"}
    for there, state in found.items():
        rows = SimpleNamespace(exists=lambda there=there: there)
        concluded = SimpleNamespace(exclude=lambda rows=rows, **_: rows)
        asked = SimpleNamespace(filter=lambda concluded=concluded, **_: concluded)
        row = plain(ended_how="declared_invalid", conclusions=asked)
        assert test(row, context(TABLED)).state == state
