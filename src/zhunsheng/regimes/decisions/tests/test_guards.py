"""What each rule asks of a matter, what satisfies it, and when it does not reach it."""

from datetime import date
from types import SimpleNamespace

import pytest

from zhunsheng.kernel.declare import Guard, unless_tabled
from zhunsheng.regimes.decisions import guards
from zhunsheng.regimes.decisions.tests.rows import context, plain

TABLED = date(2024, 9, 12)
LAST = SimpleNamespace(principal_last=True)


@pytest.mark.parametrize("guard", [*guards.BEFORE_TABLING, guards.COLLECTIVE, guards.PUBLICATION])
def test_a_key_matter_alone_is_reached_by_none_of_them(guard: Guard) -> None:
    row = plain(major=False, key_matter=True, key_kind="funds")
    assert guard.test(row, context(TABLED)).state == "not_applicable"


@pytest.mark.parametrize("guard", guards.BEFORE_TABLING)
def test_the_decision_asks_again_only_where_no_tabling_was_recorded(guard: Guard) -> None:
    asked = unless_tabled(guard)
    assert asked.rule == guard.rule
    assert asked.test(plain(tabled_on=TABLED), context(TABLED)).state == "not_applicable"
    again = asked.test(plain(), context(TABLED, offered=False)).state
    assert again == guard.test(plain(), context(TABLED, offered=False)).state


@pytest.mark.parametrize(
    ("opened", "closed", "reason", "state"),
    [
        (date(2024, 7, 1), date(2024, 7, 31), "", "kept"),  # thirty days after the first
        (date(2024, 7, 1), date(2024, 7, 30), "", "failed"),
        (date(2024, 7, 1), date(2024, 7, 30), "防汛应急", "kept"),  # "as a rule" takes a reason
        (None, None, "", "failed"),
        (date(2024, 8, 1), date(2024, 9, 20), "", "failed"),  # still open
    ],
)
def test_public_comment_lasts_thirty_days_as_a_rule(
    opened: date | None, closed: date | None, reason: str, state: str
) -> None:
    row = plain(comment_from=opened, comment_to=closed, comment_short_reason=reason)
    assert guards.PARTICIPATION.test(row, context(TABLED)).state == state


def test_a_reason_says_why_there_was_no_comment() -> None:
    row = plain(no_comment_reason="依法需要保密")
    outcome = guards.PARTICIPATION.test(row, context(TABLED))
    assert (outcome.state, outcome.zh) == ("not_applicable", "依法需要保密")


@pytest.mark.parametrize(
    ("guard", "day", "reason"),
    [
        (guards.EXPERTS, "experts_on", "no_experts_reason"),
        (guards.RISK, "risk_on", "no_risk_reason"),
        (guards.COMPETITION, "competition_on", "no_competition_reason"),
    ],
)
def test_a_step_is_done_in_time_or_said_not_to_be_needed(
    guard: Guard, day: str, reason: str
) -> None:
    now = context(TABLED)
    assert guard.test(plain(), now).state == "failed"
    assert guard.test(plain(**{day: TABLED}), now).state == "kept"
    late = guard.test(plain(**{day: date(2024, 9, 13)}), now)
    assert (late.state, "2024-09-13" in late.zh) == ("failed", True)
    assert guard.test(plain(**{reason: "不涉及"}), now).state == "not_applicable"


def test_hearing_papers_go_out_seven_days_ahead() -> None:
    held = date(2024, 8, 15)
    now = context(TABLED)
    assert guards.HEARING.test(plain(), now).state == "not_applicable"
    assert guards.HEARING.test(plain(hearing_on=held), now).state == "failed"
    for sent, state in ((date(2024, 8, 8), "kept"), (date(2024, 8, 9), "failed")):
        row = plain(hearing_on=held, hearing_papers_on=sent)
        assert guards.HEARING.test(row, now).state == state


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "failed"),
        ({"reviewed_on": date(2024, 9, 2), "legality": "lawful"}, "kept"),
        ({"reviewed_on": date(2024, 9, 2), "legality": "unlawful"}, "failed"),
        ({"reviewed_on": date(2024, 9, 13), "legality": "lawful"}, "failed"),  # after tabling
        ({"exploratory_risk": "可能与现行规定不一致"}, "not_applicable"),
    ],
)
def test_what_was_not_reviewed_is_not_tabled_but_an_exploratory_reform_states_its_risk(
    values: dict[str, object], state: str
) -> None:
    assert guards.LEGALITY.test(plain(**values), context(TABLED)).state == state


