"""What each rule asks of a publication or a request, and when it does not reach it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import law
from zhunsheng.regimes.disclosure import guards
from zhunsheng.regimes.disclosure.tests.rows import (
    CHAIN,
    Lines,
    context,
    item,
    request,
    reviews,
    secrecy,
)

DAY = date(2024, 3, 8)
FIRST, SECOND, THIRD = CHAIN
FOUR_LEVELS = """
[pack]
key = "local"
zh = "本单位规则包"
en = "local"
owner = "政策法规科"
dated = 2024-01-01

[[rule]]
key = "disclosure.review_chain"
zh = "四审"
en = "four reviews"
instrument = "bureau_review_rules"
force = "local"
confidence = "memory_medium"
values = { levels = 4 }
source = "test"
"""


def test_three_levels_by_three_persons_keep_the_chain() -> None:
    assert guards.CHAIN.test(item(reviews=reviews(*CHAIN)), context(DAY)).state == "kept"
    longer = item(reviews=reviews(*CHAIN, ("王终", DAY)))
    assert guards.CHAIN.test(longer, context(DAY)).state == "kept"


@pytest.mark.parametrize(
    ("lines", "zh", "en"),
    [
        (reviews(FIRST, SECOND), "缺终审三校", "lacks level 3"),
        (reviews(FIRST, SECOND, (" 周 审", THIRD[1])), "同一人办理两个环节", "one person"),
        (
            reviews(FIRST, SECOND, ("郑签", date(2024, 3, 11))),
            "终审三校（2024-03-11）",
            "came after",
        ),
        (reviews(SECOND, FIRST, THIRD), "复审二校早于初审一校", "level 2 came before level 1"),
    ],
)
def test_a_broken_chain_says_how_it_is_broken(lines: Lines, zh: str, en: str) -> None:
    outcome = guards.CHAIN.test(item(reviews=lines), context(DAY))
    assert outcome.state == "failed"
    assert zh in outcome.zh
    assert en in outcome.en


def test_every_fault_of_a_chain_is_named_at_once() -> None:
    lines = reviews(SECOND, ("吴校", FIRST[1]))
    outcome = guards.CHAIN.test(item(reviews=lines), context(DAY))
    assert len(outcome.zh.split("；")) == 3
    assert len(outcome.en.split("; ")) == 3


def test_a_chain_on_one_scanned_sheet_is_its_day() -> None:
    test = guards.CHAIN.test
    assert test(item(reviewed_on=date(2024, 3, 5)), context(DAY)).state == "kept"
    assert test(item(reviewed_on=date(2024, 3, 11)), context(DAY)).state == "failed"
    assert test(item(), context(DAY)).state == "failed"


def test_how_many_levels_there_are_is_data() -> None:
    four = replace(context(DAY), law=law().with_rules(FOUR_LEVELS))
    outcome = guards.CHAIN.test(item(reviews=reviews(*CHAIN)), four)
    assert outcome.zh == "三审三校缺第4级"


def test_a_voided_level_does_not_count() -> None:
    rows = [
        SimpleNamespace(level=n, reviewer=who, reviewed_on=on)
        for n, (who, on) in enumerate(CHAIN, 1)
    ]
    rows[0].standing = "voided"
    outcome = guards.CHAIN.test(item(reviews=Lines(*rows)), context(DAY))
    assert outcome.zh == "三审三校缺初审一校"


def test_secrecy_is_reviewed_before_publication() -> None:
    test = guards.SECRECY.test
    assert test(item(), context(DAY)).state == "failed"
    row = item(secrecy_on=date(2024, 3, 6))
    assert test(row, context(date(2024, 3, 6))).state == "kept"
    early = test(row, context(date(2024, 3, 5)))
    assert early.state == "failed"
    assert "2024-03-06" in early.zh


def test_the_latest_secrecy_review_by_that_day_decides() -> None:
    row = item(
        secrecy_on=date(2024, 3, 5),
        secrecy_reviews=secrecy(
            (date(2024, 3, 7), True), (date(2024, 3, 5), False), (date(2024, 3, 11), False)
        ),
    )
    test = guards.SECRECY.test
    assert test(row, context(date(2024, 3, 6))).state == "failed"
    assert test(row, context(DAY)).state == "kept"
    assert "2024-03-11" in test(row, context(date(2024, 3, 12))).zh


def test_secrecy_rests_on_the_text_in_force_that_day_and_binds() -> None:
    rule = law().rule
    key = guards.SECRECY.rule
    assert rule(key, date(2024, 8, 31)).citation() == "《政府信息公开条例》第十七条"
    assert rule(key, date(2024, 9, 1)).citation() == "《保守国家秘密法实施条例》第四十二条"
    assert rule(key, date(2024, 9, 1)).blocks()
    assert not rule(guards.CHAIN.rule, DAY).blocks()


def test_correction_is_asked_for_within_seven_working_days() -> None:
    # 11–14 September (Saturday 14 worked) and 18–20: seven; 15–17 were off.
    test = guards.CORRECTION_IN_TIME.test
    assert test(request(), context(date(2024, 9, 20))).state == "kept"
    late = test(request(), context(date(2024, 9, 23)))
    assert late.state == "failed"
    assert "2024-09-20" in late.zh
    assert "2024-09-20" in late.en


@pytest.mark.parametrize(
    ("corrected", "reply", "state"),
    [
        (date(2024, 9, 20), "opened", "kept"),
        (None, "opened", "failed"),
        (None, "not_handled", "failed"),
        (None, "otherwise_uncorrected", "kept"),
    ],
)
def test_what_waits_for_correction_is_not_answered(
    corrected: date | None, reply: str, state: str
) -> None:
    test = guards.CORRECTED.test
    row = request(correction_noticed_on=date(2024, 9, 12), corrected_on=corrected, reply=reply)
    assert test(row, context(DAY)).state == state
    assert test(request(reply=reply), context(DAY)).state == "not_applicable"


def test_a_term_is_extended_before_it_ends() -> None:
    test = guards.EXTENSION_IN_TIME.test
    # Twenty working days from 10 September: 14 October.
    assert test(request(), context(date(2024, 10, 14))).state == "kept"
    late = test(request(), context(date(2024, 10, 15)))
    assert late.state == "failed"
    assert "2024-10-14" in late.zh
    # The third party's days stay out of it.
    paused = request(
        third_party_asked_on=date(2024, 9, 18), third_party_answered_on=date(2024, 9, 30)
    )
    assert test(paused, context(date(2024, 10, 25))).state == "kept"
    assert test(paused, context(date(2024, 10, 28))).state == "failed"


def test_a_term_that_has_not_begun_needs_no_extension() -> None:
    waiting = request(correction_noticed_on=date(2024, 9, 12))
    outcome = guards.EXTENSION_IN_TIME.test(waiting, context(date(2024, 12, 2)))
    assert outcome.state == "not_applicable"


@pytest.mark.parametrize(
    ("answered", "reply", "on", "state"),
    [
        (date(2024, 9, 25), "opened", date(2024, 9, 26), "kept"),
        (date(2024, 9, 27), "opened", date(2024, 9, 26), "failed"),
        (None, "partly", date(2024, 9, 26), "failed"),
        (None, "refused_internal", date(2024, 9, 26), "not_applicable"),
        # Fifteen working days from 18 September end on 14 October: silent, it is not waited for.
        (None, "opened", date(2024, 10, 14), "failed"),
        (None, "opened", date(2024, 10, 15), "kept"),
    ],
)
def test_nothing_is_opened_before_the_third_party_is_heard(
    answered: date | None, reply: str, on: date, state: str
) -> None:
    row = request(
        third_party_asked_on=date(2024, 9, 18), third_party_answered_on=answered, reply=reply
    )
    assert guards.ANSWERED.test(row, context(on)).state == state
    assert guards.ANSWERED.test(request(reply=reply), context(on)).state == "not_applicable"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"reply": "opened"}, "not_applicable"),
        ({"reply": "refused_internal"}, "failed"),
        ({"reply": "partly"}, "failed"),
        ({"reply": "refused_internal", "ground": "《政府信息公开条例》第十五条"}, "kept"),
    ],
)
def test_a_refusal_gives_its_ground(values: dict[str, Any], state: str) -> None:
    assert guards.GROUND.test(request(**values), context(DAY)).state == state
