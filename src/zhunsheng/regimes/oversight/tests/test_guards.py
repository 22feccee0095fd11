"""What each guard keeps, refuses and leaves alone; pure, on rows outside the database."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Guard, law
from zhunsheng.regimes.oversight import guards
from zhunsheng.regimes.oversight.procedure import CLOSING, HANDLING
from zhunsheng.regimes.oversight.tests.rows import Lines, context, remark, row

DAY = date(2024, 5, 30)
BEFORE, AFTER = date(2024, 5, 29), date(2024, 5, 31)
PAIRS = {
    "contact": guards.CONTACT,
    "result class": guards.RESULT_CLASS,
    "extension": guards.EXTENSION_IN_TIME,
    "feedback": guards.FEEDBACK_AFTER_REPLY,
    "second feedback": guards.FEEDBACK_AFTER_SECOND_REPLY,
}


def _state(guard: Guard, given: Any, on: date = DAY) -> str:
    return guard.test(given, context(on)).state


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_each_body_is_judged_by_its_own_rule_alone(pair: tuple[Guard, Guard]) -> None:
    suggestions, proposals = pair
    assert _state(suggestions, row(body="proposal")) == "not_applicable"
    assert _state(proposals, row(body="suggestion")) == "not_applicable"
    assert _state(suggestions, row(body="suggestion")) != "not_applicable"
    assert _state(proposals, row(body="proposal")) != "not_applicable"
    assert law().rule(suggestions.rule).instrument != law().rule(proposals.rule).instrument


@pytest.mark.parametrize("body", ["suggestion", "proposal"])
@pytest.mark.parametrize(
    ("contacted", "state"),
    [(None, "failed"), (AFTER, "failed"), (DAY, "kept"), (BEFORE, "kept")],
)
def test_the_deputy_is_contacted_before_the_reply(
    body: str, contacted: date | None, state: str
) -> None:
    guard = guards.CONTACT[body == "proposal"]
    assert _state(guard, row(body=body, contacted_on=contacted)) == state


@pytest.mark.parametrize(
    ("days", "state"),
    [((BEFORE, AFTER), "kept"), ((DAY,), "kept"), ((AFTER,), "failed")],
)
def test_contacts_entered_one_by_one_count_and_not_the_day_the_step_told(
    days: tuple[date, ...], state: str
) -> None:
    for told in (None, BEFORE, AFTER):
        given = row(contacts=Lines(*days), contacted_on=told)
        assert _state(guards.CONTACT[0], given) == state


def test_a_contact_that_came_late_is_told_with_both_days() -> None:
    late = guards.CONTACT[0].test(row(contacted_on=AFTER), context(DAY))
    assert "2024-05-31" in late.zh
    assert "2024-05-30" in late.zh
    assert "2024-05-31" in late.en


@pytest.mark.parametrize(
    ("given", "state"), [("A", "kept"), ("D", "kept"), ("", "failed"), ("甲", "failed")]
)
def test_a_reply_carries_a_class_the_pack_lists(given: str, state: str) -> None:
    assert _state(guards.RESULT_CLASS[0], row(result_class=given)) == state


def test_the_classes_are_data_of_the_pack() -> None:
    local = law().with_rules(
        """
        [[rule]]
        key = "oversight.result_class"
        zh = "答复注明办理结果类别"
        en = "a reply carries the class of its result"
        instrument = "province_suggestions"
        force = "local"
        values = { classes = "甲,乙,丙" }
        """
    )
    here = context(DAY)
    there = type(here)(
        on=DAY, law=local, calendar=here.calendar, has=here.has, offered=here.offered
    )
    test = guards.RESULT_CLASS[0].test
    assert test(row(result_class="甲"), there).state == "kept"
    refused = test(row(result_class="A"), there)
    assert refused.state == "failed"
    assert "甲、乙、丙" in refused.zh


@pytest.mark.parametrize("body", ["suggestion", "proposal"])
def test_a_term_is_extended_before_it_ends(body: str) -> None:
    guard = guards.EXTENSION_IN_TIME[body == "proposal"]
    assert _state(guard, row(body=body), date(2024, 6, 4)) == "kept"
    late = guard.test(row(body=body), context(date(2024, 6, 5)))
    assert late.state == "failed"
    assert "2024-06-04" in late.zh
    assert "2024-06-04" in late.en


def test_without_a_term_there_is_nothing_to_extend() -> None:
    old = row(assigned_on=date(2015, 8, 28))
    assert _state(guards.EXTENSION_IN_TIME[0], old, date(2015, 12, 1)) == "not_applicable"


@pytest.mark.parametrize(
    ("replied", "state"),
    [(None, "failed"), (AFTER, "failed"), (DAY, "kept"), (BEFORE, "kept")],
)
def test_feedback_follows_its_reply(replied: date | None, state: str) -> None:
    assert _state(guards.FEEDBACK_AFTER_REPLY[0], row(replied_on=replied)) == state
    assert _state(guards.FEEDBACK_AFTER_SECOND_REPLY[0], row(replied_again_on=replied)) == state


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "failed"),
        ({"replied_on": AFTER}, "failed"),
        ({"replied_on": DAY}, "kept"),
        ({"replied_on": BEFORE, "not_public_reason": "涉及商业秘密"}, "failed"),
    ],
)
def test_a_reply_is_published_once_given_unless_it_was_found_secret(
    values: dict[str, Any], state: str
) -> None:
    assert _state(guards.PUBLISH_REPLY, row(**values)) == state


@pytest.mark.parametrize(
    ("answered", "state"),
    [(None, "failed"), (AFTER, "failed"), (DAY, "kept"), (BEFORE, "kept")],
)
def test_a_remark_is_closed_once_answered(answered: date | None, state: str) -> None:
    assert _state(guards.ANSWERED, remark(answered_on=answered)) == state


def test_an_unverified_rule_never_blocks_a_step() -> None:
    rules = {
        guard.rule
        for procedure in (HANDLING, CLOSING)
        for transition in procedure.transitions
        for guard in transition.guards
    }
    on = date(2024, 5, 30)
    assert {rule for rule in rules if law().rule(rule, on).blocks({})} == set()