@pytest.mark.parametrize(
    ("start", "end", "reason", "state"),
    [
        (date(2024, 8, 1), date(2024, 8, 12), "", "kept"),  # seven working days after the first
        (date(2024, 8, 1), date(2024, 8, 9), "", "failed"),
        (date(2024, 8, 1), date(2024, 8, 9), "应急事项", "kept"),
        (None, date(2024, 8, 9), "", "not_applicable"),
    ],
)
def test_the_review_takes_seven_working_days_as_a_rule(
    start: date | None, end: date, reason: str, state: str
) -> None:
    row = plain(review_from=start, reviewed_on=end, review_short_reason=reason)
    assert guards.REVIEW_TERM.test(row, context(TABLED)).state == state


def test_counsel_is_heard_by_name_or_by_a_linked_opinion() -> None:
    assert guards.COUNSEL.test(plain(counsel_heard="叶衡"), context(TABLED)).state == "kept"
    assert guards.COUNSEL.test(plain(), context(TABLED, "legal_opinion")).state == "kept"
    assert guards.COUNSEL.test(plain(), context(TABLED)).state == "failed"
    nobody = guards.COUNSEL.test(plain(), context(TABLED, offered=False))
    assert nobody.state == "unproven"


def test_what_was_adopted_of_the_comments_is_stated() -> None:
    closed = date(2024, 8, 1)
    assert guards.PAPERS.test(plain(comment_to=closed), context(TABLED)).state == "failed"
    row = plain(comment_to=closed, comments_adopted=0)
    assert guards.PAPERS.test(row, context(TABLED)).state == "kept"
    assert guards.PAPERS.test(plain(), context(TABLED)).state == "kept"


def test_it_is_decided_together_and_the_principal_speaks_last() -> None:
    now = context(TABLED)
    assert guards.COLLECTIVE.test(plain(), now).state == "failed"
    assert guards.COLLECTIVE.test(plain(meeting=LAST), now).state == "kept"
    first = SimpleNamespace(principal_last=False)
    assert guards.COLLECTIVE.test(plain(meeting=first), now).state == "failed"
    city = plain(for_whom="city_government")
    assert guards.COLLECTIVE.test(city, now).state == "not_applicable"


def test_a_key_matter_names_its_meeting() -> None:
    now = context(TABLED)
    assert guards.KEY_COLLECTIVE.test(plain(), now).state == "not_applicable"
    assert guards.KEY_COLLECTIVE.test(plain(key_matter=True), now).state == "failed"
    assert guards.KEY_COLLECTIVE.test(plain(key_matter=True, meeting=LAST), now).state == "kept"


def test_the_party_committee_hears_of_it_before_it_is_published() -> None:
    now = context(TABLED)
    assert guards.PARTY_REPORT.test(plain(), now).state == "failed"
    assert guards.PARTY_REPORT.test(plain(party_reported_on=TABLED), now).state == "kept"
    later = plain(party_reported_on=date(2024, 9, 13))
    assert guards.PARTY_REPORT.test(later, now).state == "failed"


def test_it_is_published_or_said_why_not() -> None:
    now = context(TABLED)
    assert guards.PUBLICATION.test(plain(), now).state == "failed"
    assert guards.PUBLICATION.test(plain(published_on=TABLED), now).state == "kept"
    secret = plain(not_published_reason="依法不予公开")
    assert guards.PUBLICATION.test(secret, now).state == "not_applicable"
